import type { Product } from '../events/product.js';
import { report } from '../browser/report.js';
import { diversify } from './diversify.js';
import type { Candidate } from './diversify.js';
import type { Source } from './fetch-source.js';
import type { ProductTables, ScoredList } from './format.js';
import { loadRanking } from './load-ranking.js';
import { matches } from './matches.js';
import type { Models } from './open-models.js';
import { raiseLiked } from './raise-liked.js';
import type { Reasoned } from './raise-liked.js';
import type { Rules } from './read-rules.js';
import { weightOf } from './weight-of.js';

/**
 * Where a suggestion may come from. `related`, `bought`, `viewed` and `similar` are lists of products, `popular` is what
 * is looked at most in the category, `trending` in the whole shop, `recent` what the shopper saw before, and `source` the
 * shop's own answer.
 */
export type Strategy = keyof ProductTables | 'popular' | 'trending' | 'recent' | 'source';

/** From what says most to what is always there. */
export const fallbacks: readonly Strategy[] = ['related', 'similar', 'popular', 'trending'];

export interface Suggestion {
  product: Product;
  strategy: Strategy | 'pinned';
  /** Ids of the products of the visit, and of `liked`, that speak for it, the weightiest first; absent where none does. */
  because?: readonly string[];
}

export interface RecommendOptions {
  models: Models;
  /** Ids of the products of this visit, the current one last. */
  session: readonly string[];
  count: number;
  /** One after another, until there are enough. */
  strategies?: readonly Strategy[];
  /** The product that the page is about. */
  current?: Product;
  /** The category that the page is about, where it is about no product. */
  category?: string;
  /** Ids that are not to be shown: what is in the cart. */
  without?: Iterable<string>;
  /** Whether products of this visit may be shown again. */
  again?: boolean;
  /** Ids of what the shopper wished for or looked at before this visit, the one that counts most first: what goes with it is raised. */
  liked?: readonly string[];
  /** What the shopper saw before, the latest first, for `recent`. */
  recent?: readonly Product[];
  /** The shop's own suggestions, for `source`. */
  source?: Source;
  rules?: Rules;
  /** What is known of a product beside the trained files, or better: the shop's own answer. */
  describe?: (id: string) => Product | undefined | Promise<Product | undefined>;
}

/** schema.org's words for what cannot be had. */
const gone = new Set(['Discontinued', 'OutOfStock', 'SoldOut']);

/** Candidates that are looked at for each place, so that rules and diversity have something to choose from. */
const CHOICE = 2;

/**
 * The products to show, the best first: each strategy in turn fills the places that are left. Never the current product,
 * never one twice, never what is sold out or cannot be shown for want of a name and an address. Fewer than `count` only
 * where no strategy has more. Does not reject.
 */
export async function recommend(options: RecommendOptions): Promise<Suggestion[]> {
  const { models, session, count, current, rules = {}, recent = [] } = options;
  const taken = new Set<string>(options.without);
  if (current) taken.add(current.id);
  if (session.length > 0) taken.add(session.at(-1)!);
  if (!options.again) for (const id of session) taken.add(id);
  const suggestions: Suggestion[] = [];

  const details = new Map<string, Promise<Product | undefined>>(
    recent.map((product) => [product.id, Promise.resolve(product)]),
  );
  function describe(id: string): Promise<Product | undefined> {
    let product = details.get(id);
    if (!product) details.set(id, (product = look(id)));
    return product;
  }
  async function look(id: string): Promise<Product | undefined> {
    try {
      const own = await options.describe?.(id);
      if (own) return own;
    } catch {
      // A shop's answer that fails is no answer; the trained files may have one.
    }
    return models.product(id);
  }

  const mayShow = (product: Product | undefined): product is Product =>
    product !== undefined &&
    Boolean(product.name && product.url) &&
    !gone.has(product.availability ?? '') &&
    !rules.exclude?.some((condition) => matches(product, condition)) &&
    !(rules.sameBrand === 'only' && current?.brand && !matches(product, { brand: current.brand }));

  const worth = (product: Product, score: number): number => {
    const boosted = (rules.boost ?? []).reduce(
      (sum, { by, ...condition }) => (matches(product, condition) ? sum * by : sum),
      score,
    );
    const first = rules.sameBrand === 'first' && current?.brand && matches(product, { brand: current.brand });
    // Any score is below 1 before boosts, so this is before all others.
    return first ? boosted + 1e6 : boosted;
  };

  /** The shop's answer; what it says of a product is better than what was trained. */
  async function ask(room: number): Promise<Reasoned[]> {
    try {
      const context = { session, count: room + taken.size, ...(current && { current }) };
      const answer = (await options.source?.(context)) ?? [];
      return answer.map((one, index) => {
        if (typeof one !== 'string') details.set(one.id, Promise.resolve(one));
        return { id: typeof one === 'string' ? one : one.id, score: 1 / (index + 2), because: [] };
      });
    } catch (error) {
      report('the shop’s own suggestions could not be had', error);
      return [];
    }
  }

  const take = (product: Product, strategy: Suggestion['strategy'], because: readonly string[] = []): void => {
    taken.add(product.id);
    suggestions.push({ product, strategy, ...(because.length > 0 && { because }) });
  };

  for (const id of rules.pin ?? []) {
    if (suggestions.length >= count || taken.has(id)) continue;
    const product = await describe(id);
    if (mayShow(product)) take(product, 'pinned');
  }
  for (const strategy of options.strategies ?? fallbacks) {
    const room = count - suggestions.length;
    if (room <= 0) break;
    const all = strategy === 'source' ? await ask(room) : await rank(strategy, options);
    const ranking = all.filter(({ id }) => !taken.has(id));
    const candidates: Candidate[] = [];
    // Only as many as may be needed: each product's details are bytes.
    for (let from = 0; from < ranking.length && candidates.length < room * CHOICE;) {
      const some = ranking.slice(from, from + room * CHOICE - candidates.length);
      from += some.length;
      const products = await Promise.all(some.map(({ id }) => describe(id)));
      products.forEach((product, index) => {
        if (mayShow(product)) candidates.push({ product, score: worth(product, some[index]!.score) });
      });
    }
    const reasons = new Map(ranking.map(({ id, because }) => [id, because]));
    for (const { product } of diversify(candidates, room)) take(product, strategy, reasons.get(product.id));
  }
  return suggestions;
}

async function rank(strategy: Exclude<Strategy, 'source'>, options: RecommendOptions): Promise<Reasoned[]> {
  const { models, session, current, recent = [], liked = [] } = options;
  switch (strategy) {
    case 'popular': {
      const category = current?.category ?? options.category;
      return category ? ranked(await popular(models, category)) : [];
    }
    case 'trending':
      return ranked((await models.manifest())?.trending);
    case 'recent':
      return recent.map(({ id }, index) => ({ id, score: 1 / (index + 2), because: [] }));
    default:
      return raiseLiked(await loadRanking(models, strategy, session), models, strategy, liked);
  }
}

/** The list of a category, or of the nearest one around it that has one. */
async function popular(models: Models, category: string): Promise<ScoredList | undefined> {
  const levels = category.split(' > ');
  for (let depth = levels.length; depth > 0; depth--) {
    const list = await models.popular(levels.slice(0, depth).join(' > '));
    if (list) return list;
  }
  return undefined;
}

function ranked(list: ScoredList | undefined): Reasoned[] {
  return list?.ids.map((id, index) => ({ id, score: weightOf(list.weights[index]), because: [] })) ?? [];
}
