import { warnOnce } from '../../browser/report.js';
import type { Strategy } from '../../recommend/recommend.js';

const known: readonly string[] = [
  'source',
  'related',
  'bought',
  'viewed',
  'similar',
  'popular',
  'trending',
  'recent',
] satisfies Strategy[];

/** The strategies that an attribute names. Without any, the shop's own suggestions, if there are, and then what says most. */
export function readStrategies(text: string | undefined, hasSource: boolean): readonly Strategy[] | undefined {
  const words = (text ?? '').split(/[\s,]+/).filter((word) => word !== '');
  const odd = words.find((word) => !known.includes(word));
  if (odd) warnOnce(`<cue-related> knows no strategy “${odd}”, only ${known.join(', ')}`);
  const strategies = words.filter((word): word is Strategy => known.includes(word));
  if (strategies.length > 0) return strategies;
  return hasSource ? ['source', 'related', 'similar', 'popular', 'trending'] : undefined;
}
