import type { RankSettings, ScoredList } from './format.js';
import { weightOf } from './weight-of.js';

/** A product and how likely it is to be the next, against the others of the same answer. */
export interface Ranked {
  id: string;
  score: number;
  /** The product of the session that said most for it; nothing where it is a product of the session itself, or no list said it. */
  because?: string;
}

/** At least this share of the probability is left to products that are new to the session. */
const LEAST_NEW = 0.1;

/**
 * Ranks what a shopper may want to see next, from the session so far: a mixture of two guesses. Either the shopper goes
 * back to a product of the session, which the shop's own sessions say how often happens (`settings.returns`), or on to a
 * new one: then the lists of the last products are summed, the latest counting most (the idea of V-SKNN's weights that
 * fall with the position: Ludewig & Jannach, "Evaluation of Session-based Recommendation Algorithms", 2018).
 * What is not to be shown is left to the caller; the current product is an answer like any other, a rare one.
 *
 * @param session ids of the products that were looked at, the current one last; as often as they were
 * @param listOf the list of a product, or nothing where there is none
 * @returns all products that have a score, the best first; ties by id, so that every browser says the same
 */
export function rankSession(
  session: readonly string[],
  listOf: (id: string) => ScoredList | undefined,
  settings: RankSettings,
): Ranked[] {
  // Each product at its last place, the current one first.
  const seen = new Set(session.toReversed());
  const scores = new Map<string, number>();
  const reasons = new Map<string, { because: string; score: number }>();
  let sum = 0;
  let place = 0;
  for (const id of seen) {
    if (++place > settings.depth) break;
    const list = listOf(id);
    const share = place ** -settings.decay;
    list?.ids.forEach((other, index) => {
      const score = share * weightOf(list.weights[index]);
      scores.set(other, (scores.get(other) ?? 0) + score);
      if (score > (reasons.get(other)?.score ?? 0)) reasons.set(other, { because: id, score });
      sum += score;
    });
  }
  if (settings.returns.length > 0) mixReturns(scores, sum || 1, session, [...seen], settings.returns);
  return [...scores]
    .map(([id, score]) => {
      const because = seen.has(id) ? undefined : reasons.get(id)?.because;
      return { id, score, ...(because !== undefined && { because }) };
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Turns sums of lists into shares of what comes next: the session's own products get how often shoppers return to them. */
function mixReturns(
  scores: Map<string, number>,
  sum: number,
  session: readonly string[],
  seen: readonly string[],
  rates: RankSettings['returns'],
): void {
  const returned = session.indexOf(seen[0]!) < session.length - 1;
  const row = at(at(rates, returned ? 1 : 0), seen.length - 1);
  const returns = seen.map((id, ago) => ({ id, rate: at(row, ago) ?? 0, share: (scores.get(id) ?? 0) / sum }));
  const forNew = Math.max(LEAST_NEW, 1 - returns.reduce((total, { rate }) => total + rate, 0));
  // What the lists say of the session's own products is no part of what they say of new ones.
  const known = returns.reduce((total, { share }) => total + share, 0);
  const scale = forNew / (sum * Math.max(1e-9, 1 - known));
  for (const [id, score] of scores) scores.set(id, score * scale);
  returns.forEach(({ id, rate, share }, ago) => {
    // To where one is, a step from another product is no way.
    scores.set(id, rate + (ago > 0 ? share * forNew : 0));
  });
}

/** An entry, or the last one for all that are beyond. */
function at<T>(list: readonly T[] | undefined, index: number): T | undefined {
  return list?.[Math.min(index, list.length - 1)];
}
