// Cairn kit: the little that every page shares. Every page reads and works without it.
// @ts-check
const root = document.documentElement;

const isDark = () => root.classList.contains('is-dark')
  || (!root.classList.contains('is-light') && matchMedia('(prefers-color-scheme: dark)').matches);

/** What a button with data-do does. @type {Record<string, (button: HTMLElement) => void>} */
const deeds = {
  // The device decides until a person chooses; the choice is kept on this device (theme.js puts it back).
  theme() {
    const next = isDark() ? 'is-light' : 'is-dark';
    root.classList.remove('is-dark', 'is-light');
    root.classList.add(next);
    try { localStorage.setItem('theme', next); } catch { /* private window: it lasts for this page */ }
  },
  // Shows what is typed into a password, and hides it again.
  reveal(button) {
    const [field, said] = [document.getElementById(button.dataset.for ?? ''), button.dataset.other ?? ''];
    if (!(field instanceof HTMLInputElement)) return;
    field.type = field.type === 'password' ? 'text' : 'password';
    button.dataset.other = button.textContent ?? '';
    button.textContent = said;
    button.setAttribute('aria-pressed', String(field.type === 'text'));
  },
  print() {
    print();
  },
  dismiss(button) {
    button.closest('.Toast')?.replaceChildren();
  },
};

// A page that the browser kept whole may belong to somebody who has signed out since: it is asked for again.
addEventListener('pageshow', event => { if (event.persisted) location.reload(); });

// What takes a while says so where the form is, and is not sent twice.
document.addEventListener('submit', event => {
  if (!(event.target instanceof HTMLFormElement) || event.defaultPrevented || !event.target.dataset.busy) return;
  const [form, said] = [event.target, event.target.querySelector('[role="status"]')];
  if (said) said.textContent = form.dataset.busy ?? '';
  // Once it is on its way: a button that is dead already sends nothing.
  const rest = (/** @type {boolean} */ isBusy) => form.querySelectorAll('button').forEach(one => { one.disabled = isBusy; });
  setTimeout(() => rest(true));
  // Whoever stopped it, or whose line broke, goes on where they are.
  form.addEventListener('input', () => rest(false), { once: true });
  setTimeout(() => rest(false), 60_000);
});

document.addEventListener('click', event => {
  const button = event.target instanceof Element ? event.target.closest('[data-do]') : null;
  if (button instanceof HTMLElement) deeds[button.dataset.do ?? '']?.(button);
});

// Escape closes what folds open over a page, and the focus is where it was opened.
document.addEventListener('keydown', event => {
  const open = event.key === 'Escape' && event.target instanceof Element ? event.target.closest('details[data-folds][open]') : null;
  if (!(open instanceof HTMLDetailsElement)) return;
  open.open = false;
  open.querySelector('summary')?.focus();
});
