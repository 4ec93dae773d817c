// Sends one capture, and goes on where it stopped: the server says how much of each file it has. Sent twice it is stored once.
// @ts-check

const PART = 1 << 20;
const TRIES = 3;

/** A piece that it became. @typedef {{piece: string, learner: string, name: string, judges: boolean, href: string}} Of */
/** What became of it. @typedef {{end: 'saved' | 'needs' | 'later' | 'signIn', text: string, of?: Of[]}} Sent */

/** @param {string} address @param {RequestInit} how @returns {Promise<{status: number, state: any}>} */
async function ask(address, how) {
  const answer = await fetch(address, { credentials: 'same-origin', cache: 'no-store', redirect: 'manual', ...how });
  const isJson = (answer.headers.get('Content-Type') ?? '').includes('json');
  return { status: answer.status, state: isJson ? await answer.json() : null };
}

/**
 * @param {import('./capture-store.js').Waiting} one
 * @param {(percent: number) => void} tell
 * @returns {Promise<Sent>} Rejects where there is no line.
 */
export async function send(one, tell) {
  const whole = one.files.reduce((sum, file) => sum + file.size, 0) || 1;
  const begin = () => ask('/captures', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ ...one.said, id: one.id, files: one.files.map(({ name, size, sha256, words }) => ({ name, size, sha256, words: words?.trim() || undefined })) }) });
  let answer = await begin();
  for (let tries = 0; ;) {
    const { status, state } = answer;
    if (status === 401 || status === 0) return { end: 'signIn', text: '' };
    if (state?.state === 'saved') return { end: 'saved', text: '', of: state.of ?? [] };
    // Another person's session: it waits for its own.
    if (state?.error === 'owner') return { end: 'signIn', text: state.text ?? '' };
    if (status === 429 || status >= 500 || (!state && status !== 404)) return { end: 'later', text: '' };
    if (!state || state.state === 'refused') {
      // What the server forgot it is told again.
      if (state?.error === 'missing' && ++tries < TRIES) answer = await begin();
      else return { end: 'needs', text: state?.text ?? '' };
      continue;
    }

    if (state.error === 'hash' && ++tries >= TRIES) return { end: 'needs', text: state.text ?? '' };
    const has = /** @type {number[]} */ (state.files);
    tell(Math.floor(100 * has.reduce((sum, length) => sum + length, 0) / whole));
    const next = one.files.findIndex((file, n) => has[n] < file.size);
    if (next < 0) {
      if (++tries >= TRIES) return { end: 'later', text: '' };
      answer = await begin();
      continue;
    }

    answer = await ask(`/captures/${one.id}/files/${next}?from=${has[next]}`, { method: 'PUT', headers: { 'Content-Type': 'application/octet-stream' }, body: one.files[next].blob.slice(has[next], has[next] + PART) });
  }
}
