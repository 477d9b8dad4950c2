import { absoluteUrl } from './absolute-url.js';
import { cleanText } from './clean-text.js';
import { parseAvailability } from './parse-availability.js';
import { parsePrice } from './parse-price.js';
import { currencyOf, gtinOf, known, type PartialProduct } from './product-from-item.js';
import type { Product } from '../events/product.js';

/**
 * What the page's head says: Open Graph and its `product:` properties (https://ogp.me, Meta's product object, Pinterest's
 * rich pins).
 */
export function readMeta(document: Document, href: string): { product: PartialProduct; type: string; title: string } {
  const content = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name'))?.toLowerCase();
    const value = meta.getAttribute('content')!;
    if (name && value && !content.has(name)) content.set(name, value);
  }
  const get = (...names: string[]): string | undefined => {
    for (const name of names) {
      const value = content.get('product:' + name) ?? content.get('og:' + name);
      if (value) return value;
    }
    return;
  };
  const currency = currencyOf(get('sale_price:currency', 'price:currency', 'currency'));
  const usual = parsePrice(get('price:amount', 'price', 'amount'), currency);
  const price = parsePrice(get('sale_price:amount', 'sale_price'), currency) ?? usual;
  const listPrice = parsePrice(get('original_price:amount'), currency) ?? usual;
  const sku = cleanText(get('retailer_item_id', 'sku', 'retailer_part_no'));
  const type = get('type')?.toLowerCase() ?? '';
  return {
    type: /product/.test(type) || get('price:amount', 'price', 'retailer_item_id') ? 'product' : type,
    title: get('title') ?? '',
    product: known<Product>({
      id: sku,
      name: cleanText(get('title')),
      url: absoluteUrl(document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? get('url'), href),
      image: absoluteUrl(get('image'), href),
      price,
      currency,
      brand: cleanText(get('brand')),
      category: cleanText(get('category')),
      availability: parseAvailability(get('availability')),
      listPrice,
      sku,
      gtin: gtinOf(get('gtin', 'ean', 'isbn', 'upc')),
      mpn: cleanText(get('mfr_part_no')),
    }),
  };
}
