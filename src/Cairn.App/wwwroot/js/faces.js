// <face-marker>: draws a box on the picture by mouse or finger, and fills the form with it; the form alone does the same by numbers.
// @ts-check
class FaceMarker extends HTMLElement {
  /** @type {[number, number] | undefined} */
  #from;

  connectedCallback() {
    this.classList.add('Faces');
    const box = this.#box('Faces-box is-new');
    document.querySelectorAll('[data-box]').forEach(one => {
      const [left, top, width, height] = (/** @type {HTMLElement} */ (one).dataset.box ?? '').split(' ').map(Number);
      this.#place(this.#box('Faces-box'), left, top, width, height);
    });
    this.addEventListener('pointerdown', event => {
      event.preventDefault();
      this.setPointerCapture(event.pointerId);
      this.#from = this.#at(event);
    });
    this.addEventListener('pointermove', event => { if (this.#from) this.#draw(box, this.#at(event)); });
    this.addEventListener('pointerup', event => {
      if (this.#from) this.#draw(box, this.#at(event));
      this.#from = undefined;
      document.getElementById('who')?.focus();
    });
    // By numbers, too: the box follows what is typed.
    document.getElementById(this.dataset.for ?? '')?.parentElement?.addEventListener('input', () => this.#follow(box));
  }

  /** In thousandths of the picture. @param {PointerEvent} event @returns {[number, number]} */
  #at(event) {
    const all = this.getBoundingClientRect();
    const within = (/** @type {number} */ part) => Math.round(1000 * Math.min(1, Math.max(0, part)));
    return [within((event.clientX - all.left) / all.width), within((event.clientY - all.top) / all.height)];
  }

  /** @param {HTMLElement} box @param {[number, number]} to */
  #draw(box, to) {
    const from = this.#from ?? to;
    const [left, top] = [Math.min(from[0], to[0], 999), Math.min(from[1], to[1], 999)];
    const [width, height] = [Math.max(1, Math.abs(from[0] - to[0])), Math.max(1, Math.abs(from[1] - to[1]))];
    for (const [name, value] of Object.entries({ left, top, width, height })) {
      const field = document.getElementById(name);
      if (field instanceof HTMLInputElement) field.value = String(value);
    }
    this.#place(box, left, top, width, height);
  }

  /** @param {HTMLElement} box */
  #follow(box) {
    const [left, top, width, height] = ['left', 'top', 'width', 'height'].map(name => Number(/** @type {HTMLInputElement | null} */ (document.getElementById(name))?.value ?? 0));
    this.#place(box, left, top, width, height);
  }

  /** @param {string} look */
  #box(look) {
    const box = document.createElement('span');
    box.className = look;
    box.hidden = true;
    return this.appendChild(box);
  }

  /** @param {HTMLElement} box @param {number} left @param {number} top @param {number} width @param {number} height */
  #place(box, left, top, width, height) {
    box.hidden = false;
    // Through the object model: the policy lets no style stand in the page.
    [box.style.left, box.style.top, box.style.width, box.style.height] = [left, top, width, height].map(one => `${one / 10}%`);
  }
}

customElements.define('face-marker', FaceMarker);
