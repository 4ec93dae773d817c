// Judging rows by keys: a digit chooses the level and goes on to the next row; m, n and . as in the grid, c to the words. Without it the rows are radio buttons.
// @ts-check

const SINGLE = 'single-keys';

class CairnRubric extends HTMLElement {
  connectedCallback() {
    this.addEventListener('keydown', event => this.#key(event));
    // The first row is where the hands are, once somebody has come from the learner before.
    if (new URLSearchParams(location.search).has('saved')) this.#focus(this.#rows()[0]);
  }

  /** @returns {HTMLElement[]} */
  #rows() { return [...this.querySelectorAll('[data-row]')].filter(one => one instanceof HTMLElement && one.checkVisibility()).map(one => /** @type {HTMLElement} */ (one)); }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const at = event.target;
    if (!(at instanceof HTMLInputElement) || at.type !== 'radio' || event.ctrlKey || event.metaKey || event.altKey || !this.#isSingle()) return;
    const row = /** @type {HTMLElement | null} */ (at.closest('[data-row]'));
    if (!row) return;
    const key = event.key.toLowerCase();
    if (key === 'c') /** @type {HTMLElement | null} */ (row.querySelector('[data-words]'))?.focus();
    else {
      const choice = /** @type {HTMLInputElement | null} */ (row.querySelector(`[data-key="${CSS.escape(key)}"]`));
      if (!choice) return;
      choice.checked = true;
      choice.dispatchEvent(new Event('change', { bubbles: true }));
      const rows = this.#rows();
      const next = rows[rows.indexOf(row) + 1];
      if (next) this.#focus(next);
      else choice.focus();
    }
    event.preventDefault();
  }

  /** @param {HTMLElement | undefined} row */
  #focus(row) { /** @type {HTMLElement | null | undefined} */ (row?.querySelector('input[type=radio]:checked') ?? row?.querySelector('input[type=radio]'))?.focus(); }

  #isSingle() { try { return localStorage.getItem(SINGLE) !== 'off'; } catch { return true; } }
}

customElements.define('cairn-rubric', CairnRubric);
