import type { Product } from '../events/product.js';
import type { Row, Tally } from './tally.js';

const LENGTH = 20;

/** For each category, and for each that it is in, what is looked at most now. */
export function popularInCategory(
  products: ReadonlyMap<number, Product>,
  recentClicks: Float64Array,
  tally: Tally,
): Map<string, Row> {
  const members = new Map<string, number[]>();
  for (const [item, { category }] of products) {
    if (!category || !recentClicks[item]) continue;
    let path = '';
    for (const level of category.split(' > ')) {
      path = path ? `${path} > ${level}` : level;
      const others = members.get(path);
      if (others) others.push(item);
      else members.set(path, [item]);
    }
  }
  const rows = new Map<string, Row>();
  for (const [path, items] of members) {
    for (const item of items) tally.add(item, recentClicks[item]!);
    rows.set(path, tally.take(LENGTH));
  }
  return rows;
}
