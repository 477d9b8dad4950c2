import type { ProductTables, ScoredList } from './format.js';
import type { Models } from './open-models.js';
import { rankSession } from './rank-session.js';
import type { Ranked } from './rank-session.js';

/** Downloads the lists of the session's last products, those that are not here yet, and ranks. Empty where there is nothing to go by. */
export async function loadRanking(
  models: Models,
  table: keyof ProductTables,
  session: readonly string[],
): Promise<Ranked[]> {
  const manifest = await models.manifest();
  if (!manifest) return [];
  const recent = [...new Set(session.toReversed())].slice(0, manifest.rank.depth);
  const lists = new Map<string, ScoredList | undefined>();
  await Promise.all(recent.map(async (id) => lists.set(id, await models.list(table, id))));
  // That shoppers go back to what they saw is known of their steps from product to product, not of orders or of likeness.
  const settings = table === 'related' ? manifest.rank : { ...manifest.rank, returns: [] };
  return rankSession(session, (id) => lists.get(id), settings);
}
