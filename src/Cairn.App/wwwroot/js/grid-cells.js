// Cells as judging sees them: whose, of what, and how a key is drawn. On a long scale digits mean the five levels around the learner's stage,
// and these stand above the cell.
// @ts-check

const MIDDLE = 3;
const ABOVE = 26;

export class Cells {
  /**
   * @param {HTMLElement} host The grid.
   * @param {HTMLTableElement} table Its table.
   */
  constructor(host, table) {
    this.table = table;
    this.levels = /** @type {HTMLElement} */ (host.querySelector('[data-levels]'));
    table.addEventListener('focusin', event => this.#near(event.target));
    table.addEventListener('focusout', () => { this.levels.hidden = true; });
  }

  /** @param {HTMLTableCellElement} cell */
  head(cell) { return /** @type {HTMLTableCellElement} */ (this.table.tHead?.rows[1].cells[cell.cellIndex]); }

  /** @param {HTMLTableCellElement} cell */
  code(cell) { return this.head(cell).dataset.code ?? ''; }

  /** @param {HTMLTableCellElement} cell */
  learner(cell) { return cell.parentElement?.querySelector('th a')?.getAttribute('href')?.split('/').pop() ?? ''; }

  /** Where it stands now; nowhere while its row is not here. @param {{ learner: string, code: string }} of @returns {HTMLTableCellElement | undefined} */
  find(of) {
    const head = [...this.table.tHead?.rows[1].cells ?? []].find(one => one.dataset.code === of.code);
    return head && /** @type {HTMLTableRowElement | null} */ (this.table.querySelector(`th a[href="/learners/${of.learner}"]`)?.closest('tr'))?.cells[head.cellIndex];
  }

  /** @param {{ learner: string, code: string }} of @param {Element | undefined} as How it looks from now on. */
  draw(of, as) {
    const cell = this.find(of);
    if (!cell || !as) return;
    cell.className = as.className;
    cell.replaceChildren(...[...as.childNodes].map(one => document.importNode(one, true)));
  }

  /** What a key is drawn as before the answer comes. @param {HTMLTableCellElement} cell @param {string} key */
  drawn(cell, key) {
    const stage = Number(cell.dataset.stage);
    return stage && Number(key) <= 5 ? `${Math.max(1, stage + Number(key) - MIDDLE)}` : key;
  }

  /** @param {EventTarget | null} target */
  #near(target) {
    const cell = target instanceof HTMLElement ? target.closest('td') : null;
    this.levels.hidden = !cell?.dataset.stage;
    if (!cell?.dataset.stage) return;
    this.levels.textContent = [1, 2, 3, 4, 5].map(key => `${key}\u2192${this.drawn(cell, `${key}`)}`).join('  ');
    const [at, box] = [cell.getBoundingClientRect(), /** @type {Element} */ (this.levels.offsetParent ?? document.body).getBoundingClientRect()];
    this.levels.style.insetBlockStart = `${at.top - box.top - ABOVE}px`;
    this.levels.style.left = `${at.left - box.left}px`;
  }
}
