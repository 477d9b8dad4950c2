import type { Product } from '../events/product.js';
import { cleanText } from './clean-text.js';
import { findItems } from './find-items.js';
import { itemsOf, valuesOf } from './item.js';
import type { Item } from './item.js';
import { readJsonLd } from './read-json-ld.js';
import { microdata, rdfa, readMarkup } from './read-markup.js';

/** What a page's data says of all ratings of a product together, as it stands there (https://schema.org/AggregateRating). */
export type RatingData = Readonly<Partial<Record<(typeof properties)[number], string>>>;

const properties = ['ratingValue', 'bestRating', 'worstRating', 'reviewCount', 'ratingCount'] as const;
const numbers = ['sku', 'productID', 'productGroupID', 'gtin', 'gtin13', 'gtin14', 'gtin12', 'gtin8', 'mpn'];

/** The product, its group or one of its variants: shops say it of any of them. Nothing that stands beside it. */
function isOf(item: Item, product: Product): boolean {
  const known = [product.id, product.sku, product.gtin];
  const ids = [item, ...itemsOf(item, 'hasVariant')]
    .flatMap((one) => [one, ...itemsOf(one, 'offers')])
    .flatMap((one) => numbers.flatMap((name) => valuesOf(one, name).map(cleanText)));
  return (
    ids.some((id) => id !== undefined && known.includes(id)) ||
    (product.name !== undefined && valuesOf(item, 'name').some((name) => cleanText(name) === product.name))
  );
}

/** What the page says of this product's ratings, the first and surest before others. */
export function ratingData(document: Document, product: Product): RatingData[] {
  return [readJsonLd(document), readMarkup(document, microdata), readMarkup(document, rdfa)]
    .flatMap((values) => findItems(values).found.map(({ item }) => item))
    .filter((item) => isOf(item, product))
    .flatMap((item) => [item, ...itemsOf(item, 'isVariantOf')])
    .flatMap((item) => itemsOf(item, 'aggregateRating'))
    .map((rating) => Object.fromEntries(properties.map((name) => [name, cleanText(valuesOf(rating, name)[0])])));
}
