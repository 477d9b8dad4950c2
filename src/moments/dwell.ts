import { pageClock } from '../browser/clock.js';
import type { Clock } from '../browser/clock.js';
import { load } from './load.js';
import type { NoticedCallback, Stop } from './noticed.js';
import { tell } from './tell.js';
import { whenActive } from './when-active.js';

export interface DwellOptions {
  /** For how long the shopper has to have been active; 30 seconds by default. */
  ms?: number;
  /** Of this page (by default), this visit, or all visits of this browser. */
  scope?: 'page' | 'session' | 'all';
  clock?: Clock;
}

/**
 * Engaged dwell: the shopper has been active for so long, not only the page open. Once in each page view; where the time of the visit,
 * or of all, was over before, as soon as the shopper uses the page.
 */
export function onDwell(callback: NoticedCallback, options: DwellOptions = {}): Stop {
  const { ms = 30_000, scope = 'page', clock = pageClock } = options;
  if (scope === 'page') return whenActive(ms, () => tell(callback, 'dwell', { activeMs: ms, scope }), clock);
  return load(import('./dwell-total.js'), ({ onDwellTotal }) => onDwellTotal(callback, { ms, scope, clock }));
}
