import { warnOnce } from '../browser/report.js';
import type { Cause } from '../events/vocabulary.js';
import { isRefusal } from '../store/incentive-life.js';
import type { Refusal } from '../store/incentive-life.js';
import { knownIncentive } from './known-incentive.js';
import { takeStep } from './take-step.js';
import type { Step } from './take-step.js';

/** What the shop says has become of an incentive: it is in the cart, was ordered with, or was refused. */
export type Outcome = 'applied' | 'redeemed' | Refusal;

/** The step that the shop's word stands for; `undefined` when it is none. */
export function stepOf(outcome: string): Step | undefined {
  if (outcome === 'applied') return { type: 'apply' };
  if (outcome === 'redeemed') return { type: 'redeem' };
  return isRefusal(outcome) ? { type: 'refuse', reason: outcome } : undefined;
}

function step(id: string, taken: Step, source: Element, cause: Cause): boolean {
  const incentive = knownIncentive(id);
  if (!incentive) warnOnce(`no incentive “${id}” is declared on this page`);
  return incentive ? takeStep(source, incentive, taken, cause) : false;
}

/**
 * Gives the shopper an incentive that is declared on this page, and tells it. Given once: given again, it keeps its end.
 *
 * @returns whether it was given
 */
export const grantIncentive = (
  id: string,
  source: Element = document.documentElement,
  cause: Cause = { from: 'code' },
): boolean => step(id, { type: 'grant' }, source, cause);

/**
 * Notes what the shop has done with an incentive that the shopper has, and tells it. Noted again, it changes nothing.
 *
 * @returns whether that was news
 */
export function markIncentive(id: string, outcome: Outcome, cause: Cause = { from: 'code' }): boolean {
  const taken = stepOf(outcome);
  if (!taken) warnOnce(`an incentive cannot be “${String(outcome)}”`);
  return taken ? step(id, taken, document.documentElement, cause) : false;
}
