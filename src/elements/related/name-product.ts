import type { Product } from '../../events/product.js';

/** What attributes say that are not called like the product's field. */
const names: Partial<Record<keyof Product, string>> = { id: 'product-id', listPrice: 'list-price' };

/** Writes a product into an element's attributes, as other elements of the kit read it there. */
export function nameProduct(element: Element, product: Product): Element {
  for (const [field, value] of Object.entries(product))
    element.setAttribute(names[field as keyof Product] ?? field, String(value));
  return element;
}
