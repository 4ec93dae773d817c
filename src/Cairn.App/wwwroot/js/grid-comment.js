// The line for a comment on a cell: Enter saves it, Esc leaves it, and then the focus is on the cell again.
// @ts-check

export class Comment {
  /** @type {HTMLTableCellElement | null} */
  #cell = null;

  /**
   * @param {HTMLElement} host The grid.
   * @param {(cell: HTMLTableCellElement, words: string) => void} save
   */
  constructor(host, save) {
    this.form = /** @type {HTMLFormElement} */ (host.querySelector('[data-comment]'));
    this.field = /** @type {HTMLInputElement} */ (this.form.querySelector('input'));
    this.form.addEventListener('submit', event => {
      event.preventDefault();
      if (this.#cell && this.field.value.trim()) save(this.#cell, this.field.value);
      this.close();
    });
    this.form.addEventListener('keydown', event => { if (event.key === 'Escape') this.close(); });
  }

  /** @param {HTMLTableCellElement} cell @param {string} code */
  open(cell, code) {
    this.#cell = cell;
    this.form.hidden = false;
    /** @type {HTMLElement} */ (this.form.querySelector('[data-comment-of]')).textContent = `${cell.parentElement?.querySelector('th a')?.textContent} · ${code}`;
    this.field.focus();
  }

  close() {
    this.field.value = '';
    this.form.hidden = true;
    this.#cell?.focus();
  }
}
