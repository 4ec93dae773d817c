// Keeps the page on which work is captured, without anybody's name, for when there is no line. It keeps nothing else and sends nothing.
// @ts-check
const NAME = 'cairn-shell';
const SHELL = '/capture/offline';
// What the modules of the page ask for themselves.
const INNER = ['/assets/js/capture-store.js', '/assets/js/capture-send.js', '/assets/js/capture-pump.js', '/assets/js/capture-files.js', '/assets/js/capture-arrived.js', '/assets/js/capture-wrong.js'];
const self_ = /** @type {any} */ (self);

async function fill() {
  const answer = await fetch(SHELL, { credentials: 'same-origin', cache: 'no-store' });
  if (!answer.ok) return;
  const text = await answer.clone().text();
  const parts = [...new Set([...INNER, ...(text.match(/\/assets\/[^"'\s<>]+/g) ?? []).map(one => one.replaceAll('&amp;', '&'))])];
  const cache = await caches.open(NAME);
  const known = new Set([...parts, SHELL].map(one => new URL(one, location.origin).href));
  await cache.put(SHELL, answer);
  for (const one of parts) {
    // An address with its version never changes.
    if (one.includes('?v=') && await cache.match(one)) continue;
    const part = await fetch(one, { credentials: 'same-origin' });
    if (part.ok) await cache.put(one, part);
  }

  for (const old of await cache.keys()) if (!known.has(old.url)) await cache.delete(old);
}

self_.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(fill().then(() => self_.skipWaiting())));
self_.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(self_.clients.claim()));
self_.addEventListener('message', (/** @type {any} */ event) => event.waitUntil(fill().catch(() => { /* the next time */ })));
self_.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== location.origin) return;
  if (request.mode === 'navigate' && address.pathname === '/capture') event.respondWith(fetch(request).catch(async () => (await caches.match(SHELL)) ?? Response.error()));
  else if (address.pathname.startsWith('/assets/')) event.respondWith(fetch(request).catch(async () => (await caches.match(request)) ?? Response.error()));
});
