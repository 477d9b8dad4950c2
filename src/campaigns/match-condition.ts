import { sortableVersion } from './sortable-version.js';

/** A condition in the MongoDB-like JSON of targeting rules: `{ "cart.value": { "$gte": 50 }, "subscribed": false }`. */
export type Condition = Readonly<Record<string, unknown>>;

/** What is known of the shopper, by name; `cart.value` is `value` inside of `cart`. */
export type Attributes = Readonly<Record<string, unknown>>;

/** Lists that conditions name with `$inGroup` and `$notInGroup`. */
export type SavedGroups = Readonly<Record<string, readonly unknown[]>>;

/** Conditions are asked again and again: their patterns and paths are taken apart once. */
const patterns = new Map<string, RegExp>();
const paths = new Map<string, readonly string[]>();

/** Most patterns, and most paths, that are remembered. */
const MOST_REMEMBERED = 500;

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  let item = known.get(key);
  if (item === undefined) {
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(key, (item = make()));
  }
  return item;
}

type Test = (actual: unknown, expected: never, groups: SavedGroups) => boolean;

/** Compared as JavaScript does it: a number and a text of digits by their value, and a missing one as nought. */
type Comparable = number;

const tests: Readonly<Record<string, Test>> = {
  $eq: (actual, expected) => actual === expected,
  $ne: (actual, expected) => actual !== expected,
  $lt: (actual, expected) => (actual as Comparable) < expected,
  $lte: (actual, expected) => (actual as Comparable) <= expected,
  $gt: (actual, expected) => (actual as Comparable) > expected,
  $gte: (actual, expected) => (actual as Comparable) >= expected,
  $veq: (actual, expected) => sortableVersion(actual) === sortableVersion(expected),
  $vne: (actual, expected) => sortableVersion(actual) !== sortableVersion(expected),
  $vlt: (actual, expected) => sortableVersion(actual) < sortableVersion(expected),
  $vlte: (actual, expected) => sortableVersion(actual) <= sortableVersion(expected),
  $vgt: (actual, expected) => sortableVersion(actual) > sortableVersion(expected),
  $vgte: (actual, expected) => sortableVersion(actual) >= sortableVersion(expected),
  $in: (actual, expected) => isIn(actual, expected) === true,
  $nin: (actual, expected) => isIn(actual, expected) === false,
  $ini: (actual, expected) => isIn(actual, expected, lowerCase) === true,
  $nini: (actual, expected) => isIn(actual, expected, lowerCase) === false,
  $inGroup: (actual, name, groups) => isIn(actual, groupOf(name, groups)) === true,
  $notInGroup: (actual, name, groups) => isIn(actual, groupOf(name, groups)) === false,
  $all: (actual, expected, groups) => hasAll(actual, expected, groups, false),
  $alli: (actual, expected, groups) => hasAll(actual, expected, groups, true),
  $regex: (actual, expected) => hasForm(actual, expected, ''),
  $regexi: (actual, expected) => hasForm(actual, expected, 'i'),
  $exists: (actual, expected) => (actual !== null) === Boolean(expected),
  $type: (actual, expected) => typeName(actual) === expected,
  $size: (actual, expected, groups) => Array.isArray(actual) && matchValue(expected, actual.length, groups),
  $not: (actual, expected, groups) => !matchValue(expected, actual, groups),
  $elemMatch: (actual, expected, groups) =>
    Array.isArray(actual) &&
    actual.some((value) =>
      isOperators(expected)
        ? matchValue(expected, value, groups)
        : matchCondition(expected, value as Attributes, groups),
    ),
};

/** Names of the operators, for those who say what is not understood. */
export const operatorNames: readonly string[] = Object.keys(tests);

/** Operators that join conditions. */
export const joinNames: readonly string[] = ['$and', '$or', '$nor', '$not'];

/**
 * Whether what is known fulfils the condition. Semantics are those of the public specification of A/B-testing SDKs
 * (https://docs.growthbook.io/lib/build-your-own#evalcondition), so that rules can be carried over.
 *
 * @throws what a foreign condition may make it throw: a pattern that is none, comparing with a symbol, endless nesting
 */
export function matchCondition(condition: Condition, attributes: Attributes, groups: SavedGroups): boolean {
  for (const name of Object.keys(condition)) if (!matchEntry(name, condition[name], attributes, groups)) return false;
  return true;
}

/** Whether one entry of a condition holds. */
export function matchEntry(name: string, expected: unknown, attributes: Attributes, groups: SavedGroups): boolean {
  const each = expected as readonly Condition[];
  switch (name) {
    case '$and':
      return each.every((condition) => matchCondition(condition, attributes, groups));
    case '$or':
      return someHolds(each, attributes, groups);
    case '$nor':
      return !someHolds(each, attributes, groups);
    case '$not':
      return !matchCondition(expected as Condition, attributes, groups);
    default:
      return matchValue(expected, valueAt(attributes, name), groups);
  }
}

/** Of no conditions at all, none is broken. */
function someHolds(conditions: readonly Condition[], attributes: Attributes, groups: SavedGroups): boolean {
  return conditions.length === 0 || conditions.some((condition) => matchCondition(condition, attributes, groups));
}

/** What stands at a dotted path; null when nothing does. Only own properties count, so that `constructor` is not known of everybody. */
export function valueAt(attributes: unknown, path: string): unknown {
  let value = attributes;
  for (const part of remembered(paths, path, () => path.split('.'))) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return null;
    value = (value as Attributes)[part];
  }
  return value ?? null;
}

/** Whether the value, or one of a list of values, is in the list; undefined when there is no list. */
function isIn(actual: unknown, list: unknown, fold?: (value: unknown) => unknown): boolean | undefined {
  if (!Array.isArray(list)) return undefined;
  const wanted = fold ? list.map(fold) : list;
  if (!Array.isArray(actual)) return wanted.includes(fold ? fold(actual) : actual);
  return actual.some((value) => wanted.includes(fold ? fold(value) : value));
}

function lowerCase(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

/** A group that nobody has saved has no members. */
function groupOf(name: string, groups: SavedGroups): readonly unknown[] {
  return (Object.hasOwn(groups, name) && groups[name]) || [];
}

function hasAll(actual: unknown, expected: unknown, groups: SavedGroups, foldCase: boolean): boolean {
  if (!Array.isArray(actual) || !Array.isArray(expected)) return false;
  return expected.every((wanted) => actual.some((value) => matchValue(wanted, value, groups, foldCase)));
}

function hasForm(actual: unknown, pattern: unknown, flags: string): boolean {
  if (typeof pattern !== 'string' || actual === null || typeof actual === 'object') return false;
  return remembered(patterns, `${flags}/${pattern}`, () => new RegExp(pattern, flags)).test(String(actual));
}

function matchValue(expected: unknown, given: unknown, groups: SavedGroups, foldCase = false): boolean {
  const actual = given ?? null;
  switch (typeof expected) {
    case 'string':
      return foldCase ? String(actual).toLowerCase() === expected.toLowerCase() : String(actual) === expected;
    case 'number':
      return Number(actual) === expected;
    case 'boolean':
      return actual !== null && Boolean(actual) === expected;
  }
  if (!isOperators(expected)) return isEqual(actual, expected ?? null);
  for (const name of Object.keys(expected)) {
    if (!Object.hasOwn(tests, name) || !tests[name]!(actual, expected[name] as never, groups)) return false;
  }
  return true;
}

/** Whether this is an object of operators: `{ "$gte": 50 }`. */
export function isOperators(data: unknown): data is Condition {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return false;
  const names = Object.keys(data);
  return names.length > 0 && names.every((name) => name.startsWith('$'));
}

function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [own, other] = [Object.keys(a), Object.keys(b)];
  if (Array.isArray(a) !== Array.isArray(b) || own.length !== other.length) return false;
  return own.every((key) => Object.hasOwn(b, key) && isEqual((a as Attributes)[key], (b as Attributes)[key]));
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
