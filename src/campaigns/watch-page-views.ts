/**
 * Calls back whenever another page view begins in the same document: it was prerendered and is opened, has come back from
 * the back/forward cache, or has become another page under another path. Another query or hash is the same page.
 *
 * @param callback told whether it is still the view with which the document was opened
 * @returns `check` looks at the path where the browser does not tell of it
 */
export function watchPageViews(callback: (landing: boolean) => void): { check(): void; stop(): void } {
  const controller = new AbortController();
  const { signal } = controller;
  let path = location.pathname;
  function check(): void {
    if (location.pathname === path) return;
    path = location.pathname;
    callback(false);
  }
  addEventListener('popstate', check, { signal });
  (globalThis as { navigation?: EventTarget }).navigation?.addEventListener('currententrychange', check, { signal });
  document.addEventListener('prerenderingchange', () => callback(true), { signal });
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted) callback(false);
    },
    { signal },
  );
  return { check, stop: () => controller.abort() };
}
