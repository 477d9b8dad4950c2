import type { ScoredList } from '../recommend/format.js';
import { letterOf } from '../recommend/weight-of.js';
import type { Row } from './tally.js';

/** A row as it is written. @param scale what counts as 1 */
export function scoredList({ items, weights }: Row, ids: readonly string[], scale = 1): ScoredList {
  return {
    ids: Array.from(items, (item) => ids[item]!),
    weights: Array.from(weights, (weight) => letterOf(weight / scale)).join(''),
  };
}
