// <capture-queue>: what waits on this device, seen, and sent one after the other whenever there is a line. One window sends at a time.
// @ts-check
import { all, keep, remove } from './capture-store.js';
import { pump } from './capture-pump.js';
import { ways } from './capture-arrived.js';

const AGAIN = 5_000;

class Queue extends HTMLElement {
  /** Says of a capture beside what is kept of it. @type {Map<string, string>} */
  #said = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #isSending = false;
  /** What arrived while this page is open. @type {[string, string, import('./capture-send.js').Of[]][]} */
  #saved = [];

  connectedCallback() {
    addEventListener('online', () => this.pump());
    addEventListener('captured', () => this.pump());
    document.addEventListener('visibilitychange', () => { if (!document.hidden) this.pump(); });
    this.addEventListener('click', event => this.#act(event));
    this.pump();
  }

  /** Whose queue may be sent here; a page that was kept for the device asks it of the names. */
  get owner() { return this.dataset.owner ?? ''; }

  async pump() {
    clearTimeout(this.#timer);
    await this.#draw();
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      await pump(this.owner, (one, step) => this.#told(one, step));
    } finally {
      this.#isSending = false;
      await this.#draw();
      if ((await this.#own()).some(one => one.state === 'waiting')) this.#timer = setTimeout(() => this.pump(), AGAIN);
    }
  }

  async #own() { return (await all()).filter(one => one.owner === this.owner); }

  /** @param {import('./capture-store.js').Waiting} one @param {import('./capture-pump.js').Step} step */
  #told(one, step) {
    if (step.what === 'sending') this.#said.set(one.id, (this.dataset.sending ?? '').replace('#', String(step.percent)));
    else if (step.what === 'signIn') this.#said.set(one.id, step.text || (this.dataset.signin ?? ''));
    else this.#said.delete(one.id);
    if (step.what === 'saved') {
      const of = step.of ?? [];
      this.#saved.push([one.id, one.said.title || (this.dataset.untitled ?? ''), of]);
      dispatchEvent(new CustomEvent('arrived', { detail: { id: one.id, ways: ways(of, this.dataset) } }));
    }
    this.#draw();
  }

  async #draw() {
    const every = await all();
    const own = every.filter(one => one.owner === this.owner);
    const others = every.length - own.length;
    dispatchEvent(new CustomEvent('queued'));
    this.hidden = every.length === 0 && this.#saved.length === 0;
    const [count, list] = [this.querySelector('[role="status"]'), this.querySelector('ul')];
    const text = [own.length > 0 ? (this.dataset.count ?? '').replace('#', String(own.length)) : '', others > 0 ? (this.dataset.others ?? '').replace('#', String(others)) : ''].filter(Boolean).join(' ');
    if (count && count.textContent !== text) count.textContent = text;
    list?.replaceChildren(
      ...own.map(one => this.#line(one.id, one.said.title || this.dataset.untitled, one.state === 'needs' ? `${this.dataset.needs}: ${one.text}` : this.#said.get(one.id) ?? this.dataset.waiting ?? '', one.state === 'waiting' && this.#said.has(one.id) ? 'sending' : one.state)),
      ...this.#saved.map(([id, title, of]) => {
        const line = this.#line(id, title, this.dataset.saved ?? '', 'saved');
        line.append(...ways(of, this.dataset));
        return line;
      }));
  }

  /** @param {string} id @param {string} title @param {string} says @param {string} state */
  #line(id, title, says, state) {
    const line = document.createElement('li');
    line.className = 'Row Waits';
    line.dataset.state = state;
    const [name, what] = [document.createElement('strong'), document.createElement('span')];
    [name.textContent, what.textContent] = [title, says];
    line.append(name, what);
    if (state !== 'saved') line.append(this.#button(id, 'retry'), this.#button(id, 'remove'));
    return line;
  }

  /** @param {string} id @param {'retry' | 'remove'} act */
  #button(id, act) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'Button Button--small Button--quiet';
    [button.dataset.act, button.dataset.id, button.textContent] = [act, id, this.dataset[act] ?? ''];
    return button;
  }

  /** @param {Event} event */
  async #act(event) {
    const button = event.target instanceof Element ? event.target.closest('[data-act]') : null;
    if (!(button instanceof HTMLElement)) return;
    const one = (await this.#own()).find(each => each.id === button.dataset.id);
    if (!one) return;
    if (button.dataset.act === 'retry') await keep({ ...one, state: 'waiting', text: '' });
    else if (confirm(this.dataset.sure)) {
      await remove(one.id);
      fetch(`/captures/${one.id}/drop`, { method: 'POST', credentials: 'same-origin' }).catch(() => { /* it goes by itself after days */ });
    }
    await this.pump();
  }
}

customElements.define('capture-queue', Queue);
