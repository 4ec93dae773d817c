// What waits on this device, and the names that are needed to choose without a line. Each belongs to one person; names go with their session.
// @ts-check

/** @typedef {{name: string, size: number, sha256: string, blob: Blob, words?: string}} Kept */
/** @typedef {{id: string, owner: string, at: number, state: 'waiting' | 'needs', text: string, said: Record<string, any>, files: Kept[]}} Waiting */
/** @typedef {{owner: string, until: number, isSelf: boolean, groups: {name: string, learners: [string, string][]}[], competencies: [string, string][]}} Roster */

const NAME = 'cairn-captures';

const MARK = 'captures-here';

/** Was anything of a capture ever kept on this device since names and pages last went from it? */
export const isUsed = () => { try { return localStorage.getItem(MARK) !== null; } catch { return true; } };
const mark = () => { try { localStorage.setItem(MARK, '1'); } catch { /* then it is always looked for */ } };

/** Nothing waits here, and no name or page is left. */
export const unmark = () => { try { localStorage.removeItem(MARK); } catch { /* as above */ } };

/** @returns {Promise<IDBDatabase>} */
const open = () => new Promise((done, fail) => {
  mark();
  const ask = indexedDB.open(NAME, 1);
  ask.onupgradeneeded = () => {
    ask.result.createObjectStore('captures', { keyPath: 'id' });
    ask.result.createObjectStore('rosters', { keyPath: 'owner' });
  };
  ask.onsuccess = () => done(ask.result);
  ask.onerror = () => fail(ask.error);
  ask.onblocked = () => fail(new Error('blocked'));
});

/** One step, safe on the disk when it ends. @template T @param {string} store @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest<T>} step @returns {Promise<T>} */
async function at(store, mode, step) {
  const db = await open();
  try {
    return await new Promise((done, fail) => {
      const turn = db.transaction(store, mode, { durability: 'strict' });
      const asked = step(turn.objectStore(store));
      turn.oncomplete = () => done(asked.result);
      turn.onerror = turn.onabort = () => fail(turn.error ?? new Error('not kept'));
    });
  } finally {
    db.close();
  }
}

/** Everything that waits here, the oldest first. @returns {Promise<Waiting[]>} */
export const all = async () => (await at('captures', 'readonly', store => store.getAll())).sort((a, b) => a.at - b.at);

/** @param {Waiting} one */
export const keep = one => at('captures', 'readwrite', store => store.put(one));

/** @param {string} id */
export const remove = id => at('captures', 'readwrite', store => store.delete(id));

/** How many of one person's captures wait; of anybody's where no one is named. @param {string} [owner] */
export const waiting = async owner => (await all()).filter(one => !owner || one.owner === owner).length;

/** The names of the last session, unless its time is over. @returns {Promise<Roster | undefined>} */
export const roster = async () => (await at('rosters', 'readonly', store => store.getAll())).find(one => one.until > Date.now());

/** Keeps the names of one session, and nobody else's. @param {Roster} one */
export async function keepRoster(one) {
  await forgetNames();
  await at('rosters', 'readwrite', store => store.put(one));
}

/** No name stays on the device. */
export const forgetNames = () => at('rosters', 'readwrite', store => store.clear());

/** Nor any page. */
export const forgetPages = async () => {
  if (!('caches' in self)) return;
  for (const name of await caches.keys()) await caches.delete(name);
};
