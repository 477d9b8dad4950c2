import type { Product } from '../src/events/product.js';

/** The product as the attributes that say it: `{ 'product-id': 'teapot', name: 'Stoneware teapot', … }`. */
export function productArgs({ id, listPrice, ...fields }: Product): Record<string, string> {
  const attributes = { 'product-id': id, ...fields, ...(listPrice !== undefined && { 'list-price': listPrice }) };
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)]));
}
