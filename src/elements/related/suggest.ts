import type { Product } from '../../events/product.js';
import { fetchSource } from '../../recommend/fetch-source.js';
import type { Source } from '../../recommend/fetch-source.js';
import { openModels } from '../../recommend/open-models.js';
import type { Models } from '../../recommend/open-models.js';
import { readRules } from '../../recommend/read-rules.js';
import { recommend } from '../../recommend/recommend.js';
import type { Strategy, Suggestion } from '../../recommend/recommend.js';
import { visitTrail } from '../../recommend/visit-trail.js';
import { $cart } from '../../store/cart.js';
import { $viewed } from '../../store/viewed.js';
import { $wishlist } from '../../store/wishlist.js';
import { findReason } from './find-reason.js';
import type { Reason } from './find-reason.js';

// Loaded together: there are no cards before there are suggestions.
export { createCards } from './create-cards.js';

/** A suggestion, and what the shopper did that it comes from. */
export interface Reasoned extends Suggestion {
  reason?: Reason;
}

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
  /** What has a say beside the visit, and before it. */
  by: 'visit' | 'cart' | 'wishlist';
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

/**
 * What a box shows, from what the page knows now. What is wished for is looked up here, so that a box does not change
 * under the finger of a shopper who presses a heart in it.
 */
export async function suggest(options: SuggestOptions): Promise<Reasoned[]> {
  const { models: address, source, strategies, rules, count, again, category, current, by, cart } = options;
  if (address && !opened.has(address)) opened.set(address, openModels(address));
  const viewed = $viewed.get();
  const wishes = $wishlist.get();
  const wished = wishes.map(({ product }) => product.id);
  // Of equal weight is what is first in a list; a session has it last.
  const seeds = by === 'cart' ? cart : by === 'wishlist' ? wished.toReversed() : [];
  const trail = visitTrail(viewed, Date.now(), current?.id).filter((id) => !seeds.includes(id));
  const session = [...trail, ...seeds];
  const liked = [...wished, ...viewed.map(({ product }) => product.id)].filter((id) => !session.includes(id));
  const suggestions = await recommend({
    models: (address && opened.get(address)) || none,
    session,
    liked,
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
  const known = {
    cart: ($cart.get()?.lines ?? []).map(({ product }) => product),
    wished: wishes.map(({ product }) => product),
    viewed: viewed.map(({ product }) => product),
  };
  return suggestions.map((suggestion) => {
    const reason = findReason(suggestion.because ?? [], known, current?.id);
    return { ...suggestion, ...(reason && { reason }) };
  });
}
