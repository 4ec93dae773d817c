// <work-place>: what is said at a place in a work is placed by pointing. A picture is tapped, or its pin moved by the arrow keys; a recording is
// marked while it plays; the words of a text are chosen. The form alone does the same by typing.
// @ts-check

const STEP = 10;
const FAR = 50;
const EDGE = 1000;

/** @param {number} seconds @returns {string} As people write it: 1:05.5 */
const clock = seconds => `${Math.floor(seconds / 60)}:${(seconds % 60).toFixed(1).padStart(4, '0')}`;

class WorkPlace extends HTMLElement {
  /** @type {HTMLButtonElement | undefined} */
  #pin;
  #across = EDGE / 2;
  #down = EDGE / 2;

  connectedCallback() {
    this.addEventListener('click', event => this.#seek(event));
    const form = this.#form;
    if (!form) return;
    for (const button of this.querySelectorAll('[data-point], [data-now]')) if (button instanceof HTMLElement) button.hidden = false;
    for (const place of this.querySelectorAll('[data-spots]')) {
      if (!place.closest('figure')?.querySelector('[data-point]')) continue;
      place.classList.add('is-open');
      place.addEventListener('click', event => this.#tap(/** @type {HTMLElement} */ (place), /** @type {MouseEvent} */ (event)));
    }
    this.addEventListener('click', event => this.#press(event));
    document.addEventListener('selectionchange', () => this.#choose());
    // What is typed by hand is found by its words.
    form.querySelector('[name="at"]')?.addEventListener('input', () => this.#fill({ first: '', letters: '' }));
  }

  get #form() { return /** @type {HTMLFormElement | null} */ (this.querySelector('form[data-place]')); }

  /** @param {Record<string, string>} values */
  #fill(values) {
    for (const [name, value] of Object.entries(values)) {
      const field = this.#form?.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
    }
  }

  /** @param {string} words */
  #say(words) {
    const said = this.#form?.querySelector('[data-said]');
    if (said) said.textContent = words;
  }

  #words() { /** @type {HTMLElement | null | undefined} */ (this.#form?.querySelector('[name="words"]'))?.focus(); }

  /** @param {Event} event */
  #press(event) {
    const button = event.target instanceof Element ? event.target.closest('[data-point], [data-now]') : null;
    const figure = button?.closest('figure');
    if (!(button instanceof HTMLElement) || !figure) return;
    if ('point' in button.dataset) {
      this.#put(/** @type {HTMLElement} */ (figure.querySelector('[data-spots]')), EDGE / 2, EDGE / 2);
      this.#pin?.focus();
      return;
    }

    const player = /** @type {HTMLMediaElement | null} */ (figure.querySelector('audio, video'));
    if (!player) return;
    this.#fill({ where: `time.${figure.dataset.file}`, at: clock(player.currentTime), first: '', letters: '' });
    this.#say((this.dataset.moment ?? '').replace('#', clock(player.currentTime)));
    this.#words();
  }

  /** @param {HTMLElement} place @param {MouseEvent} event */
  #tap(place, event) {
    if (event.target instanceof Element && event.target.closest('.Pin')) return;
    const all = place.getBoundingClientRect();
    if (all.height === 0) return;
    this.#put(place, EDGE * (event.clientX - all.left) / all.width, EDGE * (event.clientY - all.top) / all.height);
    this.#words();
  }

  /** @param {HTMLElement} place @param {number} across @param {number} down */
  #put(place, across, down) {
    if (this.#pin?.parentElement !== place) {
      this.#pin?.remove();
      const pin = this.#pin = document.createElement('button');
      [pin.type, pin.className] = ['button', 'Pin'];
      pin.addEventListener('keydown', event => this.#move(place, event));
      place.append(pin);
    }

    const within = (/** @type {number} */ one) => Math.round(Math.min(EDGE, Math.max(0, one)));
    [this.#across, this.#down] = [within(across), within(down)];
    const pin = /** @type {HTMLButtonElement} */ (this.#pin);
    // Through the object model: the policy lets no style stand in the page.
    [pin.style.left, pin.style.top] = [`${this.#across / 10}%`, `${this.#down / 10}%`];
    const says = (this.dataset.spot ?? '').replace('##', String(Math.round(this.#down / 10))).replace('#', String(Math.round(this.#across / 10)));
    pin.setAttribute('aria-label', says);
    this.#fill({ where: `spot.${place.closest('figure')?.dataset.file}`, at: `${this.#across / 10}, ${this.#down / 10}`, first: '', letters: '' });
    this.#say(says);
  }

  /** @param {HTMLElement} place @param {KeyboardEvent} event */
  #move(place, event) {
    const far = event.shiftKey ? FAR : STEP;
    const way = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, -far], ArrowDown: [0, far] })[event.key];
    if (way) this.#put(place, this.#across + way[0], this.#down + way[1]);
    else if (event.key === 'Enter') this.#words();
    else if (event.key === 'Escape') {
      this.#pin?.remove();
      this.#pin = undefined;
      this.#fill({ where: 'whole', at: '' });
      this.#say('');
      /** @type {HTMLElement | null | undefined} */ (place.closest('figure')?.querySelector('[data-point]'))?.focus();
    } else return;
    event.preventDefault();
  }

  #choose() {
    const [chosen, text] = [getSelection(), this.querySelector('[data-reading]')];
    if (!chosen || chosen.isCollapsed || !text || chosen.rangeCount === 0) return;
    const range = chosen.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const words = range.toString();
    const shown = words.length > 60 ? `${words.slice(0, 57)}…` : words;
    this.#fill({ where: 'passage', at: words.slice(0, 500), first: String(before.toString().length), letters: String(words.length) });
    this.#say((this.dataset.passage ?? '').replace('#', () => shown));
  }

  // A moment that something is said about: the recording goes there.
  /** @param {Event} event */
  #seek(event) {
    const link = event.target instanceof Element ? event.target.closest('[data-seek]') : null;
    const [file, at] = (link instanceof HTMLElement ? link.dataset.seek ?? '' : '').split(' ');
    const player = file ? this.querySelector(`[data-file="${CSS.escape(file)}"] :is(audio, video)`) : null;
    if (!(player instanceof HTMLMediaElement)) return;
    event.preventDefault();
    player.currentTime = Number(at) / 1000;
    player.scrollIntoView({ block: 'nearest' });
    player.focus();
    player.play().catch(() => { /* it stands at the moment, and waits for a press */ });
  }
}

customElements.define('work-place', WorkPlace);
