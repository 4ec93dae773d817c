// What a panel says, as it says it: the part of the page that changes is fetched anew while somebody looks.
// @ts-check
import { part } from './part.js';

const every = 2500;
const place = document.querySelector('[data-live-panel]');

async function look() {
  if (!place) return;
  try {
    // Nothing is taken from under a finger: a button that has the focus stays.
    if (!document.hidden && !place.contains(document.activeElement)) {
      const came = (await part(location.pathname)).querySelector('[data-live-panel]');
      if (came && came.innerHTML !== place.innerHTML && !place.contains(document.activeElement)) place.replaceChildren(...came.childNodes);
    }
  } catch { /* the server is away for a moment: asked again */ }
  setTimeout(look, every);
}

if (place) setTimeout(look, every);
