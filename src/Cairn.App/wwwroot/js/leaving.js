// Who signs out leaves no name on the device, and is told of what still waits there: it stays theirs, and is sent when they come again.
// @ts-check
import { forgetNames, forgetPages, isUsed, unmark, waiting } from './capture-store.js';

const PATIENCE = 2_000;

/** Nothing on the device keeps anybody from signing out. @template T @param {Promise<T>} work @param {T} otherwise @returns {Promise<T>} */
const inTime = (work, otherwise) => Promise.race([work.catch(() => otherwise), new Promise(done => setTimeout(() => done(otherwise), PATIENCE))]);

document.addEventListener('submit', event => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset.waiting === undefined || !isUsed()) return;
  event.preventDefault();
  const leave = async () => {
    const count = await inTime(waiting(), 0);
    if (count > 0 && !confirm((form.dataset.waiting ?? '').replace('#', String(count)))) return;
    await inTime(Promise.all([forgetNames(), forgetPages()]).then(() => 0), 0);
    if (count === 0) unmark();
    form.submit();
  };
  leave();
});
