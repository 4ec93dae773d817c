// What is missing is said at its place, and the hands are brought there: under the bar of a phone nobody would read it.
// @ts-check
const ID = 'capture-wrong';

/** @param {HTMLElement} form */
export function forget(form) {
  form.querySelector(`#${ID}`)?.remove();
  form.querySelectorAll('.is-wrong').forEach(one => one.classList.remove('is-wrong'));
  form.querySelectorAll('[aria-invalid]').forEach(one => {
    one.removeAttribute('aria-invalid');
    one.setAttribute('aria-describedby', (one.getAttribute('aria-describedby') ?? '').replace(ID, '').trim());
    if (!one.getAttribute('aria-describedby')) one.removeAttribute('aria-describedby');
  });
}

/**
 * @param {HTMLElement} form
 * @param {Element | null} place The field, or the list of boxes.
 * @param {string} text
 */
export function wrong(form, place, text) {
  forget(form);
  const fields = /** @type {HTMLElement[]} */ ([...place?.querySelectorAll('input, textarea') ?? []]).filter(one => one.checkVisibility());
  if (!place || fields.length === 0) return;
  const [says, words] = [document.createElement('div'), document.createElement('p')];
  [says.id, says.className, words.textContent] = [ID, 'Field-error', text];
  says.append(words);
  place.classList.add('is-wrong');
  if (place.matches('.Field')) place.append(says);
  else place.prepend(says);
  for (const one of fields) {
    one.setAttribute('aria-invalid', 'true');
    one.setAttribute('aria-describedby', `${one.getAttribute('aria-describedby') ?? ''} ${ID}`.trim());
  }

  fields[0].focus({ preventScroll: true });
  says.scrollIntoView({ block: 'center' });
  form.addEventListener('input', () => forget(form), { once: true });
}
