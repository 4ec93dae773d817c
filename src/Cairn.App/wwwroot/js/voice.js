// <voice-note>: says something of three minutes at most, and gives it to the form as a file.
// @ts-check
const LONGEST = 180;
const KINDS = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

class VoiceNote extends HTMLElement {
  /** @type {MediaRecorder | undefined} */
  #recorder;

  connectedCallback() {
    if (!('MediaRecorder' in self) || !navigator.mediaDevices) return;
    this.hidden = false;
    this.querySelector('button')?.addEventListener('click', () => (this.#recorder ? this.#recorder.stop() : this.#start()));
  }

  async #start() {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = '';
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      if (status) status.textContent = this.dataset.refused ?? '';
      return;
    }

    const type = KINDS.find(one => MediaRecorder.isTypeSupported(one));
    const recorder = this.#recorder = new MediaRecorder(stream, type ? { mimeType: type, audioBitsPerSecond: 48_000 } : {});
    /** @type {Blob[]} */
    const parts = [];
    const began = Date.now();
    const clock = setInterval(() => {
      const seconds = Math.floor((Date.now() - began) / 1000);
      this.#label((this.dataset.stop ?? '').replace('#', `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`));
      if (seconds >= LONGEST) recorder.stop();
    }, 500);
    recorder.ondataavailable = event => parts.push(event.data);
    recorder.onstop = () => {
      clearInterval(clock);
      stream.getTracks().forEach(one => one.stop());
      this.#recorder = undefined;
      this.#label(this.dataset.start ?? '');
      const ending = recorder.mimeType.includes('mp4') ? 'm4a' : recorder.mimeType.includes('ogg') ? 'ogg' : 'webm';
      const name = `voice-${new Date(began).toISOString().slice(0, 16).replace(/[:T]/g, '-')}.${ending}`;
      this.dispatchEvent(new CustomEvent('recorded', { bubbles: true, detail: new File(parts, name, { type: recorder.mimeType.split(';')[0] }) }));
    };
    recorder.start(1000);
  }

  /** @param {string} text */
  #label(text) {
    const said = this.querySelector('span');
    if (said) said.textContent = text;
  }
}

customElements.define('voice-note', VoiceNote);
