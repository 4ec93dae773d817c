// @ts-check
/* Says how long somebody has been speaking, in whole minutes and only upwards: nothing counts down. */

class RehearseTime extends HTMLElement {
  #began = 0;
  #again = 0;

  connectedCallback() {
    this.#began = Date.now();
    this.#tell();
    this.#again = window.setInterval(() => this.#tell(), 15_000);
  }

  disconnectedCallback() {
    window.clearInterval(this.#again);
  }

  #tell() {
    const minutes = Math.floor((Date.now() - this.#began) / 60_000);
    const words = minutes === 0 ? this.dataset.words : minutes === 1 ? this.dataset.one : this.dataset.many?.replace('77', String(minutes));
    this.textContent = words ?? '';
  }
}

customElements.define('rehearse-time', RehearseTime);
