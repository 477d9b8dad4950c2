import type { Product } from './product.js';
import type { Item, ProductDetail } from './vocabulary.js';

/** A product as GA4's item. What is not known is left out, not sent empty. */
export function toItem(product: Product, quantity = 1): Item {
  const item: Item = { item_id: product.id, quantity };
  if (product.name) item.item_name = product.name;
  if (product.brand) item.item_brand = product.brand;
  if (product.variant) item.item_variant = product.variant;
  const { price, listPrice } = product;
  if (price !== undefined) item.price = price;
  if (price !== undefined && listPrice !== undefined && listPrice > price) item.discount = money(listPrice - price);
  const levels = product.category?.split(' > ') ?? [];
  const names = ['item_category', 'item_category2', 'item_category3', 'item_category4', 'item_category5'] as const;
  names.forEach((name, level) => {
    const category = levels[level];
    if (category) item[name] = category;
  });
  return item;
}

/** The detail of a fact about one product. @param quantity how many pieces of it */
export function productDetail(
  product: Product,
  cause: NonNullable<ProductDetail['cause']>,
  quantity = 1,
): ProductDetail {
  const detail: ProductDetail = { product, items: [toItem(product, quantity)], cause };
  if (product.price !== undefined) detail.value = money(product.price * quantity);
  if (product.currency) detail.currency = product.currency;
  return detail;
}

/** Sums in binary fractions drift (0.1 + 0.2); no currency has more than four decimals (ISO 4217). */
function money(amount: number): number {
  return Math.round(amount * 1e4) / 1e4;
}
