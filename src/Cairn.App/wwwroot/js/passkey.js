// Passkeys: asks the site for its question, the device for the answer, and posts it by the form that stands on the page.
// Without it the form stays hidden, and a password does.
// @ts-check
const isKnown = 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

/** @param {HTMLFormElement} form */
async function answer(form) {
  const asked = await fetch(form.dataset.options ?? '', { method: 'POST', headers: { Accept: 'application/json' } });
  // Whoever has to prove who they are first is led there.
  if (asked.redirected) { location.assign(asked.url); return null; }
  if (!asked.ok) throw new Error(`${asked.status}`);
  const question = await asked.json();
  return form.dataset.passkey === 'make'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) });
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!(form instanceof HTMLFormElement) || !isKnown) continue;
  form.hidden = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const [field, said, button] = [form.elements.namedItem('credential'), form.querySelector('[data-said]'), form.querySelector('button')];
    if (button) button.disabled = true;
    try {
      const credential = await answer(form);
      if (!credential || !(field instanceof HTMLInputElement)) return;
      field.value = JSON.stringify(credential);
      form.submit();
    } catch {
      if (said instanceof HTMLElement) { said.hidden = false; said.textContent = form.dataset.failed ?? ''; }
      if (button) { button.disabled = false; button.focus(); }
    }
  });
}
