import type { Clock } from '../browser/clock.js';
import type { NoticedCallback, Stop } from './noticed.js';
import { onVisit } from './on-visit.js';

export interface NthPageOptions {
  /** From which page of the visit on, from 1; 2 by default. */
  page?: number;
  clock?: Clock;
}

/** The shopper is on the n-th page of the visit, or a later one, and uses it. Once in each page view: how often it counts, a cap says. */
export function onNthPage(callback: NoticedCallback, { page = 2, clock }: NthPageOptions = {}): Stop {
  return onVisit(callback, 'nth-page', ({ pageCount }) => (pageCount >= page ? { page: pageCount } : undefined), clock);
}
