/**
 * Calls back after the page has asked an address of this kind, with whatever: `fetch`, `XMLHttpRequest`, a beacon. The
 * browser's own list of what was loaded (https://w3c.github.io/resource-timing/) says so, and nothing of the page's has
 * to be wrapped for it. It says when, not with what success.
 */
export function watchRequests(isWanted: (url: URL) => boolean, asked: () => void): () => void {
  try {
    const observer = new PerformanceObserver((list) => {
      for (const { name } of list.getEntries()) {
        if (!URL.canParse(name) || !isWanted(new URL(name))) continue;
        asked();
        return;
      }
    });
    observer.observe({ type: 'resource' });
    return () => observer.disconnect();
  } catch {
    // Not in this browser: what the shop tells by events has to do.
    return () => {};
  }
}
