import type { Product } from '../events/product.js';
import { absoluteUrl } from './absolute-url.js';
import { parseAvailability } from './parse-availability.js';

const texts = ['name', 'brand', 'category', 'variant', 'sku', 'gtin', 'mpn'] as const;

const plainPrice = (text: string): number | undefined => (/^\d+(\.\d\d?)?$/.test(text) ? Number(text) : undefined);

/**
 * The product that an element's own attributes describe: `product-id`, `name`, `price`, `currency`, `url`, `image`,
 * `brand`, `category`, `variant`, `availability`, `list-price`, `sku`, `gtin`, `mpn`. Only what is written and can be
 * read; without any of it an empty object.
 *
 * @param readPrice reads the two prices; by default plain decimal numbers only (`1299.00`), so that this file stays
 * small. Pass `parsePrice` to read `1.299,00 €` too.
 */
export function productFromAttributes(
  element: Element,
  readPrice: (text: string, currency?: string) => number | undefined = plainPrice,
): Partial<Product> {
  const get = (name: string): string | undefined => element.getAttribute(name)?.trim().slice(0, 500) || undefined;
  const product: Partial<Product> = {};
  const set = <K extends keyof Product>(field: K, value: Product[K] | undefined): void => {
    if (value) product[field] = value;
  };
  for (const field of texts) set(field, get(field));
  const currency = get('currency')?.toUpperCase();
  const listPrice = readPrice(get('list-price') ?? '', currency);
  set('id', get('product-id'));
  set('currency', currency);
  set('price', readPrice(get('price') ?? '', currency));
  if (listPrice! > product.price!) set('listPrice', listPrice);
  set('availability', parseAvailability(get('availability')));
  for (const field of ['url', 'image'] as const) {
    const address = get(field);
    // Browsers look the base address up each time: not for elements without an address of their own.
    if (address) set(field, absoluteUrl(address, element.baseURI));
  }
  return product;
}
