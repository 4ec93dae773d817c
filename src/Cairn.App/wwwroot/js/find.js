// @ts-check
/* Finds one of many boxes by its words, whatever their case and accents. What is ticked stays in sight; without scripts all of them stand there. */

/** @param {string | null} text */
const plain = text => (text ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

class PickFind extends HTMLElement {
  connectedCallback() {
    const [field, among] = [this.querySelector('input'), this.closest('fieldset')];
    if (!field || !among) return;
    this.hidden = false;
    // Enter looks, and does not send the form around it.
    field.addEventListener('keydown', event => { if (event.key === 'Enter') event.preventDefault(); });
    field.addEventListener('input', () => PickFind.#show(among, plain(field.value.trim())));
  }

  /** @param {HTMLElement} among @param {string} wanted */
  static #show(among, wanted) {
    for (const one of among.querySelectorAll('.Check')) if (one instanceof HTMLElement) one.hidden = !plain(one.textContent).includes(wanted) && !one.querySelector('input:checked');
    for (const fold of among.querySelectorAll('details')) {
      // The name of a project finds all its pieces.
      if (wanted && plain(fold.querySelector('summary')?.textContent ?? '').includes(wanted)) fold.querySelectorAll('.Check').forEach(one => { if (one instanceof HTMLElement) one.hidden = false; });
      fold.hidden = !fold.querySelector('.Check:not([hidden])');
      fold.open = wanted.length > 0 && !fold.hidden;
    }
  }
}

customElements.define('pick-find', PickFind);
