/** Lets the kit start anew, as on a page that was just opened: without its stores and, unless they are wanted, without what is kept. */
export function forgetPage({ storage = false } = {}): void {
  delete (globalThis as { [key: symbol]: unknown })[Symbol.for('cuekit')];
  if (!storage) localStorage.clear();
}
