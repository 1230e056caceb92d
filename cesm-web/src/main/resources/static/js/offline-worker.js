// Keeps the pages of a device, so that they open without a network.
const KEPT = 'cesm-offline-1';
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => {
  if (!Array.isArray(event.data)) return;
  event.waitUntil((async () => {
    const cache = await caches.open(KEPT);
    await Promise.allSettled(event.data.filter((it) => new URL(it).origin === self.location.origin).map((it) => cache.add(it)));
    event.source.postMessage('kept');
  })());
});
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (event.request.mode === 'navigate' && !/\/offline$/.test(url.pathname)) return;
  event.respondWith((async () => {
    const cache = await caches.open(KEPT);
    if (event.request.mode !== 'navigate') return (await cache.match(event.request)) || fetch(event.request);
    try {
      const fresh = await fetch(event.request);
      if (fresh.ok) await cache.put(event.request, fresh.clone());
      return fresh;
    } catch {
      return (await cache.match(event.request)) || (await cache.match(event.request, { ignoreSearch: true })) || Response.error();
    }
  })());
});
