// The live board: hears that something changed, asks for the board anew and puts in what is new. A form that is open, the focus and the place
// on the page stay. Taps go in the background; without scripts each is a form that loads the page.
// @ts-check
import { part } from './part.js';

const again = 4000;

/** @param {string} address @param {FormData} fields @returns {Promise<Document>} The page that the tap leads to. */
const send = (address, fields) => new Promise((done, fail) => {
  const ask = new XMLHttpRequest();
  ask.open('POST', address);
  ask.responseType = 'document';
  ask.onload = () => (ask.response?.querySelector('cairn-board') ? done(ask.response) : fail(new Error(`${address}: ${ask.status}`)));
  ask.onerror = () => fail(new Error(`${address}: no answer`));
  ask.send(new URLSearchParams(/** @type {any} */ (fields)));
});

/** @param {ParentNode} within @param {string} name @returns {Map<string, HTMLElement>} What carries a name, by it. */
const named = (within, name) => new Map([...within.querySelectorAll(`[${name}]`)].map(one => [one.getAttribute(name) ?? '', /** @type {HTMLElement} */ (one)]));

class LiveBoard extends HTMLElement {
  /** @type {EventSource | null} */
  #source = null;
  #isAsking = false;
  #isOld = false;

  connectedCallback() {
    this.addEventListener('submit', event => this.#tap(event));
    document.querySelector('.Toast')?.addEventListener('submit', event => this.#tap(event));
    document.addEventListener('visibilitychange', () => (document.hidden ? this.#rest() : this.#follow()));
    this.#follow();
  }

  get #address() { return location.pathname + (new URLSearchParams(location.search).has('wall') ? '?wall' : ''); }

  get #version() { return Number(this.getAttribute('version')); }

  // A page that nobody sees needs no line; it catches up when it is seen.
  #rest() {
    this.#source?.close();
    this.#source = null;
  }

  #follow() {
    if (this.#source || document.hidden) return;
    const source = this.#source = new EventSource(this.getAttribute('live') ?? '');
    source.onmessage = event => { if (Number(event.data) > this.#version) this.#refresh(); };
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED) return;
      this.#rest();
      setTimeout(() => this.#refresh().then(() => this.#follow()), again);
    };
  }

  async #refresh() {
    if (this.#isAsking) { this.#isOld = true; return; }
    this.#isAsking = true;
    try {
      const lead = this.querySelector('[data-lead]')?.textContent;
      this.#put(await part(this.#address), true);
      const now = this.querySelector('[data-lead]')?.textContent ?? '';
      this.#say(now === lead ? this.dataset.changed : now);
    } catch (trouble) {
      // It is not for this reader any more: the page says so itself.
      if (/: 40[134]$/u.test(String(trouble))) location.reload();
    } finally {
      this.#isAsking = false;
    }
    if (!this.#isOld) return;
    this.#isOld = false;
    await this.#refresh();
  }

  /** @param {Event} event */
  async #tap(event) {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.hasAttribute('data-tap')) return;
    event.preventDefault();
    const fields = new FormData(form, /** @type {SubmitEvent} */ (event).submitter);
    try {
      const page = await send(form.getAttribute('action') ?? '', fields);
      const [trouble, toast] = [page.querySelector('[data-trouble]'), page.querySelector('.Toast')];
      this.querySelector('[data-trouble]')?.replaceChildren(...(trouble?.childNodes ?? []));
      document.querySelector('.Toast')?.replaceChildren(...(toast?.childNodes ?? []));
      if (!this.querySelector('[data-trouble] .Notice')) form.reset();
      this.#put(page, false);
    } catch {
      this.#say(this.dataset.failed);
    }
  }

  /** @param {string | undefined} words */
  #say(words) {
    const said = this.querySelector('[data-said]');
    if (said) said.textContent = words ?? '';
  }

  /** @param {Document} page @param {boolean} isNews */
  #put(page, isNews) {
    const next = page.querySelector('cairn-board');
    if (!next || Number(next.getAttribute('version')) < this.#version) return;
    const focus = document.activeElement?.id ?? '';
    this.setAttribute('version', next.getAttribute('version') ?? '');
    this.querySelector('[data-lead]')?.replaceChildren(...(next.querySelector('[data-lead]')?.childNodes ?? []));
    const lists = named(next, 'data-list');
    for (const [name, list] of named(this, 'data-list')) this.#list(list, lists.get(name), isNews);
    this.#parts(this, next, one => !one.closest('[data-list]'));
    for (const select of this.querySelectorAll('select[id]')) {
      const its = page.getElementById(select.id);
      if (!(select instanceof HTMLSelectElement) || !its || select === document.activeElement || select.closest('[data-list]')) continue;
      const value = select.value;
      select.replaceChildren(...its.childNodes);
      select.value = value;
      if (select.selectedIndex < 0) select.selectedIndex = 0;
    }
    if (focus && document.activeElement?.id !== focus) document.getElementById(focus)?.focus({ preventScroll: true });
  }

  /** @param {HTMLElement} list @param {HTMLElement | undefined} next @param {boolean} isNews */
  #list(list, next, isNews) {
    const had = named(list, 'data-key');
    const has = next ? named(next, 'data-key') : new Map();
    for (const [key, item] of had) if (!has.has(key)) item.remove();
    let at = 0;
    for (const [key, item] of has) {
      let here = had.get(key);
      if (here && (here.querySelector('details[open]') || here.querySelector('input:focus, select:focus'))) this.#parts(here, item, () => true);
      else {
        if (!here && isNews) item.firstElementChild?.classList.add('is-new');
        here?.replaceWith(item);
        here = item;
      }
      if (list.children[at] !== here && here) list.insertBefore(here, list.children[at] ?? null);
      at += 1;
    }
  }

  // What is said changes; what somebody types into stays, and sends what stands now.
  /** @param {ParentNode} here @param {ParentNode} next @param {(one: Element) => boolean} which */
  #parts(here, next, which) {
    const parts = named(next, 'data-part');
    for (const [name, one] of named(here, 'data-part')) if (which(one)) one.replaceChildren(...(parts.get(name)?.childNodes ?? []));
    const forms = [...next.querySelectorAll('details form')];
    if (here instanceof HTMLLIElement) here.querySelectorAll('details form').forEach((form, i) => {
      for (const field of form.querySelectorAll('input[type=hidden]')) field.setAttribute('value', forms[i]?.querySelector(`[name="${field.getAttribute('name')}"]`)?.getAttribute('value') ?? '');
    });
  }
}

customElements.define('cairn-board', LiveBoard);
