// A proposal: what it could show is suggested while somebody types, and the draft is kept at school when they pause. Without scripts the
// buttons do both.
// @ts-check
const pause = 600;
const rest = 8000;

/** Asks for the part that changes. @param {HTMLFormElement} form @param {string} what @returns {Promise<HTMLElement>} */
const ask = (form, what) => new Promise((done, fail) => {
  const sent = new FormData(form);
  sent.set('do', what);
  sent.set('part', '1');
  const request = new XMLHttpRequest();
  request.open('POST', form.getAttribute('action') ?? '');
  request.responseType = 'document';
  request.onload = () => (request.status === 200 && request.response ? done(request.response.body) : fail(new Error(`${request.status}`)));
  request.onerror = () => fail(new Error('no answer'));
  request.send(sent);
});

/** @param {HTMLFormElement} form */
function watch(form) {
  const [place, said] = [form.querySelector('[data-suggest]'), form.querySelector('[data-kept]')];
  const seen = /** @type {HTMLInputElement | null} */ (form.querySelector('[data-seen]'));
  if (!place || !said || !seen) return;
  let [soon, later, asked, isSent] = [0, 0, 0, false];
  /** @type {Promise<void> | null} A draft that is on its way: nothing else is sent before it has arrived, or there would be two. */
  let keeping = null;

  // What was ticked while the answer was on its way stays ticked, and the focus stays where it is.
  const show = (/** @type {HTMLElement} */ body) => {
    const came = body.querySelector('[data-suggest]');
    if (!came || place.contains(document.activeElement)) return;
    const ticked = new Map([...place.querySelectorAll('input')].map(one => [one.name, one.checked]));
    place.replaceChildren(...came.childNodes);
    for (const one of place.querySelectorAll('input')) one.checked = ticked.get(one.name) ?? one.checked;
  };

  const send = async (/** @type {string} */ what) => {
    const mine = ++asked;
    try {
      const body = await ask(form, what);
      if (isSent) return;
      if (body.dataset.address) {
        form.setAttribute('action', body.dataset.address);
        seen.value = body.dataset.seen ?? '';
        history.replaceState(null, '', body.dataset.address);
      }
      if (what === 'keep') said.textContent = body.dataset.said ?? '';
      // An earlier answer was lost: what was typed since goes to the draft that stands already.
      if (what === 'keep' && body.dataset.address && !body.dataset.said) later = setTimeout(keep, pause);
      if (mine === asked) show(body);
    } catch { /* what was typed stands in the form still */ }
  };

  const keep = () => {
    if (keeping) later = setTimeout(keep, pause);
    else keeping = send('keep').finally(() => { keeping = null; });
  };

  form.addEventListener('submit', event => {
    clearTimeout(soon);
    clearTimeout(later);
    if (!keeping) {
      isSent = true;
      return;
    }

    event.preventDefault();
    keeping.then(() => form.requestSubmit(event.submitter));
  });
  form.addEventListener('input', event => {
    clearTimeout(later);
    const question = form.elements.namedItem('question');
    if (form.dataset.propose === 'keep' && question instanceof HTMLInputElement && question.value.trim()) later = setTimeout(keep, rest);
    if (!(event.target instanceof HTMLElement) || !['question', 'product', 'evidence'].includes(/** @type {HTMLInputElement} */ (event.target).name)) return;
    clearTimeout(soon);
    soon = setTimeout(() => send('suggest'), pause);
  });
}

for (const form of document.querySelectorAll('[data-propose]')) if (form instanceof HTMLFormElement) watch(form);
