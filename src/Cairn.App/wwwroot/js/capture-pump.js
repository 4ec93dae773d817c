// Sends what waits on this device for one person, one after the other; whichever page is open does it. One window sends at a time.
// @ts-check
import { all, keep, remove } from './capture-store.js';
import { send } from './capture-send.js';

/** What became of one. @typedef {{what: 'sending' | 'saved' | 'needs' | 'later' | 'signIn', percent: number, text: string, of?: import('./capture-send.js').Of[]}} Step */

/** @param {string} owner @param {(one: import('./capture-store.js').Waiting, step: Step) => void} tell */
async function each(owner, tell) {
  for (const one of (await all()).filter(each => each.owner === owner && each.state === 'waiting')) {
    try {
      const sent = await send(one, percent => tell(one, { what: 'sending', percent, text: '' }));
      if (sent.end === 'saved') await remove(one.id);
      else if (sent.end === 'needs') await keep({ ...one, state: 'needs', text: sent.text });
      tell(one, { what: sent.end, percent: 0, text: sent.text, of: sent.of });
      if (sent.end === 'later' || sent.end === 'signIn') return;
    } catch {
      // No line: it stays as it is, and is tried again.
      tell(one, { what: 'later', percent: 0, text: '' });
      return;
    }
  }
}

/** @param {string} owner Whose captures may be sent here. @param {(one: import('./capture-store.js').Waiting, step: Step) => void} tell */
export async function pump(owner, tell) {
  if (navigator.locks) await navigator.locks.request('cairn-captures', { ifAvailable: true }, lock => (lock ? each(owner, tell) : undefined));
  else await each(owner, tell);
}
