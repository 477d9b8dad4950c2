import type { Product } from '../src/events/product.js';
import { products } from './sample-products.js';

export const manyProducts: Product[] = [
  ...products,
  ...products.map((product) => ({ ...product, id: `${product.id}-2`, name: `${product.name}, large` })),
];

/** What `npx cuekit train` writes for a small shop, with what is looked at most in it. */
const manifest = {
  cuekitRelated: 1,
  until: 0,
  rank: { depth: 3, decay: 2, returns: [] },
  trending: { ids: manyProducts.map(({ id }) => id), weights: 'ABCDEFGH' },
  tables: { products: { lists: Object.fromEntries(manyProducts.map(({ id, ...rest }) => [id, rest])) } },
};
export const models = `data:application/json,${encodeURIComponent(JSON.stringify(manifest))}`;
