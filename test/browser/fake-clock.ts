import type { Clock } from '../../src/browser/clock.js';

/** A clock that stands still until it is told to go on. */
export function fakeClock(): Clock & { pass(ms: number): void; readonly waiting: number } {
  let now = 0;
  const due = new Map<object, { at: number; run: () => void }>();
  return {
    wait(run, ms) {
      const timer = {};
      due.set(timer, { at: now + ms, run });
      return timer;
    },
    clear: (timer) => void due.delete(timer as object),
    now: () => now,
    pass(ms) {
      now += ms;
      for (const [timer, { at, run }] of [...due]) {
        if (at > now || !due.delete(timer)) continue;
        run();
      }
    },
    get waiting() {
      return due.size;
    },
  };
}

/** Lets the page be in front or behind, until `undefined` gives it back its own state. */
export function setVisible(visible: boolean | undefined): void {
  if (visible === undefined) delete (document as { visibilityState?: unknown }).visibilityState;
  else
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (visible ? 'visible' : 'hidden'),
    });
  document.dispatchEvent(new Event('visibilitychange'));
}
