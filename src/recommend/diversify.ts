import type { Product } from '../events/product.js';

/** A product that may be shown, with what it is worth. */
export interface Candidate {
  product: Product;
  score: number;
}

/** Each product of the same brand, and each of the same category, that is there already takes this share of the score. */
const PENALTY = 0.1;

/**
 * Chooses so that not all are of one kind: the best first, each one weighed against those that were chosen before it
 * (greedy, as in Carbonell & Goldstein, "The use of MMR, diversity-based reranking", 1998). Nothing is lost: with room
 * for all, all come.
 */
export function diversify(candidates: readonly Candidate[], count: number): Candidate[] {
  const left = [...candidates];
  const chosen: Candidate[] = [];
  const times = new Map<string, number>();
  const kinds = ({ product: { brand, category } }: Candidate): string[] => [
    ...(brand ? [`brand ${brand}`] : []),
    ...(category ? [`category ${category}`] : []),
  ];
  const worth = (candidate: Candidate) =>
    kinds(candidate).reduce((score, kind) => score * (1 - PENALTY) ** (times.get(kind) ?? 0), candidate.score);
  while (chosen.length < count && left.length > 0) {
    let best = 0;
    // The first of equals, so that the order of the models stands.
    for (let index = 1; index < left.length; index++) if (worth(left[index]!) > worth(left[best]!)) best = index;
    const [next] = left.splice(best, 1);
    for (const kind of kinds(next!)) times.set(kind, (times.get(kind) ?? 0) + 1);
    chosen.push(next!);
  }
  return chosen;
}
