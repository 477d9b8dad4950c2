import { css } from '@lit/reactive-element/css-tag.js';
import { html } from 'lit/html.js';
import type { Product } from '../../events/product.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { aggregateRating } from './aggregate-rating.js';
import type { AggregateRating } from './aggregate-rating.js';
import { starsOf } from './stars-of.js';

type Say = (key: 'summary' | 'reviews' | 'ratings', values: Readonly<Record<string, number>>) => string;

const styles = css`
  .summary {
    --stars: var(--cue-star-color, #a35200);
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
  }
  @supports (color: light-dark(red, red)) {
    .summary {
      --stars: var(--cue-star-color, light-dark(#a35200, #ffb84d));
    }
  }
  .summary > svg {
    block-size: 1.2em;
    fill: none;
    flex: none;
    inline-size: 7em;
    stroke: var(--stars);
    stroke-width: 1.5;
  }
  .summary > svg:dir(rtl) {
    transform: scaleX(-1);
  }
  .full {
    fill: var(--stars);
  }
  @media (forced-colors: active) {
    .summary {
      --stars: CanvasText;
    }
    .summary > svg {
      forced-color-adjust: none;
    }
  }
`;

/** The five stars side by side, each 28 wide. */
const path = [0, 1, 2, 3, 4]
  .map((at) => `M${14 + 28 * at} 2l2.9 6.6 7.1.7-5.3 4.8 1.5 7-6.2-3.6-6.2 3.6 1.5-7-5.3-4.8 7.1-.7z`)
  .join('');

/** What the page's own data says of all ratings of this product, of the first that can be true. */
export async function findRating(host: HTMLElement, product: Product): Promise<AggregateRating | undefined> {
  const { ratingData } = await import('../../product/resolve-from-page.js');
  adoptStyles(host, styles);
  return ratingData(host.ownerDocument, product).map(aggregateRating).find(Boolean);
}

/** Five stars, as many of them filled as the shop's own data says, and the same in words: one picture with one name. */
export function renderSummary(rating: AggregateRating, say: Say, language: string | undefined): unknown {
  const { value, best, reviews, ratings } = rating;
  const count = reviews ?? ratings;
  const parts = [say('summary', { rating: Math.round(value * 100) / 100, best })];
  if (count) parts.push(say(reviews ? 'reviews' : 'ratings', { count }));
  const words = new Intl.ListFormat(language, { type: 'unit' }).format(parts);
  return html`<p class="summary" part="summary" role="img" aria-label=${words}>
    <svg viewBox="0 0 140 24" aria-hidden="true">
      <path d=${path} />
      <svg class="full" width=${Math.round(starsOf(rating) * 2800) / 100} height="24"><path d=${path} /></svg></svg
    ><bdi>${words}</bdi>
  </p>`;
}
