import type { Product } from '../../src/events/product.js';
import type { Manifest, ScoredList } from '../../src/recommend/format.js';
import { openModels } from '../../src/recommend/open-models.js';
import type { Models } from '../../src/recommend/open-models.js';

/** A list of ids, each a halving weaker than the one before. */
export function listOf(...ids: string[]): ScoredList {
  return { ids, weights: ids.map((_, index) => 'AEIMQUYcgkosw048'[Math.min(index, 15)]).join('') };
}

/** Half of the steps go back to the last product but one, few stay. */
export const returns = [
  [[0], [0, 0.4], [0, 0.3, 0.1]],
  [[0], [0.01, 0.5], [0.01, 0.4, 0.2]],
];

export function manifestOf(more: Partial<Manifest> = {}): Manifest {
  return {
    cuekitRelated: 1,
    until: 0,
    rank: { depth: 3, decay: 2, returns },
    trending: listOf(),
    tables: {},
    ...more,
  };
}

export const address = 'https://shop.example/related/manifest.json';

/** Files by their path below the manifest's folder, as a server gives them; and what was asked for. */
export function serve(files: Record<string, unknown>): { asked: string[]; load(url: string): Promise<Response> } {
  const asked: string[] = [];
  const base = new URL('.', address).href;
  return {
    asked,
    load: async (url) => {
      const path = url.slice(base.length);
      asked.push(path);
      if (!(path in files)) return new Response('', { status: 404 });
      const content = files[path];
      return new Response(typeof content === 'string' ? content : JSON.stringify(content));
    },
  };
}

/** A small shop's models, all in the manifest. */
export function makeModels(
  tables: Partial<Record<'related' | 'bought' | 'viewed' | 'similar' | 'category', Record<string, ScoredList>>>,
  products: readonly Product[],
  trending: readonly string[] = [],
): Models {
  const lists = Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, { lists: table }]));
  const known = Object.fromEntries(products.map(({ id, ...rest }) => [id, rest]));
  const manifest = manifestOf({
    trending: listOf(...trending),
    tables: { ...lists, products: { lists: known } },
  });
  return openModels(address, serve({ 'manifest.json': manifest }).load);
}
