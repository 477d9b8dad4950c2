import type { Product } from '../../events/product.js';

/** The product as it is shown and sold: what is known of it now, on top of what was known when it was kept. */
export function asNow(then: Product, now: Product | undefined): Product {
  if (!now) return then;
  const { listPrice: _, ...rest } = then;
  // A price goes with its currency and with the price before; where none is known now, all three stay.
  return now.price === undefined ? { ...then, ...now } : { ...rest, ...now };
}
