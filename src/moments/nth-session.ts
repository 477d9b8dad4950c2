import type { Clock } from '../browser/clock.js';
import type { NoticedCallback, Stop } from './noticed.js';
import { onVisit } from './on-visit.js';

export interface NthSessionOptions {
  /** From which visit of this browser on, from 1; 2 by default. */
  session?: number;
  clock?: Clock;
}

/** It is the n-th visit of this browser, or a later one. Visits can be told apart only with consent to personalization. */
export function onNthSession(callback: NoticedCallback, { session = 2, clock }: NthSessionOptions = {}): Stop {
  return onVisit(callback, 'nth-session', ({ number }) => (number >= session ? { session: number } : undefined), clock);
}
