import { SESSION_TIMEOUT_MS } from '../store/session.js';
import type { Viewed } from '../store/viewed.js';

/**
 * Ids of the products that were looked at in this visit, the latest last: back to the first pause that ends a visit. Each
 * once, at its latest view: what is stored of views says no more.
 *
 * @param viewed the latest first, as `$viewed` has them
 * @param current the product of this page, if it is one
 */
export function visitTrail(viewed: readonly Viewed[], now: number, current?: string): string[] {
  const trail: string[] = current === undefined ? [] : [current];
  let later = now;
  for (const { product, viewedAt } of viewed) {
    if (later - viewedAt > SESSION_TIMEOUT_MS) break;
    later = viewedAt;
    if (product.id !== current) trail.push(product.id);
  }
  return trail.reverse();
}
