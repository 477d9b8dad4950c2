import { lengthInWords } from './length-in-words.js';
import { compileEntry, isOperators, readPath } from './match-condition.js';
import type { Attributes, Condition, SavedGroups } from './match-condition.js';

const phrases: Readonly<Record<string, string>> = {
  $eq: 'exactly',
  $ne: 'anything but',
  $lt: 'less than',
  $lte: 'at most',
  $gt: 'more than',
  $gte: 'at least',
  $veq: 'version',
  $vne: 'a version other than',
  $vlt: 'a version before',
  $vlte: 'a version up to',
  $vgt: 'a version after',
  $vgte: 'a version from',
  $in: 'one of',
  $nin: 'none of',
  $ini: 'one of, in capitals or not,',
  $nini: 'none of, in capitals or not,',
  $inGroup: 'one of the group',
  $notInGroup: 'none of the group',
  $all: 'all of',
  $alli: 'all of, in capitals or not,',
  $regex: 'a text like',
  $regexi: 'a text like, in capitals or not,',
  $type: 'of the type',
  $size: 'as many as',
  $elemMatch: 'a list with',
};

/** Each part of a condition that what is known does not fulfil, in words: `cart.value is 20 and has to be at least 50`. */
export function explainAudience(condition: Condition, attributes: Attributes, groups: SavedGroups = {}): string[] {
  return Object.entries(condition).flatMap(([name, expected]) => {
    if (holds(name, expected, attributes, groups)) return [];
    if (name === '$and') return (expected as Condition[]).flatMap((each) => explainAudience(each, attributes, groups));
    if (name === '$or') {
      const ways = (expected as Condition[]).map((each) => explainAudience(each, attributes, groups).join(', and '));
      return [`one of these has to be so: ${ways.join('; or ')}`];
    }
    if (name === '$not' || name === '$nor') return [`this must not be so: ${JSON.stringify(expected)}`];
    const actual = readPath(name)(attributes);
    const say: Say = name.endsWith('Ms') ? lengthOrJson : JSON.stringify;
    return [`${name} is ${actual === null ? 'not known' : say(actual)} and has to be ${inWords(expected, say)}`];
  });
}

function holds(name: string, expected: unknown, attributes: Attributes, groups: SavedGroups): boolean {
  try {
    return compileEntry(name, expected, { savedGroups: groups, readPath })(attributes);
  } catch {
    return false;
  }
}

type Say = (value: unknown) => string;

function lengthOrJson(value: unknown): string {
  return typeof value === 'number' ? lengthInWords(value) : JSON.stringify(value);
}

function inWords(expected: unknown, say: Say): string {
  if (!isOperators(expected)) return say(expected);
  return Object.entries(expected)
    .map(([name, wanted]) => {
      if (name === '$exists') return wanted ? 'known' : 'not known';
      if (name === '$not') return `not ${inWords(wanted, say)}`;
      if (name === '$size' && isOperators(wanted)) return `so many: ${inWords(wanted, say)}`;
      return `${Object.hasOwn(phrases, name) ? phrases[name] : name} ${say(wanted)}`;
    })
    .join(' and ');
}
