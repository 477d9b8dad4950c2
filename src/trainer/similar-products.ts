import type { Product } from '../events/product.js';
import type { Row, Tally } from './tally.js';

/** Of a word that very many products have, only the most clicked ones are looked at; fewer where there are very many products. */
const postingsFor = (count: number) => Math.max(50, Math.min(1000, Math.floor(2e7 / count)));

/** Words and names of a product that it may share with others; what is no word of its name is marked. */
function termsOf({ name = '', brand, category }: Product): Set<string> {
  const terms = new Set<string>();
  const text = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  for (const word of text.match(/[\p{L}\p{N}]{2,}/gu) ?? []) terms.add(word);
  // Most scripts of East Asia do not separate words: pairs of letters do as well.
  for (const run of text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2,}/gu) ?? []) {
    for (let at = 0; at + 2 <= run.length; at++) terms.add(run.slice(at, at + 2));
  }
  if (brand) terms.add(`brand: ${brand.toLowerCase()}`);
  let path = 'category: ';
  for (const level of category?.toLowerCase().split(' > ') ?? []) terms.add((path += ` > ${level}`));
  return terms;
}

/**
 * What is alike by name, brand, category and price: cosine of TF-IDF vectors (Salton & Buckley, "Term-weighting
 * approaches in automatic text retrieval", 1988), less where prices are far apart.
 */
export function findSimilar(
  products: ReadonlyMap<number, Product>,
  clicks: Float64Array,
  tally: Tally,
): (item: number, most: number) => Row {
  const postings = new Map<string, number[]>();
  const vectors = new Map<number, Set<string>>();
  const byClicks = [...products.keys()].sort((a, b) => clicks[b]! - clicks[a]! || a - b);
  for (const item of byClicks) {
    const terms = termsOf(products.get(item)!);
    vectors.set(item, terms);
    for (const term of terms) {
      const posting = postings.get(term);
      if (posting) posting.push(item);
      else postings.set(term, [item]);
    }
  }
  const idf = (term: string) => Math.log((1 + products.size) / postings.get(term)!.length);
  const norms = new Map<number, number>();
  for (const [item, terms] of vectors) {
    let sum = 0;
    for (const term of terms) sum += idf(term) ** 2;
    norms.set(item, Math.sqrt(sum) || 1);
  }
  const mostPostings = postingsFor(products.size);
  return (item, most) => {
    for (const term of vectors.get(item) ?? []) {
      const weight = idf(term) ** 2;
      const posting = postings.get(term)!;
      for (let index = 0; index < Math.min(mostPostings, posting.length); index++) {
        if (posting[index] !== item) tally.add(posting[index]!, weight);
      }
    }
    return tally.take(most, (sum, other) =>
      Math.min(
        1,
        (sum / (norms.get(item)! * norms.get(other)!)) * priceLikeness(products.get(item), products.get(other)),
      ),
    );
  };
}

/** 1 for the same price, towards a half for prices that are many times apart; ¾ where it cannot be told. */
function priceLikeness(one: Product | undefined, other: Product | undefined): number {
  if (!one?.price || !other?.price || one.price < 0 || other.price < 0 || one.currency !== other.currency) return 0.75;
  return 0.5 + 0.5 * Math.exp(-Math.abs(Math.log(one.price / other.price)));
}
