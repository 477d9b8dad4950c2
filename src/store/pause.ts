import type { ReadableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import { createCollection } from './collection.js';
import type { Device } from './device.js';
import { isInstant } from './is-instant.js';
import { lazyStore } from './lazy-store.js';

const ID = 'prompts';

/** Whether the shopper wants to be left alone by what appears unasked. */
export interface Pause {
  paused: boolean;
  /** When the pause is over, in milliseconds since 1970; absent when it lasts until the shopper ends it. */
  until?: number;
  changedAt: number;
}

function readPause(data: unknown): Pause | undefined {
  const { paused, until, changedAt } = (data ?? {}) as Record<string, unknown>;
  if (typeof paused !== 'boolean' || !isInstant(changedAt) || (until !== undefined && !isInstant(until)))
    return undefined;
  return { paused, ...(until !== undefined && { until }), changedAt };
}

/** The later change; of two at the same instant the one that leaves the shopper alone, and for longer. */
export function mergePauses(a: Pause, b: Pause): Pause {
  if (a.changedAt !== b.changedAt) return a.changedAt > b.changedAt ? a : b;
  if (a.paused !== b.paused) return a.paused ? a : b;
  return (a.until ?? Infinity) >= (b.until ?? Infinity) ? a : b;
}

/** Kept without consent: the shopper has asked for it. */
export function createPause(device?: Device) {
  return createCollection<Pause>({ name: 'pause', version: 1, read: readPause, merge: mergePauses }, device);
}

const pause = () => pageSingleton('pause', () => createPause());

/** What the shopper has asked for last; `undefined` when never. Whether it holds now, {@link arePromptsPaused} says. */
export const $pause: ReadableAtom<Pause | undefined> = lazyStore(() => pause().$item(ID));

/** Whether a prompt would come against the shopper's wish. @param now milliseconds since 1970 */
export function arePromptsPaused(now = Date.now(), known = $pause.get()): boolean {
  return Boolean(known?.paused && now < (known.until ?? Infinity));
}

/** No prompts, in any tab, until then or until {@link resumePrompts}. @param now milliseconds since 1970 */
export function pausePrompts(until?: number, now = Date.now()): void {
  set({ paused: true, ...(until !== undefined && { until }) }, now);
}

/** Ends the pause. @param now milliseconds since 1970 */
export function resumePrompts(now = Date.now()): void {
  set({ paused: false }, now);
}

/** What the shopper does now is later than anything known, even when another tab's clock ran ahead. */
function set(next: Omit<Pause, 'changedAt'>, now: number): void {
  pause().update(ID, (known) => readPause({ ...next, changedAt: Math.max(now, (known?.changedAt ?? -Infinity) + 1) }));
}
