import type { Product } from '../events/product.js';
import { cardProduct } from './card-product.js';
import { readPageOnce } from './read-page-once.js';

const same = (product: Product, id: string): boolean => product.id === id || product.sku === id || product.gtin === id;

/**
 * What the page knows about the product an element stands for, beneath what was given by hand. `undefined` when it knows
 * nothing of that product.
 */
export function resolveFromPage(element: Element, given: Partial<Product>): Product | undefined {
  try {
    const page = readPageOnce(element.ownerDocument);
    const card = cardProduct(element, page);
    const around = card === undefined ? page.main : (card ?? undefined);
    const { id } = given;
    const found = id ? [around, ...page.products].find((product) => product && same(product, id)) : around;
    if (!found) return;
    const product = { ...found, ...given };
    if (!(product.listPrice! > product.price!)) delete product.listPrice;
    return product;
  } catch {
    return;
  }
}
