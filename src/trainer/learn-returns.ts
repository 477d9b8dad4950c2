import type { RankSettings } from '../recommend/format.js';
import type { Sessions } from './sessions.js';

/** Up to so many different products are told apart; more are one case. */
const COUNTS = 5;
/** Up to so many products ago are told apart; those beyond are one case. */
const AGO = 9;
/** What a shop has little evidence of is taken from the other cases of the same distance, as if seen this often. */
const PRIOR = 20;
/** Sessions of so many newest clicks say enough. */
const MOST_CLICKS = 2_000_000;

/** How often shoppers go back to a product of the session, counted as `RankSettings.returns` has it. */
export function learnReturns({ items, starts }: Sessions): RankSettings['returns'] {
  const cell = (returned: number, count: number, ago: number) => (returned * COUNTS + count) * (AGO + 1) + ago;
  const hits = new Float64Array(2 * COUNTS * (AGO + 1));
  const chances = new Float64Array(hits.length);
  const from = Math.max(0, items.length - MOST_CLICKS);
  for (let session = 0; session + 1 < starts.length; session++) {
    if (starts[session]! < from) continue;
    const seen: number[] = [];
    let returned = 0;
    for (let place = starts[session]!; place < starts[session + 1]!; place++) {
      const item = items[place]!;
      const ago = seen.indexOf(item);
      if (seen.length > 0) {
        const count = Math.min(seen.length, COUNTS) - 1;
        for (let distance = 0; distance < seen.length; distance++) {
          chances[cell(returned, count, Math.min(distance, AGO))]! += 1;
        }
        if (ago >= 0) hits[cell(returned, count, Math.min(ago, AGO))]! += 1;
      }
      if (ago >= 0) seen.splice(ago, 1);
      seen.unshift(item);
      returned = ago >= 0 ? 1 : 0;
    }
  }
  const pooled = Array.from({ length: AGO + 1 }, (_, ago) => {
    let hit = 0;
    let chance = 0;
    for (let row = 0; row < 2 * COUNTS; row++) {
      hit += hits[row * (AGO + 1) + ago]!;
      chance += chances[row * (AGO + 1) + ago]!;
    }
    return hit / (chance + PRIOR);
  });
  return [0, 1].map((returned) =>
    Array.from({ length: COUNTS }, (_, count) =>
      // With n different products there are n distances.
      Array.from({ length: count + 1 < COUNTS ? count + 1 : AGO + 1 }, (__, ago) => {
        const at = cell(returned, count, ago);
        const rate = (hits[at]! + PRIOR * pooled[ago]!) / (chances[at]! + PRIOR);
        return Math.round(rate * 1e4) / 1e4;
      }),
    ),
  );
}
