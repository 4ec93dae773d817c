// The class grid by keyboard: one tab stop, arrows from cell to cell, Enter for the reasons. Without it the table still reads.
// @ts-check
import { Portions } from './grid-rows.js';
import { Panel } from './grid-why.js';
import { Line } from './grid-line.js';
import { Judge } from './grid-judge.js';

const HEADINGS = 2;
const PAGE = 10;
const SINGLE = 'single-keys';

const isSingle = () => { try { return localStorage.getItem(SINGLE) !== 'off'; } catch { return true; } };

class CairnGrid extends HTMLElement {
  /** @type {HTMLElement | null} The one cell that Tab reaches. */
  #here = null;
  // Only the newest of several moves that wait for rows is made, and it begins where the one before it would have ended.
  #move = 0;
  /** @type {[number, number] | null} */
  #going = null;

  connectedCallback() {
    const table = this.querySelector('table');
    if (!table) return;
    this.table = table;
    table.setAttribute('role', 'grid');
    for (const link of table.querySelectorAll('tbody a')) link.setAttribute('tabindex', '-1');
    this.querySelector('[data-pager]')?.remove();
    this.panel = new Panel(this, text => this.#say(text));
    this.rows = new Portions(this, table, (loading, failed) => this.#say(failed ? this.dataset.failed : loading ? this.dataset.loading : ''));
    this.#stop(table.tBodies.length ? this.rows.row(Number(this.dataset.from))?.cells[1] : null);
    table.addEventListener('keydown', event => this.#key(event));
    table.addEventListener('click', event => this.#click(event));
    new Line(this, table);
    if (this.dataset.judge) this.judge = new Judge(this, table, text => this.#say(text));
    this.addEventListener('click', event => this.#do(event));
    const single = this.querySelector('[name=single]');
    if (single instanceof HTMLInputElement) {
      single.checked = isSingle();
      single.addEventListener('change', () => { try { localStorage.setItem(SINGLE, single.checked ? 'on' : 'off'); } catch { /* it lasts for this page */ } });
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const cell = event.target instanceof Element ? event.target.closest('th, td') : null;
    const row = cell?.parentElement;
    if (!(cell instanceof HTMLTableCellElement) || !row || event.altKey) return;
    const [r, c] = this.#going ?? [Number(row.getAttribute('aria-rowindex')) - HEADINGS - 1, cell.cellIndex];
    const on = getComputedStyle(this).direction === 'rtl' ? -1 : 1;
    const all = event.ctrlKey || event.metaKey;
    const [last, end] = [this.rows?.count ?? 1, row.children.length];
    /** @type {Record<string, [number, number]>} */
    const ways = {
      ArrowDown: [r + 1, c], ArrowUp: [r - 1, c], ArrowRight: [r, c + on], ArrowLeft: [r, c - on], PageDown: [Math.max(0, r) + PAGE, c], PageUp: [Math.max(0, r - PAGE), c],
      Home: all ? [0, 0] : [r, 0], End: all ? [last, end] : [r, end],
    };
    if (ways[event.key]) this.#go(...ways[event.key]);
    else if ((event.key === 'Enter' || event.key === 'F2') && cell.tagName === 'TD') this.#why(cell);
    else if (event.key === 'Escape' && this.panel?.isOpen) this.panel.close();
    else if (event.key === '?' && isSingle()) this.#help();
    else if (!this.#judged(event, cell, r, c)) return;
    event.preventDefault();
  }

  /** @param {KeyboardEvent} event @param {HTMLTableCellElement} cell @param {number} r @param {number} c @returns {boolean} Was it a key of judging? */
  #judged(event, cell, r, c) {
    // Of cells that have not come yet nobody says anything.
    const done = cell.tagName === 'TD' && !this.#going && (isSingle() || event.ctrlKey || event.metaKey) && this.judge?.key(event, cell);
    if (done === 'down') this.#go(r + 1, c);
    return !!done;
  }

  /** @param {number} r Row from 0; -1 is the heading. @param {number} c Column from 0, which is the name. */
  async #go(r, c) {
    const move = ++this.#move;
    const to = Math.max(-1, Math.min((this.rows?.count ?? 1) - 1, r));
    let row = to < 0 ? this.table?.tHead?.rows[1] : this.rows?.row(to);
    if (!row) this.#going = [to, c];
    try { row ??= await this.rows?.fetched(to); } catch { row = undefined; }
    if (move !== this.#move) return;
    this.#going = null;
    if (!row) return;
    const cell = row.cells[Math.max(0, Math.min(row.cells.length - 1, c))];
    this.#stop(cell);
    this.#here?.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** @param {HTMLTableCellElement | null | undefined} cell Becomes the one tab stop: its link where it is one. */
  #stop(cell) {
    if (!cell) return;
    this.#here?.setAttribute('tabindex', '-1');
    this.#here = cell.tagName === 'TH' ? cell.querySelector('a') ?? cell : cell;
    this.#here.setAttribute('tabindex', '0');
    cell.setAttribute('aria-colindex', `${cell.cellIndex + 1}`);
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const cell = event.target instanceof Element ? event.target.closest('tbody td, thead tr:last-child th') : null;
    if (!(cell instanceof HTMLTableCellElement) || cell.closest('[data-empty]') || event.ctrlKey || event.metaKey || event.shiftKey) return;
    this.#stop(cell);
    if (cell.tagName === 'TD') {
      event.preventDefault();
      this.#why(cell);
    } else cell.focus();
  }

  /** @param {HTMLTableCellElement} cell */
  #why(cell) {
    const home = cell.parentElement?.querySelector('th a')?.getAttribute('href');
    const code = this.table?.tHead?.rows[1].cells[cell.cellIndex].dataset.code;
    if (home && code) this.panel?.open(cell, `${home}/why/${encodeURIComponent(code).replaceAll('%2F', '/')}${this.dataset.details ?? ''}`);
  }

  /** @param {Event} event */
  #do(event) {
    const what = event.target instanceof Element ? event.target.closest('[data-do]')?.getAttribute('data-do') : null;
    if (what === 'keys') this.#help();
    if (what === 'close-keys') this.querySelector('dialog')?.close();
    if (what === 'close-why') this.panel?.close();
    this.judge?.press(what);
  }

  #help() {
    const keys = this.querySelector('dialog');
    if (keys instanceof HTMLDialogElement) keys.showModal();
  }

  /** @param {string | undefined} text */
  #say(text) {
    const said = this.querySelector('[data-said]');
    if (said) said.textContent = text ?? '';
  }
}

customElements.define('cairn-grid', CairnGrid);
