// @ts-check
import { products } from './catalog.mjs';

/** @typedef {import('./catalog.mjs').Product | import('./catalog.mjs').Variant} Offer */

/** What an offer was before the day turned. @type {Map<Offer, Pick<Offer, 'price' | 'listPrice' | 'availability'>>} */
const before = new Map();

export const isTomorrow = () => before.size > 0;

/** @param {Offer} offer @param {Partial<Offer>} next */
function change(offer, next) {
  const { price, listPrice, availability } = offer;
  before.set(offer, { price, availability, ...(listPrice !== undefined && { listPrice }) });
  Object.assign(offer, next);
}

/** @param {number} price */
const reduced = (price) => Math.round(price * 0.8 * 2) / 2;

/**
 * Turns the shop to the next day, or back: by then some things cost less, what was sold out has come in again, and of some
 * there are only a few left. So that a demonstration need not wait for it.
 * @param {boolean} tomorrow
 */
export function turnDay(tomorrow) {
  if (tomorrow === isTomorrow()) return;
  if (!tomorrow) {
    for (const [offer, { listPrice, ...rest }] of before) {
      Object.assign(offer, rest);
      if (listPrice === undefined) delete offer.listPrice;
      else offer.listPrice = listPrice;
    }
    before.clear();
    return;
  }
  for (const [place, product] of products.entries()) {
    for (const offer of [product, ...product.variants]) {
      const { price, listPrice, availability } = offer;
      if (availability === 'out') change(offer, { availability: 'in-stock' });
      else if (place % 3 === 0 && listPrice === undefined) change(offer, { price: reduced(price), listPrice: price });
      else if (place % 3 === 1 && availability === 'in-stock') change(offer, { availability: 'low' });
    }
  }
}
