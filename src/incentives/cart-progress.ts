import type { FactDetails } from '../events/vocabulary.js';

/** What is given; the kinds of the facts about incentives. */
export type RewardKind = FactDetails['incentive_grant']['kind'];

/** From which amount on what is given. */
export interface Tier {
  /** A decimal number in the currency of all tiers. */
  amount: number;
  kind: RewardKind;
  /** The shop's own words for what is given, as they stand in a sentence: `a tea towel`. */
  label?: string;
}

/** All that is given from one amount on. */
export interface CartStep {
  amount: number;
  /** At least one. */
  tiers: readonly Tier[];
  reached: boolean;
  /** What is missing, in whole units of the currency's smallest coin; above 0 if, and only if, it is not reached. */
  missing: number;
  /** Its place on the way to the last step, from 0 to 1. */
  at: number;
}

export interface CartProgress {
  /** The way that is done to the last step, from 0 to 1; 1 only when that is reached. */
  part: number;
  /** From the lowest amount to the highest, each amount once. */
  steps: readonly CartStep[];
  /** The first step that is not reached. */
  next?: CartStep;
}

/** No currency has more than four decimals (ISO 4217); sums in binary fractions drift beyond them (0.1 + 0.2). */
const EXACT = 1e4;

/**
 * How far a cart is on its way to what the shop gives from certain amounts on.
 *
 * @param total what is to be paid for the cart, in the currency of the tiers
 * @param digits decimals of that currency: 2 for EUR, 0 for JPY, 3 for KWD
 */
export function cartProgress(total: number, tiers: readonly Tier[], digits = 2): CartProgress {
  const has = Math.max(0, Math.round(total * EXACT));
  const byAmount = new Map<number, Tier[]>();
  for (const tier of [...tiers].sort((a, b) => a.amount - b.amount)) {
    const needs = Math.round(tier.amount * EXACT);
    byAmount.set(needs, [...(byAmount.get(needs) ?? []), tier]);
  }
  const last = Math.max(0, ...byAmount.keys());
  const coin = EXACT / 10 ** digits;
  const steps = [...byAmount].map(([needs, given]): CartStep => {
    const reached = has >= needs;
    return {
      amount: needs / EXACT,
      tiers: given,
      reached,
      // Rounded up: “€0.00 to go” would be said of a hundredth of a cent, and “a cent” is enough.
      missing: reached ? 0 : Math.ceil((needs - has) / coin) / 10 ** digits,
      at: last ? needs / last : 1,
    };
  });
  const next = steps.find(({ reached }) => !reached);
  return { part: !steps.length ? 0 : next ? has / last : 1, steps, ...(next && { next }) };
}
