import type { Product } from '../../events/product.js';
import type { Source } from '../../recommend/fetch-source.js';
import type { Cart } from '../../store/cart.js';
import { readStrategies } from './read-strategies.js';
import type { SuggestOptions } from './suggest.js';

interface Attributes extends Element {
  models: string | undefined;
  source: string | Source | undefined;
  strategies: string | undefined;
  rules: unknown;
  again: boolean;
  by: string | undefined;
}

interface Known {
  count: number;
  current: Product | undefined;
  cart: Cart | undefined;
}

/** What suggestions go by, from what the shop has written and what the page knows. */
export function readOptions(host: Attributes, { count, current, cart }: Known): SuggestOptions {
  const { models, source, strategies, rules, again, by, baseURI } = host;
  return {
    models: models !== undefined && URL.canParse(models, baseURI) ? new URL(models, baseURI).href : undefined,
    source,
    strategies: readStrategies(strategies, source !== undefined),
    rules,
    count,
    again,
    category: current?.category ?? host.getAttribute('category') ?? undefined,
    current,
    by: by === 'cart' || by === 'wishlist' ? by : 'visit',
    cart: (cart?.lines ?? []).map(({ product }) => product.id),
  };
}
