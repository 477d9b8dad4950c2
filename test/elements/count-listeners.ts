interface Registered {
  target: EventTarget;
  type: string;
  listener: unknown;
  capture: boolean;
}

/** Stores listen to other tabs, and to the page's coming and going, as long as it lives; which test opens them first is chance. */
const ofThePage: ReadonlySet<string> = new Set(['Window storage', 'Window pageshow', 'Window pagehide']);

/**
 * Counts the listeners that are left on targets which outlive an element, while `run` runs: window, document, media
 * queries, and whatever else is not inside `except`.
 */
export async function countListeners(run: () => Promise<void>): Promise<string[]> {
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const left: Registered[] = [];
  const captures = (options: unknown): boolean =>
    typeof options === 'object' && options !== null ? Boolean((options as { capture?: boolean }).capture) : !!options;
  const find = (target: EventTarget, type: string, listener: unknown, capture: boolean): number =>
    left.findIndex(
      (one) => one.target === target && one.type === type && one.listener === listener && one.capture === capture,
    );
  function remove(target: EventTarget, type: string, listener: unknown, capture: boolean): void {
    const index = find(target, type, listener, capture);
    if (index >= 0) left.splice(index, 1);
  }

  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    const capture = captures(options);
    if (find(target, type, listener, capture) < 0) left.push({ target, type, listener, capture });
    const signal = typeof options === 'object' ? options.signal : undefined;
    if (signal) addEventListener.call(signal, 'abort', () => remove(target, type, listener, capture));
    return addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    remove(target, type, listener, captures(options));
    return removeEventListener.call(target, type, listener, options);
  };
  try {
    await run();
  } finally {
    EventTarget.prototype.addEventListener = addEventListener;
    EventTarget.prototype.removeEventListener = removeEventListener;
  }
  return left
    .filter(({ target }) => !(target instanceof Node) || target.isConnected || target instanceof Document)
    .map(({ target, type }) => `${target.constructor.name} ${type}`)
    .filter((listener) => !ofThePage.has(listener));
}
