import type { Product } from '../events/product.js';
import { readPage } from './read-page.js';

export { readPage, type Page } from './read-page.js';

/**
 * The products on a page. On a product page the first one is the page's own; on a list page all that were found, in the
 * page's order; on an article none, though it may describe products. To know which of these it is, ask
 * {@link readPage}: only its `main` is the page's product.
 *
 * @param document may come from a DOMParser: nothing is run, loaded or changed
 * @param url the page's address
 */
export function readProducts(document: Document, url: string): Product[] {
  try {
    const page = readPage(document, url);
    return page.kind === 'article' ? [] : page.products;
  } catch {
    return [];
  }
}

export { parseAvailability } from './parse-availability.js';
export { parsePrice } from './parse-price.js';
export { productFromAttributes } from './product-from-attributes.js';
export { readPageOnce } from './read-page-once.js';
export { resolveProduct } from './resolve-product.js';
export { watchPage } from './watch-page.js';
