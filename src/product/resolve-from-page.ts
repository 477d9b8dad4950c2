import type { Product } from '../events/product.js';
import { cardProduct } from './card-product.js';
import { givenProduct } from './given-product.js';
import { parsePrice } from './parse-price.js';
import { readPageOnce } from './read-page-once.js';

// Beside it, so that the reader stays one file.
export { ratingData } from './rating-data.js';

const same = (product: Product, id: string): boolean => product.id === id || product.sku === id || product.gtin === id;

/**
 * The product an element stands for, by what was written by hand and, beneath it, what the page says of the same
 * product. Never throws.
 */
export function resolveFromPage(element: Element): Product | undefined {
  const given = givenProduct(element, parsePrice);
  const id = given.id ?? (given.url && new URL(given.url).pathname);
  let found: Product | undefined;
  try {
    const page = readPageOnce(element.ownerDocument);
    const card = cardProduct(element, page);
    found = card === undefined ? page.main : (card ?? undefined);
    if (given.id) found = [found, ...page.products].find((product) => product && same(product, given.id!));
    else if (given.url && found?.url !== given.url) found = page.products.find(({ url }) => url === given.url);
  } catch {
    // A host page that has replaced what we read with: what was written by hand still holds.
  }
  if (!found) return id ? { ...given, id } : undefined;
  const product = { ...found, ...given };
  if (!(product.listPrice! > product.price!)) delete product.listPrice;
  return product;
}
