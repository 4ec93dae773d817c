// What was said in the grid and is not saved yet: one after the other, in the order it was said. What does not go through is kept for this
// tab until it does, and told; it is sent again under its own name, so that it is saved once.
// @ts-check

/** @typedef {{ id: string, learner: string, code: string, do: string, [more: string]: unknown }} Said */

/** @returns {string} */
export const newId = () => crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map(one => one.toString(16).padStart(2, '0')).join('');

export class Sending {
  /** @type {Said[]} */
  #waiting = [];
  #isBusy = false;

  /**
   * @param {string} address Where it goes.
   * @param {string} who Whose words they are: nobody else's session ever sends them.
   * @param {(said: Said, status: number, answer: Document | null) => void} answered
   * @param {(count: number) => void} failed How many wait because the last one did not go through; 0 once all went.
   */
  constructor(address, who, answered, failed) {
    this.address = address;
    this.place = `unsaved ${who}`;
    this.answered = answered;
    this.failed = failed;
    try { this.#waiting = JSON.parse(sessionStorage.getItem(this.place) ?? '[]'); } catch { /* nothing was kept */ }
    addEventListener('online', () => this.run());
    addEventListener('beforeunload', event => { if (this.#waiting.length) event.preventDefault(); });
    if (this.#waiting.length) this.run();
  }

  /** @param {Said} said */
  send(said) {
    this.#waiting.push(said);
    this.#keep();
    this.run();
  }

  /** Takes back what has not been sent. @param {string} id @returns {boolean} Was it still here? */
  cancel(id) {
    const at = this.#waiting.findIndex(one => one.id === id);
    if (at < 0 || (at === 0 && this.#isBusy)) return false;
    this.#waiting.splice(at, 1);
    this.#keep();
    return true;
  }

  async run() {
    if (this.#isBusy) return;
    this.#isBusy = true;
    let isDone = true;
    while (isDone && this.#waiting.length) {
      const said = this.#waiting[0];
      const [status, answer] = await this.#post(said);
      // Refused for good, or saved: either way it is answered. What comes back from a signed-out, busy or broken server is sent again.
      isDone = status === 200 || (status >= 400 && status < 500 && ![401, 408, 429].includes(status));
      if (!isDone) break;
      this.#waiting.shift();
      this.#keep();
      this.answered(said, status, answer);
    }
    this.#isBusy = false;
    this.failed(isDone ? 0 : this.#waiting.length);
  }

  /** @param {Said} said @returns {Promise<[number, Document | null]>} */
  #post(said) {
    return new Promise(done => {
      const ask = new XMLHttpRequest();
      ask.open('POST', this.address);
      ask.responseType = 'document';
      ask.timeout = 15_000;
      ask.setRequestHeader('Content-Type', 'application/json');
      ask.onload = () => done([ask.status, ask.response]);
      ask.onerror = ask.ontimeout = () => done([0, null]);
      ask.send(JSON.stringify(said));
    });
  }

  #keep() {
    try {
      if (this.#waiting.length) sessionStorage.setItem(this.place, JSON.stringify(this.#waiting));
      else sessionStorage.removeItem(this.place);
    } catch { /* it lasts for this page */ }
  }
}
