import type { Product } from '../events/product.js';

/** What a product must be like; all that is said must be true. */
export interface Condition {
  id?: string | readonly string[];
  brand?: string | readonly string[];
  /** With all that is in it: `Kitchen` has `Kitchen > Teapots`. */
  category?: string | readonly string[];
  minPrice?: number;
  maxPrice?: number;
  /** Whether it costs less than before. */
  reduced?: boolean;
}

/** Whether a product is like this. A condition that says nothing is like nothing. */
export function matches(product: Product, condition: Condition): boolean {
  const { id, brand, category, minPrice, maxPrice, reduced } = condition;
  const tests = [
    id !== undefined && list(id).includes(product.id),
    brand !== undefined && list(brand).some((name) => same(name, product.brand)),
    category !== undefined && list(category).some((name) => isIn(product.category, name)),
    minPrice !== undefined && product.price !== undefined && product.price >= minPrice,
    maxPrice !== undefined && product.price !== undefined && product.price <= maxPrice,
    reduced !== undefined && reduced === (product.listPrice !== undefined),
  ];
  const asked = [id, brand, category, minPrice, maxPrice, reduced];
  return asked.some((value) => value !== undefined) && tests.every((is, index) => is || asked[index] === undefined);
}

const list = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value);

const same = (one: string, other: string | undefined) => one.toLowerCase() === other?.toLowerCase();

/** Whether a category is another or lies in it. */
function isIn(category: string | undefined, other: string): boolean {
  return `${category?.toLowerCase() ?? ''} > `.startsWith(`${other.toLowerCase()} > `);
}
