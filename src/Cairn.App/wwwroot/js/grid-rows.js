// The rows of a grid, in portions: those near the window are there, the others are as much empty room. Thousands of rows cost what a few hundred do.
// @ts-check
import { part } from './part.js';

const MOST_KEPT = 12;
const NEAR = 800;

export class Portions {
  /** @type {HTMLTableSectionElement[]} One body a portion, there or not. */
  #bodies = [];
  /** @type {Map<number, Promise<void>>} Portions that are there or on their way, the longest unused first. */
  #asked = new Map();
  /** @type {IntersectionObserver} */
  #watch;

  /**
   * @param {HTMLElement} host The grid, which says how many rows there are and where they come from.
   * @param {HTMLTableElement} table Its table, with the first portion.
   * @param {(loading: boolean, failed?: boolean) => void} tell Told what is going on.
   */
  constructor(host, table, tell) {
    this.table = table;
    this.tell = tell;
    this.count = Number(host.dataset.count);
    this.size = Number(host.dataset.portion);
    this.address = host.dataset.rows ?? '';
    const here = Number(host.dataset.from) / this.size;
    const first = table.tBodies[0];
    this.height = first.rows.length ? first.getBoundingClientRect().height / first.rows.length : 45;
    this.#watch = new IntersectionObserver(seen => {
      for (const one of seen) if (one.isIntersecting) this.#load(Number(/** @type {HTMLElement} */ (one.target).dataset.portion)).catch(() => {});
    }, { root: table.parentElement, rootMargin: `${NEAR}px 0px` });
    for (let i = 0; i * this.size < this.count; i++) {
      const body = i === here ? first : document.createElement('tbody');
      this.#bodies.push(body);
      if (i === here) this.#asked.set(i, Promise.resolve());
      if (i < here) first.before(body);
      if (i > here) table.append(body);
      if (i !== here) this.#empty(i, Math.min(this.size, this.count - i * this.size) * this.height);
    }
    if (here > 0) first.rows[0]?.scrollIntoView({ block: 'start' });
  }

  /** @param {number} index From 0. @returns {HTMLTableRowElement | undefined} The row, if it is there. */
  row(index) {
    const body = this.#bodies[Math.floor(index / this.size)];
    return body && !body.dataset.empty ? body.rows[index % this.size] : undefined;
  }

  /** @param {number} index @returns {Promise<HTMLTableRowElement | undefined>} The row, once it is there. */
  async fetched(index) {
    await this.#load(Math.floor(index / this.size));
    return this.row(index);
  }

  /** @param {number} i */
  #load(i) {
    const known = this.#asked.get(i);
    this.#asked.delete(i);
    const loading = known ?? this.#fill(i);
    this.#asked.set(i, loading);
    return loading;
  }

  /** @param {number} i */
  async #fill(i) {
    const late = setTimeout(() => this.tell(true), 400);
    try {
      const page = await part(`${this.address}${this.address.includes('?') ? '&' : '?'}from=${i * this.size + 1}`);
      const body = this.#bodies[i];
      this.#watch.unobserve(body);
      delete body.dataset.empty;
      body.replaceChildren(...page.querySelectorAll('tr'));
      for (const link of body.querySelectorAll('th a')) link.setAttribute('tabindex', '-1');
      this.tell(false);
      this.#forget(i);
    } catch (wrong) {
      this.#asked.delete(i);
      this.tell(false, true);
      throw wrong;
    } finally {
      clearTimeout(late);
    }
  }

  // Those not used for longest become room again, but never the one that holds the focus or its neighbours.
  /** @param {number} near */
  #forget(near) {
    // On a tall screen more of them are near the window than are kept elsewhere.
    const most = Math.max(MOST_KEPT, 2 + Math.ceil(((this.table.parentElement?.clientHeight ?? 0) + 2 * NEAR) / (this.size * this.height)));
    for (const i of this.#asked.keys()) {
      if (this.#asked.size <= most) return;
      const body = this.#bodies[i];
      if (Math.abs(i - near) < 2 || body.dataset.empty || body.querySelector('[tabindex="0"]') || body.querySelector('.is-open')) continue;
      this.#asked.delete(i);
      this.#empty(i, body.getBoundingClientRect().height);
    }
  }

  /** @param {number} i @param {number} height In pixels. */
  #empty(i, height) {
    const body = this.#bodies[i];
    const row = document.createElement('tr');
    row.setAttribute('aria-hidden', 'true');
    const room = row.appendChild(document.createElement('td'));
    room.colSpan = 1000;
    room.style.blockSize = `${height}px`;
    body.replaceChildren(row);
    body.dataset.empty = 'yes';
    body.dataset.portion = `${i}`;
    this.#watch.observe(body);
  }
}
