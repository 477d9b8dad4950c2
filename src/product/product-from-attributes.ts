import type { Product } from '../events/product.js';
import { absoluteUrl } from './absolute-url.js';
import { parseAvailability } from './parse-availability.js';
import { parsePrice } from './parse-price.js';

const texts = ['name', 'brand', 'category', 'variant', 'sku', 'gtin', 'mpn'] as const;

/**
 * The product that an element's own attributes describe: `product-id`, `name`, `price`, `currency`, `url`, `image`,
 * `brand`, `category`, `variant`, `availability`, `list-price`, `sku`, `gtin`, `mpn`. Only what is written and can be
 * read; without any of it an empty object.
 */
export function productFromAttributes(element: Element): Partial<Product> {
  const get = (name: string): string | undefined => element.getAttribute(name)?.trim().slice(0, 500) || undefined;
  const product: Partial<Product> = {};
  const set = <K extends keyof Product>(field: K, value: Product[K] | undefined): void => {
    if (value) product[field] = value;
  };
  for (const field of texts) set(field, get(field));
  const currency = get('currency')?.toUpperCase();
  set('id', get('product-id'));
  set('currency', currency);
  set('price', parsePrice(get('price'), currency));
  const listPrice = parsePrice(get('list-price'), currency);
  set('listPrice', listPrice! > product.price! ? listPrice : undefined);
  set('availability', parseAvailability(get('availability')));
  set('url', absoluteUrl(get('url'), element.baseURI));
  set('image', absoluteUrl(get('image'), element.baseURI));
  return product;
}
