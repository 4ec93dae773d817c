// Where something goes on: says how far it is, and shows the page anew when it is done. Without scripts the page refreshes itself.
// @ts-check
const every = 1500;
const status = document.querySelector('[data-progress]');

async function look() {
  try {
    const text = await (await fetch(location.href, { headers: { accept: 'text/html' } })).text();
    const said = /data-progress>([^<]*)</.exec(text)?.[1];
    if (said === undefined) {
      location.reload();
      return;
    }
    if (status && status.textContent !== said) status.textContent = said;
  } catch { /* the server is away for a moment: asked again */ }
  setTimeout(look, every);
}

if (status) setTimeout(look, every);
