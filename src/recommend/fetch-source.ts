import { warnOnce } from '../browser/report.js';
import type { Product } from '../events/product.js';
import { readProduct } from '../store/read-product.js';

/** What a shop's own suggestions may go by. */
export interface SourceContext {
  /** Ids of the products of this visit, the current one last. */
  session: readonly string[];
  current?: Product;
  count: number;
}

/** A shop's own suggestions, the best first: products, or ids of products that the trained files know. */
export type Source = (context: SourceContext) => readonly (Product | string)[] | Promise<readonly (Product | string)[]>;

/**
 * Suggestions from an address of the shop, in which `{id}` stands for the current product, `{session}` for the ids of the
 * visit, joined by commas, and `{count}` for how many are wanted. The answer is a list of products or ids, or an object
 * with one in `products`. What is no product in it is left out.
 *
 * @param load for tests
 */
export function fetchSource(address: string, load: (url: string) => Promise<Response> = (url) => fetch(url)): Source {
  return async ({ session, current, count }) => {
    const values: Record<string, string> = {
      id: current?.id ?? session.at(-1) ?? '',
      session: session.join(','),
      count: String(count),
    };
    const url = address.replace(/\{(id|session|count)\}/g, (_, name: string) => encodeURIComponent(values[name]!));
    const response = await load(url);
    if (!response.ok) throw new Error(`${url} answered with ${response.status}`);
    const answer: unknown = await response.json();
    const list: unknown = Array.isArray(answer) ? answer : (answer as { products?: unknown } | null)?.products;
    if (!Array.isArray(list)) {
      warnOnce(`${url} should answer with a list of products, or with an object that has one in “products”`);
      return [];
    }
    return list
      .map((entry: unknown) => (typeof entry === 'string' && entry ? entry : readProduct(entry)))
      .filter((entry) => entry !== undefined);
  };
}
