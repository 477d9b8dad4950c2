import { safeUrl } from '../browser/safe-url.js';
import type { Product } from '../events/product.js';

const texts = ['name', 'currency', 'brand', 'category', 'variant', 'availability', 'sku', 'gtin', 'mpn'] as const;

/**
 * A product out of data that anybody may have written; only fields that a product has, of the right kind, survive.
 *
 * @param id the identifier that it must have, where that is known
 */
export function readProduct(data: unknown, id?: string): Product | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const source = data as Record<string, unknown>;
  if (typeof source.id !== 'string' || !source.id || source.id !== (id ?? source.id)) return undefined;
  const product: Record<string, unknown> = { id: source.id };
  for (const field of texts) if (typeof source[field] === 'string') product[field] = source[field];
  for (const field of ['price', 'listPrice'] as const)
    if (Number.isFinite(source[field])) product[field] = source[field];
  for (const field of ['url', 'image'] as const) {
    const address = safeUrl(source[field]);
    if (address) product[field] = address;
  }
  return product as unknown as Product;
}
