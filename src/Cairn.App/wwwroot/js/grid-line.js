// The line above a grid: what is pointed at or focused, in full, because a cell and a heading are too narrow for it.
// @ts-check
import { part } from './part.js';

/** What is for the eye alone is said in words beside it. @param {HTMLTableCellElement} cell */
const heard = cell => {
  const copy = /** @type {HTMLElement} */ (cell.cloneNode(true));
  for (const seen of copy.querySelectorAll('s')) seen.remove();
  return copy.textContent;
};

export class Line {
  /** @type {Promise<void> | undefined} */
  #stated;

  /**
   * @param {HTMLElement} host The grid.
   * @param {HTMLTableElement} table Its table.
   */
  constructor(host, table) {
    this.table = table;
    this.statements = host.dataset.statements ?? '';
    this.words = /** @type {HTMLElement} */ (host.querySelector('[data-line]'));
    table.addEventListener('focusin', event => this.#read(event.target));
    table.addEventListener('pointerover', event => this.#read(event.target));
  }

  /** @param {EventTarget | null} target */
  #read(target) {
    const cell = target instanceof Element ? target.closest('th, td') : null;
    if (!(cell instanceof HTMLTableCellElement) || cell.closest('[data-empty]')) return;
    const head = this.table.tHead?.rows[1].cells[cell.cellIndex];
    if (!head?.dataset.code) return;
    this.cell = cell;
    const title = `${head.dataset.code} ${head.querySelector('span')?.textContent}`;
    const said = cell !== head ? [cell.parentElement?.querySelector('th a')?.textContent, title, heard(cell)]
      : [title, head.getAttribute('aria-description'), head.querySelector('svg')?.getAttribute('aria-label')];
    this.words.textContent = said.filter(Boolean).join(' · ');
    if (cell === head && !head.hasAttribute('aria-description')) this.#state().then(() => { if (this.cell === cell) this.#read(cell); }, () => { this.#stated = undefined; });
  }

  // Statements are long, and most readers never ask for one: they come when somebody points at the first heading.
  #state() {
    return this.#stated ??= part(this.statements).then(page => {
      const statements = new Map([...page.querySelectorAll('dt')].map(code => [code.textContent, code.nextElementSibling?.textContent ?? '']));
      for (const head of this.table.tHead?.rows[1].cells ?? []) if (head.dataset.code) head.setAttribute('aria-description', statements.get(head.dataset.code) ?? '');
    });
  }
}
