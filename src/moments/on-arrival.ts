import type { Clock } from '../browser/clock.js';
import type { Stop } from './noticed.js';
import { whenActive } from './when-active.js';

/** Longer than a page takes to settle before something may be shown on it. */
export const ARRIVED_MS = 2500;

/**
 * Calls back once in each page view, as soon as the shopper uses the page: what is so from the start (somebody returns, from a
 * newsletter, with a cart) is no moment before anybody is there.
 */
export function onArrival(callback: () => void, clock?: Clock): Stop {
  return whenActive(ARRIVED_MS, callback, clock);
}
