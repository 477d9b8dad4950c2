import type { ProductTables } from './format.js';
import { loadRanking } from './load-ranking.js';
import type { Models } from './open-models.js';
import type { Ranked } from './rank-session.js';
import { weightOf } from './weight-of.js';

/** Most products that have a say beside the session: each may be a file more to download. */
const MOST = 2;

/** What goes best with one of them counts half as much again: it comes forward among what suits the session, and never replaces it. */
const RAISE = 0.5;

/** A ranked product with all that speaks for it, by ids: of the session first, then of what was liked. */
export interface Reasoned {
  id: string;
  score: number;
  because: readonly string[];
}

/**
 * Raises what goes with products that the shopper liked before this visit. Where the session says nothing yet, they
 * stand for it.
 *
 * @param liked ids, the one that counts most first
 */
export async function raiseLiked(
  ranking: readonly Ranked[],
  models: Models,
  table: keyof ProductTables,
  liked: readonly string[],
): Promise<Reasoned[]> {
  const some = liked.slice(0, MOST);
  const base =
    ranking.length > 0
      ? ranking
      : (await loadRanking(models, table, some.toReversed())).filter(({ id }) => !some.includes(id));
  const raised = new Map(
    base.map(({ id, score, because }) => [id, { id, score, because: because === undefined ? [] : [because] }]),
  );
  if (ranking.length > 0) {
    const lists = await Promise.all(some.map((id) => models.list(table, id)));
    lists.forEach((list, place) =>
      list?.ids.forEach((id, index) => {
        const one = raised.get(id);
        if (!one) return;
        one.score *= 1 + RAISE * weightOf(list.weights[index]);
        one.because.push(some[place]!);
      }),
    );
  }
  // Sorting keeps equals as they were.
  return [...raised.values()].sort((a, b) => b.score - a.score);
}
