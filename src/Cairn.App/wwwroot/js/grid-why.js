// "Why this level?" beside the grid: opened for a cell, closed by Esc, and then the focus is on that cell again.
// @ts-check
import { part } from './part.js';

export class Panel {
  /** @type {HTMLElement | null} The cell that it is open for. */
  #cell = null;

  /**
   * @param {HTMLElement} host The grid.
   * @param {(text: string) => void} say Says something to who cannot see it.
   */
  constructor(host, say) {
    this.host = host;
    this.say = say;
    this.side = /** @type {HTMLElement} */ (host.querySelector('[data-why]'));
    this.inside = /** @type {HTMLElement} */ (this.side.querySelector('[data-inside]'));
    this.side.addEventListener('keydown', event => { if (event.key === 'Escape') this.close(); });
  }

  get isOpen() { return !this.side.hidden; }

  /**
   * @param {HTMLElement} cell
   * @param {string} address Where its reasons are.
   */
  async open(cell, address) {
    this.#mark(cell);
    this.side.hidden = false;
    this.host.classList.add('is-split');
    this.side.setAttribute('aria-busy', 'true');
    try {
      const section = (await part(address)).querySelector('.Why');
      if (this.#cell !== cell || !section) return;
      this.inside.replaceChildren(section);
      const title = section.querySelector('h2');
      title?.setAttribute('tabindex', '-1');
      title?.focus({ preventScroll: true });
      this.side.scrollTop = 0;
      // Below the grid, on a narrow screen, it may be out of sight.
      if (this.side.getBoundingClientRect().top > innerHeight - 120) this.side.scrollIntoView();
    } catch {
      this.say(this.host.dataset.failed ?? '');
      this.close();
    } finally {
      this.side.removeAttribute('aria-busy');
    }
  }

  close() {
    const cell = this.#cell;
    this.#mark(null);
    this.side.hidden = true;
    this.inside.replaceChildren();
    this.host.classList.remove('is-split');
    cell?.focus();
  }

  /** @param {HTMLElement | null} cell */
  #mark(cell) {
    // The row's own mark: `:has` would make the browser look again whenever rows come or go.
    this.#cell?.classList.remove('is-open');
    this.#cell?.parentElement?.classList.remove('has-open');
    this.#cell = cell;
    cell?.classList.add('is-open');
    cell?.parentElement?.classList.add('has-open');
  }
}
