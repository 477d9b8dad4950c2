import { getEqualWeights } from './get-equal-weights.js';

/** A part of the line from 0 to 1: its start, which belongs to it, and its end, which does not. */
export type BucketRange = readonly [start: number, end: number];

/** Weights may be off by rounding. */
const TOLERANCE = 0.01;

/**
 * The part of the line that belongs to each variant. Each begins where its weight has it begin whatever the coverage, so
 * that who is in an experiment keeps the variant when more shoppers are let in.
 *
 * @param coverage share of all shoppers who take part, from 0 to 1; what lies outside is taken to the nearer end
 * @param weights one for each, together 1; anything else means equal ones
 */
export function getBucketRanges(
  count: number,
  coverage?: number | null,
  weights?: readonly number[] | null,
): BucketRange[] {
  const part = Math.min(1, Math.max(0, coverage ?? 1)) || 0;
  const sum = weights?.reduce((a, b) => a + b, 0) ?? 0;
  const fits = weights?.length === count && Math.abs(sum - 1) <= TOLERANCE + Number.EPSILON;
  let end = 0;
  return (fits ? weights : getEqualWeights(count)).map((weight) => {
    const start = end;
    end += weight;
    return [start, start + part * weight];
  });
}
