// <capture-form>: what is captured is kept on the device first, and sent from there. Without it the form posts as any other.
// @ts-check
import { forgetNames, keep, keepRoster, roster } from './capture-store.js';
import { Chosen } from './capture-files.js';
import { forget, wrong } from './capture-wrong.js';

const hex = (/** @type {ArrayBuffer} */ bytes) => [...new Uint8Array(bytes)].map(one => one.toString(16).padStart(2, '0')).join('');

class CaptureForm extends HTMLElement {
  #files = new Chosen(this);
  /** What was kept last. */
  #last = '';

  async connectedCallback() {
    const form = /** @type {HTMLFormElement} */ (this.querySelector('form'));
    // Over a line that anybody reads a browser keeps nothing safely: the form posts.
    if (!isSecureContext) return;
    form.addEventListener('submit', event => { event.preventDefault(); this.#save(form); });
    form.addEventListener('change', event => { if (event.target instanceof HTMLInputElement && event.target.type === 'file') { this.#add([...event.target.files ?? []]); event.target.value = ''; } });
    form.addEventListener('recorded', event => this.#add([/** @type {CustomEvent<File>} */ (event).detail]));
    form.addEventListener('input', event => { if (event.target instanceof HTMLInputElement && event.target.dataset.filter) this.#filter(event.target); });
    addEventListener('arrived', event => this.#arrived(/** @type {CustomEvent<{id: string, ways: HTMLElement[]}>} */ (event).detail));
    // On the class's device nobody's page stays: without a line the next child would capture in the name of the one before.
    if (this.dataset.shared === 'yes') return;
    await this.#names().catch(() => { /* a private window keeps nothing: with a line it still sends */ });
    await this.#worker().catch(() => { /* without one the page needs a line */ });
  }

  // With a line the page brings the names, and they replace what anybody left; without one those of the session are put in.
  async #names() {
    if (Number(this.dataset.until) > Date.now()) {
      const names = (/** @type {ParentNode} */ of) => [...of.querySelectorAll('input')].map(one => /** @type {[string, string]} */ ([one.value, one.parentElement?.textContent?.trim() ?? '']));
      await keepRoster({
        owner: this.dataset.owner ?? '', until: Number(this.dataset.until), isSelf: this.dataset.self === 'yes',
        groups: [...this.querySelectorAll('[data-list="learners"] fieldset')].map(one => ({ name: one.querySelector('legend')?.textContent ?? '', learners: names(one) })),
        competencies: names(this.querySelector('[data-list="competencies"]') ?? this),
      });
      return;
    }

    const kept = await roster();
    if (!kept) {
      this.#say(this.dataset.closed ?? '');
      this.querySelectorAll('button').forEach(one => { one.disabled = true; });
      return await forgetNames();
    }

    this.dataset.owner = kept.owner;
    if (kept.isSelf) this.dataset.self = 'yes';
    const queue = document.querySelector('capture-queue');
    if (queue instanceof HTMLElement) queue.dataset.owner = kept.owner;
    if (kept.isSelf) this.querySelector('[aria-labelledby="who"]')?.remove();
    this.querySelector('[data-list="learners"]')?.append(...kept.groups.map(one => this.#group(one.name, 'learners', one.learners)));
    this.querySelector('[data-list="competencies"]')?.append(this.#group('', 'competencies', kept.competencies));
    dispatchEvent(new CustomEvent('captured'));
  }

  /** @param {string} name @param {string} field @param {[string, string][]} choices */
  #group(name, field, choices) {
    const [set, legend, all] = [document.createElement('fieldset'), document.createElement('legend'), document.createElement('div')];
    [legend.textContent, all.className] = [name, 'Capture-names'];
    for (const [value, text] of choices) {
      const [label, box, said] = [document.createElement('label'), document.createElement('input'), document.createElement('span')];
      [label.className, box.type, box.name, box.value, said.textContent] = ['Check', 'checkbox', field, value, text];
      label.append(box, said);
      all.append(label);
    }
    set.append(legend, all);
    return set;
  }

  async #worker() {
    if (!('serviceWorker' in navigator)) return;
    /** @type {any} */
    const types = /** @type {any} */ (self).trustedTypes;
    const address = types ? types.createPolicy('capture', { createScriptURL: (/** @type {string} */ one) => { if (one !== '/sw.js') throw new TypeError(one); return one; } }).createScriptURL('/sw.js') : '/sw.js';
    await navigator.serviceWorker.register(address, { scope: '/' });
    (await navigator.serviceWorker.ready).active?.postMessage('refresh');
  }

  /** @param {File[]} files */
  #add(files) {
    const wrong = this.querySelector('[data-wrong]');
    if (wrong) wrong.textContent = this.#files.add(files);
  }

  /** @param {HTMLInputElement} field */
  #filter(field) {
    const wanted = field.value.trim().toLocaleLowerCase();
    const list = this.querySelector(`[data-list="${field.dataset.filter}"]`);
    list?.querySelectorAll('.Check').forEach(one => { if (one instanceof HTMLElement) one.hidden = wanted.length > 0 && !(one.textContent ?? '').toLocaleLowerCase().includes(wanted) && !one.querySelector('input:checked'); });
    list?.querySelectorAll('details').forEach(one => { if (wanted) one.open = [...one.querySelectorAll('.Check')].some(each => !(/** @type {HTMLElement} */ (each).hidden)); });
  }

  /** @param {HTMLFormElement} form */
  async #save(form) {
    const said = new FormData(form);
    const learners = this.dataset.self === 'yes' ? [this.dataset.owner ?? ''] : [...new Set(said.getAll('learners').map(String))];
    const [title, words, link, day] = ['title', 'words', 'link', 'day'].map(name => String(said.get(name) ?? '').trim());
    this.#say('');
    // From the top to the bottom, as they are read.
    if (this.#files.all.length === 0 && !words && !link) return wrong(this, this.querySelector('[name="words"]')?.closest('.Field') ?? null, this.dataset.nothing ?? '');
    if (link && !/^https?:\/\/[^/]/i.test(link)) return wrong(this, this.querySelector('[name="link"]')?.closest('.Field') ?? null, this.dataset.link ?? '');
    if (learners.length === 0) return wrong(this, this.querySelector('[data-list="learners"]'), this.dataset.nobody ?? '');
    forget(this);
    const id = crypto.randomUUID();
    try {
      const files = [];
      for (const one of this.#files.all) files.push({ ...one, size: one.blob.size, sha256: hex(await crypto.subtle.digest('SHA-256', await one.blob.arrayBuffer())) });
      await keep({
        id, owner: this.dataset.owner ?? '', at: Date.now(), state: 'waiting', text: '', files,
        said: { by: uuid(this.dataset.owner ?? ''), kind: String(said.get('kind')), title: title || (this.dataset.title ?? '').slice(0, 500), words, link, ...(said.get('project') ? { project: uuid(String(said.get('project'))) } : {}), at: day || new Date().toISOString().replace(/\.\d+Z$/, 'Z'), learners: learners.map(uuid), claims: [...new Set(said.getAll('competencies').map(String))].map(one => ({ competency: uuid(one) })) },
      });
    } catch {
      // No room on the device, or a private window: what was typed stays where it is.
      return this.#say(this.dataset.full ?? '');
    }
    form.reset();
    this.#files.clear();
    // A name that was looked for is looked for no longer: all are there again.
    form.querySelectorAll('[data-filter]').forEach(one => { if (one instanceof HTMLInputElement) this.#filter(one); });
    this.#last = id;
    this.#say(this.dataset.kept ?? '');
    dispatchEvent(new CustomEvent('captured'));
  }

  // What was kept and has gone waits no longer: where it was said, the way on to the piece stands.
  /** @param {{id: string, ways: HTMLElement[]}} what */
  #arrived({ id, ways }) {
    if (id !== this.#last) return;
    this.#say(this.dataset.arrived ?? '', ways);
  }

  /** @param {string} text @param {HTMLElement[]} [ways] */
  #say(text, ways = []) {
    const said = this.querySelector('[data-said]');
    if (!said) return;
    said.textContent = text;
    said.append(...ways);
    if (text) said.scrollIntoView({ block: 'nearest' });
  }
}

/** With hyphens, as the server reads it. @param {string} plain */
const uuid = plain => plain.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

customElements.define('capture-form', CaptureForm);
