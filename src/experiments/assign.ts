import { chooseVariation } from './choose-variation.js';
import { getBucketRanges } from './get-bucket-ranges.js';
import { hash } from './hash.js';
import { inHoldout } from './in-holdout.js';

export interface Experiment {
  /** What makes this draw another one than those of other experiments: the campaign's name. */
  salt: string;
  /** How often each variant is to be seen, in any unit: `[1, 2]` is a third and two thirds. */
  weights: readonly number[];
  /** Share of shoppers, from 0 to 1, who see nothing. */
  holdout?: number;
}

/** Index of the shopper's variant, the same wherever and whenever it is asked for; `holdout` for who sees nothing. */
export function assign(id: string, { salt, weights, holdout = 0 }: Experiment): number | 'holdout' {
  if (inHoldout(id, salt, holdout)) return 'holdout';
  const sum = weights.reduce((a, b) => a + b, 0);
  const shares = sum > 0 ? weights.map((weight) => weight / sum) : null;
  const place = hash(salt, id)!;
  const index = chooseVariation(place, getBucketRanges(weights.length, 1, shares));
  // Sums of fractions end a little before 1.
  return index < 0
    ? Math.max(
        0,
        weights.findLastIndex((weight) => weight > 0),
      )
    : index;
}
