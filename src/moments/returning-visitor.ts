import type { Clock } from '../browser/clock.js';
import type { NoticedCallback, Stop } from './noticed.js';
import { onVisit } from './on-visit.js';

/** Somebody is back who has been here in an earlier visit. */
export function onReturningVisitor(callback: NoticedCallback, { clock }: { clock?: Clock } = {}): Stop {
  return onVisit(
    callback,
    'returning-visitor',
    ({ number }, past) => (number > 1 ? { session: number, firstAt: past?.first.at ?? null } : undefined),
    clock,
  );
}
