// Judging in the grid, one key a cell: drawn at once, saved behind it, and told. Without it the grid reads, and the page of a learner judges.
// @ts-check
import { Sending, newId } from './grid-sending.js';
import { Cells } from './grid-cells.js';
import { Comment } from './grid-comment.js';

const TEN = 500;

/** @typedef {import('./grid-sending.js').Said} Said */

export class Judge {
  /** A 1 that may become a 10. @type {{ cell: HTMLTableCellElement, timer: ReturnType<typeof setTimeout> } | null} */
  #one = null;
  /** What can be undone, newest last. @type {Said[]} */
  #done = [];
  /** How cells looked before. @type {Map<string, HTMLTableCellElement>} */
  #before = new Map();

  /**
   * @param {HTMLElement} host The grid.
   * @param {HTMLTableElement} table Its table.
   * @param {(text: string) => void} say Says something to who cannot see it.
   */
  constructor(host, table, say) {
    [this.host, this.say] = [host, say];
    this.saved = /** @type {HTMLElement | null} */ (host.querySelector('[data-saved]'));
    this.bar = /** @type {HTMLElement} */ (host.querySelector('[data-bar]'));
    this.cells = new Cells(host, table);
    this.comment = new Comment(host, (cell, comment) => this.#say(cell, { do: 'comment', comment }));
    this.sending = new Sending(host.dataset.judge ?? '', host.dataset.who ?? '', (...all) => this.#answered(...all), count => this.#failed(count));
  }

  /** @param {KeyboardEvent} event @param {HTMLTableCellElement} cell @returns {false | 'down' | 'stay'} Whether it was a key of judging, and where the focus goes. */
  key(event, cell) {
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) return key === 'z' && !event.shiftKey ? this.#undo() : false;
    if (key === 'u') return this.#undo();
    if (key === '0' && this.#one) return this.#ten();
    if (!/^[0-9nmce.]$/.test(key)) return false;
    this.#flush();
    if (key === '1' && this.cells.head(cell).dataset.ten !== undefined) {
      this.#one = { cell, timer: setTimeout(() => this.#flush(), TEN) };
      return 'down';
    }
    if (key === 'e') location.assign(`/learners/${this.cells.learner(cell)}/judge?${new URLSearchParams({ competency: this.cells.code(cell), group: this.host.dataset.group ?? '', framework: this.host.dataset.framework ?? '' })}`);
    else if (key === 'c') this.comment.open(cell, this.cells.code(cell));
    else if (key === '.') this.#say(cell, { do: 'back' });
    else if (key === 'n' || key === 'm') this.#say(cell, { do: key === 'n' ? 'few' : 'missed' }, '·');
    else this.#say(cell, { do: 'level', key }, this.cells.drawn(cell, key));
    return key >= '0' && key <= '9' || key === 'n' || key === 'm' ? 'down' : 'stay';
  }

  /** @param {string | null | undefined} what A button of the page. */
  press(what) {
    if (what === 'again') this.sending.run();
    if (what === 'close-comment') this.comment.close();
  }

  #ten() {
    const { cell, timer } = /** @type {{ cell: HTMLTableCellElement, timer: ReturnType<typeof setTimeout> }} */ (this.#one);
    clearTimeout(timer);
    this.#one = null;
    this.#say(cell, { do: 'level', key: '10' }, '10');
    return /** @type {'stay'} */ ('stay');
  }

  #flush() {
    if (!this.#one) return;
    const { cell, timer } = this.#one;
    clearTimeout(timer);
    this.#one = null;
    this.#say(cell, { do: 'level', key: '1' }, this.cells.drawn(cell, '1'));
  }

  /** @param {HTMLTableCellElement} cell @param {{ do: string, [more: string]: unknown }} what @param {string} [drawn] */
  #say(cell, what, drawn) {
    const { stage, framework } = this.host.dataset;
    const day = /** @type {HTMLInputElement | null} */ (this.host.querySelector('[data-day]'));
    const title = /** @type {HTMLInputElement | null} */ (this.host.querySelector('[data-what]'));
    /** @type {Said} */
    const said = { id: newId(), learner: this.cells.learner(cell), code: this.cells.code(cell), framework, stage: stage ? Number(stage) : null, what: title?.value ?? '', on: day?.value === day?.max ? '' : day?.value, ...what };
    this.#before.set(said.id, /** @type {HTMLTableCellElement} */ (cell.cloneNode(true)));
    if (drawn) cell.firstChild?.nodeType === Node.TEXT_NODE ? cell.firstChild.nodeValue = drawn : cell.prepend(drawn);
    cell.classList.add('is-saving');
    if (said.do !== 'undo') this.#done.push(said);
    this.sending.send(said);
  }

  #undo() {
    this.#flush();
    const last = this.#done.pop();
    const cell = last && this.cells.find(last);
    if (last && this.sending.cancel(last.id)) this.cells.draw(last, this.#before.get(last.id));
    else if (last?.do === 'back' && cell) {
      // What was taken back is said again.
      const took = `${last.took ?? ''}`;
      if (took) this.#say(cell, /^(missed|few)$/.test(took) ? { do: took } : { do: 'exact', key: took });
      this.#done.pop();
    } else if (last && cell) this.#say(cell, { do: 'undo', undo: last.id });
    return /** @type {'stay'} */ ('stay');
  }

  /** @param {Said} said @param {number} status @param {Document | null} answer */
  #answered(said, status, answer) {
    const told = answer?.querySelector('[data-said]');
    const others = [...answer?.querySelectorAll('[data-other]') ?? []].map(one => one.textContent).join(' ');
    this.cells.draw(said, answer?.querySelector('td') ?? this.#before.get(said.id));
    this.#before.delete(said.id);
    said.took = told?.getAttribute('data-took') ?? '';
    if (status !== 200) this.#done = this.#done.filter(one => one.id !== said.id);
    const words = told?.textContent ?? this.host.dataset.failed ?? '';
    const undo = status === 200 && said.do !== 'undo' && said.do !== 'back' ? ` ${this.host.dataset.undo}` : '';
    this.say(`${words} ${others}${undo}`);
    // What was saved stands in the line above, where there is room for it: no row moves under the eye.
    if (this.saved) [this.saved.hidden, this.saved.textContent] = [status !== 200, `${words}${undo}`];
    this.#tell(status === 200 ? others : words, false);
  }

  /** @param {number} count */
  #failed(count) {
    if (count === 0) return;
    this.#tell(`${this.host.dataset.unsaved} ${count}`, true);
    this.say(this.bar.textContent ?? '');
  }

  /** @param {string} words @param {boolean} isUnsaved */
  #tell(words, isUnsaved) {
    this.bar.hidden = !words;
    /** @type {HTMLElement} */ (this.bar.querySelector('[data-bar-words]')).textContent = words;
    /** @type {HTMLElement} */ (this.bar.querySelector('button')).hidden = !isUnsaved;
  }
}
