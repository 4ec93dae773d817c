// The files that were chosen, taken or spoken for a capture: seen, described and taken out again before it is kept.
// @ts-check
const LARGEST = 256 << 20;
const MOST = 10;

export class Chosen {
  /** @type {{name: string, blob: Blob, words: string}[]} */
  all = [];

  /** @param {HTMLElement} host The form, which has the words. */
  constructor(host) { this.host = host; }

  /** @param {File[]} files @returns {string} What was not taken, each by its name, and why. */
  add(files) {
    const wrong = [];
    const { empty = '', large = '', many = '' } = this.host.dataset;
    for (const one of files) {
      const why = one.size === 0 ? empty : one.size > LARGEST ? large : this.all.length >= MOST ? many : '';
      if (why) wrong.push(`${one.name}: ${why}`);
      else this.all.push({ name: one.name, blob: one, words: '' });
    }
    this.#draw();
    return wrong.join(' ');
  }

  clear() {
    this.all = [];
    this.#draw();
  }

  #draw() {
    this.host.querySelector('[data-chosen]')?.replaceChildren(...this.all.map((one, n) => {
      const [line, name, away] = ['li', 'span', 'button'].map(tag => document.createElement(tag));
      [line.className, name.textContent] = ['Row', one.name];
      line.append(name);
      if (/^image\/(jpeg|png|webp|gif)$/.test(one.blob.type)) {
        const seen = document.createElement('img');
        [seen.src, seen.alt, seen.className] = [URL.createObjectURL(one.blob), '', 'Capture-seen'];
        seen.onload = () => URL.revokeObjectURL(seen.src);
        line.append(seen);
      }
      if (one.blob.type.startsWith('image/')) line.append(this.#described(one));
      [away.className, away.textContent] = ['Button Button--small Button--quiet', this.host.dataset.remove ?? ''];
      away.setAttribute('type', 'button');
      away.setAttribute('aria-label', `${this.host.dataset.remove}: ${one.name}`);
      away.onclick = () => { this.all.splice(n, 1); this.#draw(); };
      line.append(away);
      return line;
    }));
  }

  // What is in a picture, for who does not see it.
  /** @param {{words: string}} one */
  #described(one) {
    const [label, said, field] = [document.createElement('label'), document.createElement('span'), document.createElement('input')];
    [label.className, said.className, said.textContent] = ['Field Capture-picture', 'label', this.host.dataset.picture ?? ''];
    [field.className, field.value, field.maxLength] = ['Input', one.words, 300];
    field.oninput = () => { one.words = field.value; };
    label.append(said, field);
    return label;
  }
}
