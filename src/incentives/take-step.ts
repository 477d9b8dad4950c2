import { emit } from '../events/emit.js';
import { FactEvent } from '../events/fact-event.js';
import type { Cause } from '../events/vocabulary.js';
import type { IncentiveEvent, Refusal } from '../store/incentive-life.js';
import { $incentive, stepIncentive } from '../store/incentives.js';
import { shopNow } from '../store/shop-time.js';
import { isMeant } from './belongs.js';
import type { Incentive } from './incentive.js';
import { endOf } from './known-incentive.js';
import { returnCode } from './return-code.js';

type Told = 'grant' | 'reveal' | 'copy' | 'apply' | 'redeem' | 'refuse' | 'expire';

/** A step that is told: everything that its event needs is known here. */
export type Step = { type: Exclude<Told, 'refuse'> } | { type: 'refuse'; reason: Refusal };

/**
 * Takes a step in the life of an incentive, and tells it if it was one: once, over all tabs. The code is in no fact.
 *
 * @returns whether it was one
 */
export function takeStep(source: Element, incentive: Incentive, step: Step, cause: Cause, now = shopNow()): boolean {
  const { id, kind, cost } = incentive;
  if (step.type === 'grant' && !isMeant(incentive)) return false;
  const held = step.type === 'refuse' ? $incentive(id).get() : undefined;
  const event = { ...step, at: now, ...(step.type === 'grant' && { endsAt: endOf(incentive, now) }) } as IncentiveEvent;
  if (!stepIncentive(id, event)) return false;
  if ($incentive(id).get()?.over) returnCode(incentive, held);
  const fact = new FactEvent(`cue-incentive-${step.type}`, {
    promotion_id: id,
    kind,
    ...(cost && { value: cost.value, currency: cost.currency }),
    ...(step.type === 'refuse' && { reason: step.reason }),
    cause,
  });
  emit(source, fact);
  return true;
}
