// <captures-waiting>: on every page, a small mark of how many captures wait on this device; with a line they are sent from here.
// @ts-check
import { isUsed, waiting } from './capture-store.js';
import { pump } from './capture-pump.js';

const AGAIN = 30_000;

class CapturesWaiting extends HTMLElement {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  connectedCallback() {
    addEventListener('queued', () => this.#draw());
    addEventListener('online', () => this.#send());
    if (isUsed()) this.#send();
  }

  // The page on which work is captured has a queue of its own, which sends and tells more.
  async #send() {
    clearTimeout(this.#timer);
    const count = await this.#draw();
    if (count === 0 || document.querySelector('capture-queue')) return;
    await pump(this.dataset.owner ?? '', () => { this.#draw(); });
    if (await this.#draw() > 0) this.#timer = setTimeout(() => this.#send(), AGAIN);
  }

  async #draw() {
    const count = await waiting(this.dataset.owner).catch(() => 0);
    const [number, said] = [this.querySelector('[data-number]'), this.querySelector('.sr')];
    if (number) number.textContent = String(count);
    if (said) said.textContent = (this.dataset.words ?? '').replace('#', String(count));
    this.hidden = count === 0;
    return count;
  }
}

customElements.define('captures-waiting', CapturesWaiting);
