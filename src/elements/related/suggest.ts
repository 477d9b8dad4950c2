import type { Product } from '../../events/product.js';
import { fetchSource } from '../../recommend/fetch-source.js';
import type { Source } from '../../recommend/fetch-source.js';
import { openModels } from '../../recommend/open-models.js';
import type { Models } from '../../recommend/open-models.js';
import { readRules } from '../../recommend/read-rules.js';
import { recommend } from '../../recommend/recommend.js';
import type { Strategy, Suggestion } from '../../recommend/recommend.js';
import { visitTrail } from '../../recommend/visit-trail.js';
import { $viewed } from '../../store/viewed.js';

export interface SuggestOptions {
  /** Address of the manifest, absolute. */
  models: string | undefined;
  source: string | Source | undefined;
  strategies: readonly Strategy[] | undefined;
  rules: unknown;
  count: number;
  again: boolean;
  category: string | undefined;
  current: Product | undefined;
  /** Ids of what has a say beside the visit, the one that counts most last; `undefined` for the visit alone. */
  seeds: readonly string[] | undefined;
  /** Ids of what is in the cart. */
  cart: readonly string[];
}

/** Boxes of one page share what they have downloaded. */
const opened = new Map<string, Models>();

const none: Models = {
  manifest: () => Promise.resolve(undefined),
  list: () => Promise.resolve(undefined),
  popular: () => Promise.resolve(undefined),
  product: () => Promise.resolve(undefined),
};

/** What a box shows, from what the page knows now. */
export function suggest(options: SuggestOptions): Promise<Suggestion[]> {
  const { models: address, source, strategies, rules, count, again, category, current, seeds = [], cart } = options;
  if (address && !opened.has(address)) opened.set(address, openModels(address));
  const viewed = $viewed.get();
  return recommend({
    models: (address && opened.get(address)) || none,
    session: [...visitTrail(viewed, Date.now(), current?.id).filter((id) => !seeds.includes(id)), ...seeds],
    count,
    again,
    without: cart,
    recent: viewed.map(({ product }) => product),
    ...(strategies && { strategies }),
    ...(source && { source: typeof source === 'string' ? fetchSource(source) : source }),
    ...(rules !== undefined && { rules: readRules(rules) }),
    ...(category && { category }),
    ...(current && { current }),
  });
}
