// @ts-check
import { findCategory, findVariant, offerOf, products, shop } from './catalog.mjs';
import { availabilityName, picturePath, productPath } from './structured-data.mjs';

/** @typedef {import('./catalog.mjs').Product} Product */
/** @typedef {Record<string, unknown> & { at: number }} Entry a record, as Cuekit's collector writes it */

/** What people come for. Things of one occasion lie on different shelves: that is what a shop learns from its shoppers. */
const occasions = [
  'slow-mug two-cup-moka thimble-espresso-cups patient-kettle lean-to-teapot breakfast-bowl porridge-pan tea-towel-pair',
  'long-lunch-tablecloth four-napkins six-dinner-candles lamplighter-candlestick low-wine-glasses oval-platter sunday-carafe armful-vase',
  'weeknight-pan small-saucepan cooks-knife-18 big-board three-spoons hot-hands-pot-holders everyday-plate everything-apron',
  'long-simmer-pot three-spoons deep-enough-plate crumb-knife salt-dish twist-mill hot-hands-pot-holders potato-tin',
  'big-salad-bowl four-sided-grater twist-mill salt-dish nine-centimetre-knife number-three-jug porch-tumblers market-bag',
  'cheese-moon low-wine-glasses crumb-knife big-board sunday-carafe oval-platter low-sun-tealights fruit-stand',
  'one-stem-vase armful-vase low-sun-tealights six-dinner-candles late-lamp fruit-stand slow-mug salt-dish',
  'everyday-plate deep-enough-plate breakfast-bowl nest-of-bowls porch-tumblers tea-towel-pair number-three-jug four-napkins',
].map((slugs) => slugs.split(' ').map((slug) => /** @type {Product} */ (products.find((one) => one.slug === slug))));

/** 1 June 2026, and two weeks of it: always the same, so that the same files come of it. */
const OPENED_AT = Date.UTC(2026, 5, 1, 6);
const DAYS = 14;
const MINUTE_MS = 60_000;

/** Numbers from 0 to 1 that are the same each time (mulberry32). @param {number} seed */
function createLuck(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The product as its page tells it, with the variant that the page shows first. @param {Product} product */
function describe(product) {
  const variant = findVariant(product);
  const { sku, price, listPrice, availability } = offerOf(product, variant);
  return {
    id: sku,
    name: product.name,
    url: productPath(product, variant),
    image: picturePath(product, variant),
    price,
    ...(listPrice !== undefined && { listPrice }),
    currency: shop.currency,
    brand: product.maker,
    category: findCategory(product.category)?.name,
    availability: availabilityName(availability),
  };
}

/**
 * Two weeks of visits to this shop, by nobody: a shopper comes for an occasion, looks around in it, strays to the same
 * shelf or maker now and then, goes back, and sometimes buys. A log like that of `cuekit/collector`, in the order of time.
 * @param {{ visits?: number, seed?: number }} [options]
 * @returns {Entry[]}
 */
export function simulateVisits({ visits = 2500, seed = 42 } = {}) {
  const luck = createLuck(seed);
  const pick = (/** @type {readonly Product[]} */ list) =>
    /** @type {Product} */ (list[Math.floor(luck() * list.length)]);
  // What stands in front is seen first.
  const pickEarly = (/** @type {readonly Product[]} */ list) =>
    /** @type {Product} */ (list[Math.floor(luck() * luck() * list.length)]);
  /** @type {Entry[]} */
  const entries = [];

  for (let visit = 0; visit < visits; visit++) {
    const session = `visit-${visit}`;
    const occasion = /** @type {Product[]} */ (occasions[Math.floor(luck() * luck() * occasions.length)]);
    let at = OPENED_AT + Math.floor(luck() * DAYS * 24 * 60) * MINUTE_MS;
    const note = (/** @type {string} */ name, /** @type {object} */ more) => {
      at += Math.floor((0.2 + luck() * 2) * MINUTE_MS);
      const id = `${session}-${entries.length}`;
      const page = { url: '/', title: shop.name };
      entries.push({ v: 1, id, name, at, visitor: session, session, page, ...more });
    };

    let here = pickEarly(occasion);
    let before = here;
    /** @type {Set<Product>} */
    const basket = new Set();
    for (let left = 2 + Math.floor(luck() * luck() * 9); left > 0; left--) {
      const product = describe(here);
      note('view_item', { product });
      if (product.availability !== 'OutOfStock' && luck() < 0.16 && !basket.has(here)) {
        basket.add(here);
        note('add_to_cart', { items: [{ item_id: product.id, quantity: 1 }] });
      }
      const step = luck();
      const next =
        step < 0.12
          ? before
          : step < 0.75
            ? pick(occasion)
            : step < 0.88
              ? pick(products.filter(({ category }) => category === here.category))
              : step < 0.95
                ? pick(products.filter(({ maker }) => maker === here.maker))
                : pick(products);
      before = here;
      here = next;
    }
    if (basket.size > 0 && luck() < 0.6) {
      // At the till somebody remembers the candles.
      if (luck() < 0.5) basket.add(pick(occasion.filter(({ availability }) => availability !== 'out')));
      note('purchase', { items: [...basket].map((product) => ({ item_id: describe(product).id, quantity: 1 })) });
    }
  }
  return entries.sort((one, other) => one.at - other.at);
}
