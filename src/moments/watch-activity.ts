import { pageClock } from '../browser/clock.js';
import type { Clock } from '../browser/clock.js';
import type { Stop } from './noticed.js';

/**
 * How long a shopper counts as active after a sign of life. Long enough to read a paragraph without moving anything, too short for
 * somebody who has gone for coffee.
 */
export const ACTIVE_MS = 15_000;

/** Signs of life. Nothing is read from the page in any of them. */
const signs = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'wheel', 'touchmove'];

const passive = { capture: true, passive: true };

/** Something that is due after some time. */
interface Due {
  /** How long from now, if nothing changes; Infinity for not at all. */
  inMs(): number;
  /** Whether it is the shopper's doing nothing that it waits for. */
  idle?: boolean;
  run(): void;
}

/** Whether the shopper is doing something on the page. All who want to know share one set of listeners and one timer. */
export interface Activity {
  /** Milliseconds for which the shopper was active while somebody watched. Only their differences say something. */
  activeMs(): number;
  /** Milliseconds since the last sign of life. */
  idleMs(): number;
  /** Whether the page is in front. */
  visible(): boolean;
  /**
   * Waits for what is due; what is due without `idle` comes only while the shopper is active. It is asked again for its time whenever
   * the shopper begins to be active and after everything that was due: so a timer is set only for what comes before the shopper
   * counts as gone, and none while nobody is there.
   */
  wait(due: Due): Stop;
  /** Calls back when the shopper begins to be active, and (with `false`) when the page goes out of sight. */
  onChange(callback: (active: boolean) => void): Stop;
  /** Asks all who wait again: something that they depend on has changed. */
  settle(): void;
}

function createActivity(clock: Clock): Activity {
  const dues = new Set<Due>();
  const listeners = new Set<(active: boolean) => void>();
  let counted = 0;
  /** Since when the shopper has been active and it is not counted yet; undefined when not. */
  let since: number | undefined;
  let lastAt = clock.now();
  let timer: unknown;
  /** When the next is due that does not wait for idleness, as far as was known when that was last asked. */
  let nextAt = Infinity;

  const visible = () => document.visibilityState === 'visible';
  const uncounted = () => (since === undefined ? 0 : Math.max(0, Math.min(clock.now(), lastAt + ACTIVE_MS) - since));
  const active = () => since !== undefined && clock.now() <= lastAt + ACTIVE_MS;

  function settle(): void {
    clock.clear(timer);
    timer = undefined;
    nextAt = Infinity;
    if (!visible()) return;
    const now = clock.now();
    let soonest = Infinity;
    for (const { inMs, idle } of dues) {
      const at = now + Math.max(0, inMs());
      if (idle) soonest = Math.min(soonest, at);
      else if (active()) nextAt = Math.min(nextAt, at);
    }
    if (nextAt <= lastAt + ACTIVE_MS) soonest = Math.min(soonest, nextAt);
    if (soonest < Infinity) timer = clock.wait(run, soonest - now);
  }

  function run(): void {
    for (const due of [...dues]) if (dues.has(due) && (due.idle || active()) && due.inMs() <= 0) due.run();
    settle();
  }

  function live(event?: Event): void {
    // A carousel that scrolls by itself is no shopper.
    if (!visible() || (event?.type === 'scroll' && event.target !== document)) return;
    const now = clock.now();
    const begins = since === undefined || now > lastAt + ACTIVE_MS;
    if (begins) {
      counted += uncounted();
      since = now;
    }
    lastAt = now;
    if (begins) {
      change(true);
      settle();
    } else if (timer === undefined && nextAt <= lastAt + ACTIVE_MS) settle();
  }

  function change(active: boolean): void {
    for (const listener of [...listeners]) listener(active);
  }

  function seen(): void {
    if (visible()) return live();
    counted += uncounted();
    since = undefined;
    change(false);
    settle();
  }

  function start(): void {
    for (const type of signs) addEventListener(type, live, passive);
    document.addEventListener('visibilitychange', seen);
    lastAt = clock.now();
  }

  function end(): void {
    counted += uncounted();
    since = undefined;
    for (const type of signs) removeEventListener(type, live, passive);
    document.removeEventListener('visibilitychange', seen);
  }

  function join<T>(set: Set<T>, one: T): Stop {
    if (dues.size + listeners.size === 0) start();
    set.add(one);
    settle();
    return () => {
      if (!set.delete(one)) return;
      if (dues.size + listeners.size === 0) end();
      settle();
    };
  }

  return {
    activeMs: () => counted + uncounted(),
    idleMs: () => clock.now() - lastAt,
    visible,
    wait: (due) => join(dues, due),
    onChange: (callback) => join(listeners, callback),
    settle,
  };
}

const activities = new WeakMap<Clock, Activity>();

/** The page's one observer of activity; a test's clock has one of its own. */
export function watchActivity(clock: Clock = pageClock): Activity {
  let activity = activities.get(clock);
  if (!activity) activities.set(clock, (activity = createActivity(clock)));
  return activity;
}
