import type { Product } from '../events/product.js';
import { composedParent } from './composed-parent.js';
import { productFromAttributes } from './product-from-attributes.js';

/**
 * What was written about a product by hand: an element's own attributes, and beneath them those of the nearest
 * `<cue-product>` around it, across shadow roots, as long as they do not name another product.
 *
 * @param readPrice as {@link productFromAttributes} takes it
 */
export function givenProduct(
  element: Element,
  readPrice?: (text: string, currency?: string) => number | undefined,
): Partial<Product> {
  const own = productFromAttributes(element, readPrice);
  let around = composedParent(element);
  while (around && around.localName !== 'cue-product') around = composedParent(around);
  const outer = around ? productFromAttributes(around, readPrice) : {};
  return own.id && outer.id && own.id !== outer.id ? own : { ...outer, ...own };
}
