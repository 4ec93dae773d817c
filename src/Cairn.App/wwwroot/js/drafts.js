// Who chooses a language, or has to prove first who they are, comes back to the same page with what they typed. It is kept in this tab until
// the next page, and no longer.
// @ts-check
const kept = 'draft';
const sent = 'sent';
const proof = '/prove';

/** What somebody types into; no secret, no file, nothing hidden. @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

/** A password stays one where it is shown for a moment; codes are told by what a browser may fill in. */
const isSecret = (/** @type {Field} */ one) => one.type === 'password' || /password|one-time-code|^off$/.test(one.getAttribute('autocomplete') ?? '');

/** The fields of the page's forms, each with a name that is the same in every language: where its form goes, and its place there.
 * @returns {[string, Field][]} */
const fields = () => {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return [...document.querySelectorAll('form')].filter(form => form.method === 'post' && form.getAttribute('action') !== '/language').flatMap(form => {
    const to = form.getAttribute('action') ?? '';
    const nth = seen.get(to) ?? 0;
    seen.set(to, nth + 1);
    return [...form.elements].filter(one => one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement)
      .filter(one => one.name && !isSecret(one) && !['file', 'hidden', 'submit', 'button'].includes(one.type))
      .map((one, place) => /** @type {[string, Field]} */ ([`${to} ${nth} ${place} ${one.name}`, one]));
  });
};

const isTicked = (/** @type {Field} */ one) => one instanceof HTMLInputElement && (one.type === 'checkbox' || one.type === 'radio');

/** Keeps what stands in the fields. @param {string} name @param {boolean} isAsked */
function keep(name, isAsked) {
  const draft = fields().map(([key, one]) => [key, isTicked(one) ? /** @type {HTMLInputElement} */ (one).checked : one.value]);
  try { sessionStorage.setItem(name, JSON.stringify([location.pathname, draft, isAsked])); } catch { /* private window: what was typed is typed again */ }
}

/** What was kept, taken out. @param {string} name @returns {[string, [string, string | boolean][], boolean] | []} */
function take(name) {
  try {
    const text = sessionStorage.getItem(name) ?? '[]';
    sessionStorage.removeItem(name);
    return JSON.parse(text);
  } catch { return []; }
}

/** @param {string | undefined} path @param {[string, string | boolean][] | undefined} typed */
function putBack(path, typed) {
  const draft = new Map(path === location.pathname ? typed : []);
  for (const [name, one] of fields()) {
    const said = draft.get(name);
    if (typeof said === 'boolean' && one instanceof HTMLInputElement) one.checked = said;
    else if (typeof said === 'string') one.value = said;
  }
}

document.addEventListener('submit', event => {
  if (!(event.target instanceof HTMLFormElement) || event.target.method !== 'post' || location.pathname === proof) return;
  if (event.target.getAttribute('action') !== '/language') {
    keep(sent, false);
    return;
  }

  const back = event.target.elements.namedItem('back');
  // The server knows whether this page can be opened again; the script adds what was searched for.
  if (!(back instanceof HTMLInputElement) || back.value !== location.pathname) return;
  back.value += location.search;
  keep(kept, false);
});

// What was sent is put back only by way of the proof: any other page means that it arrived.
const [path, typed, isAsked] = take(sent);
if (path && location.pathname === proof) {
  try { sessionStorage.setItem(sent, JSON.stringify([path, typed, true])); } catch { /* as above */ }
} else if (isAsked) putBack(path, typed);

const [here, draft] = take(kept);
putBack(here, draft);
