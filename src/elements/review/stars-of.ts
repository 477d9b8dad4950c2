import type { AggregateRating } from './aggregate-rating.js';

/** How many of five stars a rating on any scale is; on a scale that begins at 1, the worst is one star, as there. */
export function starsOf({ value, best, worst }: AggregateRating): number {
  const least = worst === 1 ? 1 : 0;
  return least + ((5 - least) * (value - worst)) / (best - worst);
}
