/** In how many disguises an address could leave: as it is, in small letters, for URLs, in base64, as SHA-256. */
export async function disguisesOf(address: string): Promise<string[]> {
  const texts = [address, address.toLowerCase(), address.trim().toLowerCase()];
  const disguises: string[] = [];
  for (const text of texts) {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
    const base64 = btoa(text);
    disguises.push(
      text,
      encodeURIComponent(text),
      base64.replace(/=+$/, ''),
      [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
      btoa(String.fromCharCode(...hash)).replace(/=+$/, ''),
      text.split('@')[0]!,
    );
  }
  return [...new Set(disguises)];
}

const describeAll = (data: unknown, seen = new Set<unknown>()): string => {
  if (typeof data !== 'object' || data === null) return String(data);
  if (seen.has(data) || data instanceof Node || data === window) return '';
  seen.add(data);
  if (data instanceof Error) return `${data.message} ${data.stack}`;
  return Object.entries(data)
    .map(([key, value]) => `${key}=${describeAll(value, seen)}`)
    .join('&');
};

/**
 * Keeps all that the page lets out while `run` runs: events (any, from anywhere), console lines, storage, cookies,
 * addresses, history, the data layer, requests (all but the bodies of those to `own`).
 */
export async function tracesOf(own: string, run: () => Promise<void>): Promise<Record<string, string>> {
  const events: string[] = [];
  const lines: string[] = [];
  const requests: string[] = [];
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (!(event instanceof InputEvent)) events.push(event.type, describeAll((event as CustomEvent).detail));
    return dispatch.call(this ?? window, event);
  };
  const levels = ['log', 'info', 'warn', 'error', 'debug'] as const;
  const before = levels.map((level) => console[level]);
  for (const level of levels)
    console[level] = (...parts: unknown[]) => void lines.push(parts.map((part) => describeAll(part)).join(' '));
  const { fetch } = window;
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    requests.push(request.url, [...request.headers].join(), request.referrer);
    if (!request.url.endsWith(own)) requests.push(await request.clone().text());
    return fetch(input, init);
  };
  const beacon = Navigator.prototype.sendBeacon;
  Navigator.prototype.sendBeacon = function (url, data) {
    requests.push(String(url), describeAll(data));
    return true;
  };
  try {
    await run();
  } finally {
    EventTarget.prototype.dispatchEvent = dispatch;
    levels.forEach((level, index) => (console[level] = before[index]!));
    window.fetch = fetch;
    Navigator.prototype.sendBeacon = beacon;
  }
  return {
    events: events.join('\n'),
    lines: lines.join('\n'),
    requests: requests.join('\n'),
    storage: describeAll({ ...localStorage, ...sessionStorage }),
    cookies: document.cookie,
    address: `${location.href} ${document.title} ${JSON.stringify(history.state)}`,
    resources: performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .join('\n'),
  };
}
