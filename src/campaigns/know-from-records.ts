import type { CueRecord } from '../events/record.js';
import { emptyAttributes } from './attributes.js';
import type { AudienceAttributes } from './attributes.js';

/** What the records of one visitor tell. */
export interface Told {
  attributes: AudienceAttributes;
  /** Pieces and money by product. */
  cart: Map<string, { quantity: number; value: number | null }>;
  sessions: Set<string>;
  sessionAt: number;
}

/** Before the first record. */
export function nothingTold(): Told {
  return {
    cart: new Map(),
    sessions: new Set(),
    sessionAt: 0,
    attributes: {
      ...emptyAttributes(),
      cart: { value: 0, currency: null, quantity: 0, products: [], categories: [], unchangedMs: null },
    },
  };
}

/**
 * Adds what one more record tells. It is less than a page knows: of a cart, what was put in and taken out while records
 * were kept; nothing of consent, of how the shopper came, or of hesitation.
 */
export function tell(told: Told, record: CueRecord): void {
  const { attributes, cart, sessions } = told;
  if (!sessions.has(record.session)) {
    sessions.add(record.session);
    told.sessionAt = record.at;
  }
  attributes.visit = { ...attributes.visit, number: sessions.size, durationMs: record.at - told.sessionAt };
  attributes.visitor = { ...attributes.visitor, returning: sessions.size > 1 };
  const id = record.product?.id ?? record.items?.[0]?.item_id;
  switch (record.name) {
    case 'add_to_cart':
    case 'remove_from_cart':
      changeCart(cart, record);
      break;
    case 'purchase':
      cart.clear();
      break;
    case 'add_to_wishlist':
    case 'remove_from_wishlist': {
      const others = attributes.wishlist.products.filter((other) => other !== id);
      const products = record.name === 'add_to_wishlist' && id !== undefined ? [id, ...others] : others;
      attributes.wishlist = { products, count: products.length };
      break;
    }
    case 'view_item': {
      const { product, items: [item] = [] } = record;
      const add = (list: string[], name: string | undefined) =>
        name === undefined ? list : [name, ...list.filter((other) => other !== name)];
      const { viewed } = attributes;
      const products = add(viewed.products, id);
      attributes.viewed = {
        products,
        count: products.length,
        categories: add(viewed.categories, product?.category ?? item?.item_category),
        brands: add(viewed.brands, product?.brand ?? item?.item_brand),
      };
      break;
    }
    case 'newsletter_sign_up':
      attributes.subscribed = true;
  }
  const lines = [...cart.values()];
  attributes.cart = {
    ...attributes.cart,
    value: lines.some(({ value }) => value === null) ? null : lines.reduce((sum, { value }) => sum + value!, 0),
    currency: record.currency ?? attributes.cart.currency,
    quantity: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    products: [...cart.keys()],
  };
}

function changeCart(cart: Told['cart'], { name, items = [] }: CueRecord): void {
  const sign = name === 'add_to_cart' ? 1 : -1;
  for (const { item_id, quantity = 1, price } of items) {
    const known = cart.get(item_id) ?? { quantity: 0, value: 0 };
    const next = {
      quantity: known.quantity + sign * quantity,
      value: known.value === null || price === undefined ? null : Math.max(0, known.value + sign * quantity * price),
    };
    if (next.quantity > 0) cart.set(item_id, next);
    else cart.delete(item_id);
  }
}
