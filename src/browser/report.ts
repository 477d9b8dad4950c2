import { pageSingleton } from './page-singleton.js';
import { warn } from './warn.js';

/**
 * Reports in one page view; a fault that repeats itself must not flood the shop's own tracker. Counted in memory only:
 * counting a whole visit would mean to write to the device, which before consent is not ours to do.
 */
const MOST_REPORTS = 5;

const reported = () => pageSingleton('reported', () => new Set<string>());

/**
 * Tells of a fault of ours without letting it become the host's: as a `cue-error` event on the window and a line in the
 * console, each message once, and no more than five a page view.
 */
export function report(message: string, error?: unknown): void {
  const messages = reported();
  if (messages.has(message) || messages.size >= MOST_REPORTS) return;
  messages.add(message);
  warn(message, ...(error === undefined ? [] : [error]));
  try {
    dispatchEvent(new CustomEvent('cue-error', { detail: { message, error } }));
  } catch {
    // Host code that has replaced dispatchEvent and throws from it: the console line has to do.
  }
}

/** Tells a developer, once per message, of a mistake in how the kit is used. */
export function warnOnce(message: string): void {
  const warned = pageSingleton('warned', () => new Set<string>());
  if (warned.has(message)) return;
  warned.add(message);
  warn(message);
}

/** Runs host-facing code; what it throws or rejects with is reported and goes no further. */
export function attempt(what: string, run: () => unknown): void {
  try {
    // Not `instanceof Promise`: hosts replace that class (zone.js does), and async functions do not follow them.
    const result = run() as PromiseLike<unknown> | undefined;
    result?.then?.(undefined, (error: unknown) => report(what, error));
  } catch (error) {
    report(what, error);
  }
}
