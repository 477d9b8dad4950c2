import type { Clock } from '../../browser/clock.js';

interface Waiting {
  at: number;
  run: () => void;
}

/** One timer for all that wait by one clock. */
interface Timer {
  waiting: Set<Waiting>;
  handle?: unknown;
}

/** Browsers take longer waits for none at all. */
const LONGEST_MS = 86_400_000;

const timers = new WeakMap<Clock, Timer>();

function arm(timer: Timer, clock: Clock): void {
  clock.clear(timer.handle);
  timer.handle = undefined;
  if (!timer.waiting.size) return;
  const next = Math.min(...[...timer.waiting].map(({ at }) => at));
  timer.handle = clock.wait(() => ring(timer, clock), Math.min(LONGEST_MS, Math.max(0, next - clock.now())));
}

function ring(timer: Timer, clock: Clock): void {
  for (const one of [...timer.waiting]) if (one.at <= clock.now() && timer.waiting.delete(one)) one.run();
  arm(timer, clock);
}

/**
 * Calls back once after a time. Ten countdowns on a page wake it up together: there is one timer, set for what is due next.
 *
 * @returns ends it
 */
export function waitTogether(run: () => void, ms: number, clock: Clock): () => void {
  const timer = timers.get(clock) ?? { waiting: new Set() };
  timers.set(clock, timer);
  const one = { at: clock.now() + ms, run };
  timer.waiting.add(one);
  arm(timer, clock);
  return () => {
    if (timer.waiting.delete(one)) arm(timer, clock);
  };
}
