import type { RatingData } from '../../product/rating-data.js';

/** What a shop says of all ratings together, on its own scale. */
export interface AggregateRating {
  value: number;
  best: number;
  worst: number;
  /** How many have written something; else, how many have rated. */
  reviews?: number;
  ratings?: number;
}

/**
 * What a page's data means. A rating may also be a fraction or a percentage, which has its scale in itself; without one, a
 * scale is from 1 to 5 (https://developers.google.com/search/docs/appearance/structured-data/review-snippet).
 *
 * @returns `undefined` where it says nothing that can be true, or that nobody has rated
 */
export function aggregateRating(data: RatingData): AggregateRating | undefined {
  const [, text, percent, whole] = /^([\d.,-]+)\s*(?:(%)|\/\s*([\d.,]+))?$/.exec(data.ratingValue ?? '') ?? [];
  const value = numberOf(text);
  const best = percent ? 100 : (numberOf(whole) ?? numberOf(data.bestRating) ?? 5);
  const worst = percent ? 0 : (numberOf(data.worstRating) ?? 1);
  const reviews = numberOf(data.reviewCount);
  const ratings = numberOf(data.ratingCount);
  if (value === undefined || !(worst < best) || value < worst || value > best) return undefined;
  // A count that is there and is nought says that nobody has rated.
  if (!reviews && !ratings && (reviews ?? ratings) !== undefined) return undefined;
  return { value, best, worst, ...(reviews && { reviews }), ...(ratings && { ratings }) };
}

/** Some write `4,6`. */
function numberOf(text = ''): number | undefined {
  const plain = text.replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
