// Who chooses a language comes back to the same page with what they typed. It is kept in this tab until the next page, and no longer.
// @ts-check
const kept = 'draft';

/** What somebody types into; no password, no file, nothing hidden. @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

/** The fields of the page's forms, each with a name that is the same in every language. @returns {[string, Field][]} */
const fields = () => [...document.querySelectorAll('form')].filter(form => form.method === 'post' && form.getAttribute('action') !== '/language').flatMap((form, at) =>
  [...form.elements].filter(one => one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement)
    .filter(one => one.name && !['password', 'file', 'hidden', 'submit', 'button'].includes(one.type))
    .map((one, place) => /** @type {[string, Field]} */ ([`${at} ${place} ${one.name}`, one])));

const isTicked = (/** @type {Field} */ one) => one instanceof HTMLInputElement && (one.type === 'checkbox' || one.type === 'radio');

document.addEventListener('submit', event => {
  if (!(event.target instanceof HTMLFormElement) || event.target.getAttribute('action') !== '/language') return;
  const back = event.target.elements.namedItem('back');
  // The server knows whether this page can be opened again; the script adds what was searched for.
  if (!(back instanceof HTMLInputElement) || back.value !== location.pathname) return;
  back.value += location.search;
  const draft = fields().map(([name, one]) => [name, isTicked(one) ? /** @type {HTMLInputElement} */ (one).checked : one.value]);
  try { sessionStorage.setItem(kept, JSON.stringify([location.pathname, draft])); } catch { /* private window: what was typed is typed again */ }
});

try {
  const [path, typed] = JSON.parse(sessionStorage.getItem(kept) ?? '[]');
  sessionStorage.removeItem(kept);
  const draft = new Map(path === location.pathname ? typed : []);
  for (const [name, one] of fields()) {
    const said = draft.get(name);
    if (typeof said === 'boolean' && one instanceof HTMLInputElement) one.checked = said;
    else if (typeof said === 'string') one.value = said;
  }
} catch { /* nothing was kept */ }
