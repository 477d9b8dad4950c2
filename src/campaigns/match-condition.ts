import { sortableVersion } from './sortable-version.js';

/** A condition in the MongoDB-like JSON of targeting rules: `{ "cart.value": { "$gte": 50 }, "subscribed": false }`. */
export type Condition = Readonly<Record<string, unknown>>;

/** What is known of the shopper, by name; `cart.value` is `value` inside of `cart`. */
export type Attributes = Readonly<Record<string, unknown>>;

/** Lists that conditions name with `$inGroup` and `$notInGroup`. */
export type SavedGroups = Readonly<Record<string, readonly unknown[]>>;

/** What finds the value that has a dotted path as its name. */
export type ReadPath = (path: string) => (attributes: unknown) => unknown;

/** What conditions are understood with. */
export interface Sources {
  savedGroups: SavedGroups;
  readPath: ReadPath;
}

/** Whether what is known fulfils a condition. */
export type Matches = (attributes: Attributes) => boolean;

/** Whether a value is as it is expected to be; a value that is missing is null. */
type Fits = (actual: unknown) => boolean;

/** Compared as JavaScript does it: a number and a text of digits by their value, and a missing one as nought. */
type Comparable = number;

const operators: Readonly<Record<string, (expected: never, sources: Sources) => Fits>> = {
  $eq: (expected) => (actual) => actual === expected,
  $ne: (expected) => (actual) => actual !== expected,
  $lt: (expected) => (actual) => (actual as Comparable) < expected,
  $lte: (expected) => (actual) => (actual as Comparable) <= expected,
  $gt: (expected) => (actual) => (actual as Comparable) > expected,
  $gte: (expected) => (actual) => (actual as Comparable) >= expected,
  $veq: (expected) => isVersion(expected, (actual, wanted) => actual === wanted),
  $vne: (expected) => isVersion(expected, (actual, wanted) => actual !== wanted),
  $vlt: (expected) => isVersion(expected, (actual, wanted) => actual < wanted),
  $vlte: (expected) => isVersion(expected, (actual, wanted) => actual <= wanted),
  $vgt: (expected) => isVersion(expected, (actual, wanted) => actual > wanted),
  $vgte: (expected) => isVersion(expected, (actual, wanted) => actual >= wanted),
  $in: (expected) => isIn(expected, true),
  $nin: (expected) => isIn(expected, false),
  $ini: (expected) => isIn(expected, true, lowerCase),
  $nini: (expected) => isIn(expected, false, lowerCase),
  $inGroup: (name, { savedGroups }) => isIn(groupOf(name, savedGroups), true),
  $notInGroup: (name, { savedGroups }) => isIn(groupOf(name, savedGroups), false),
  $all: (expected, sources) => hasAll(expected, sources, false),
  $alli: (expected, sources) => hasAll(expected, sources, true),
  $regex: (expected) => hasForm(expected, ''),
  $regexi: (expected) => hasForm(expected, 'i'),
  $exists: (expected) => (actual) => (actual !== null) === Boolean(expected),
  $type: (expected) => (actual) => typeName(actual) === expected,
  $size(expected, sources) {
    const fits = compileValue(expected, sources);
    return (actual) => Array.isArray(actual) && fits(actual.length);
  },
  $not(expected, sources) {
    const fits = compileValue(expected, sources);
    return (actual) => !fits(actual);
  },
  $elemMatch(expected, sources) {
    const fits = isOperators(expected)
      ? compileValue(expected, sources)
      : (compileCondition(expected, sources) as Fits);
    return (actual) => Array.isArray(actual) && actual.some((value) => fits(value ?? null));
  },
};

/** Names of the operators, for those who say what is not understood. */
export const operatorNames: readonly string[] = Object.keys(operators);

/** Operators that join conditions. */
export const joinNames: readonly string[] = ['$and', '$or', '$nor', '$not'];

/**
 * Takes a condition apart once, to ask it again and again. Semantics are those of the public specification of A/B-testing
 * SDKs (https://docs.growthbook.io/lib/build-your-own#evalcondition), so that rules can be carried over. A part of it is
 * taken apart when it is reached, so that what nobody asks costs nothing.
 *
 * @returns throws what a foreign condition may make it throw: a pattern that is none, comparing with a symbol, endless nesting
 */
export function compileCondition(condition: Condition, sources: Sources): Matches {
  let matches: Matches | undefined;
  return (attributes) => {
    matches ??= all(Object.keys(condition).map((name) => compileEntry(name, condition[name], sources)));
    return matches(attributes);
  };
}

/** One entry of a condition. */
export function compileEntry(name: string, expected: unknown, sources: Sources): Matches {
  if (!joinNames.includes(name)) {
    const fits = compileValue(expected, sources);
    const read = sources.readPath(name);
    return (attributes) => fits(read(attributes));
  }
  if (name === '$not') {
    const matches = compileCondition(expected as Condition, sources);
    return (attributes) => !matches(attributes);
  }
  const each = (expected as readonly Condition[]).map((condition) => compileCondition(condition, sources));
  if (name === '$and') return all(each);
  // Of no conditions at all, none is broken.
  const some: Matches = (attributes) => !each.length || each.some((matches) => matches(attributes));
  return name === '$or' ? some : (attributes) => !some(attributes);
}

/** What stands at the path; null when nothing does. Only own properties count, so that `constructor` is not known of everybody. */
export const readPath: ReadPath = (path) => {
  const parts = path.split('.');
  return (attributes) => {
    let value = attributes;
    for (const part of parts) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return null;
      value = (value as Attributes)[part];
    }
    return value ?? null;
  };
};

function compileValue(expected: unknown, sources: Sources, foldCase = false): Fits {
  switch (typeof expected) {
    case 'string': {
      const folded = expected.toLowerCase();
      return foldCase ? (actual) => String(actual).toLowerCase() === folded : (actual) => String(actual) === expected;
    }
    case 'number':
      return (actual) => Number(actual) === expected;
    case 'boolean':
      return (actual) => actual !== null && Boolean(actual) === expected;
  }
  if (!isOperators(expected)) return (actual) => isEqual(actual, expected ?? null);
  const each = Object.keys(expected).map((name) =>
    Object.hasOwn(operators, name) ? operators[name]!(expected[name] as never, sources) : () => false,
  );
  return all(each);
}

function all<T>(tests: readonly ((value: T) => boolean)[]): (value: T) => boolean {
  return tests.length === 1 ? tests[0]! : (value) => tests.every((test) => test(value));
}

function isVersion(expected: unknown, compare: (actual: string, wanted: string) => boolean): Fits {
  const wanted = sortableVersion(expected);
  return (actual) => compare(sortableVersion(actual), wanted);
}

/** Whether the value, or one of a list of values, is in the list or is not. Neither, when there is no list. */
function isIn(list: unknown, wanted: boolean, fold = (value: unknown) => value): Fits {
  if (!Array.isArray(list)) return () => false;
  const items = new Set(list.map(fold));
  return (actual) =>
    (Array.isArray(actual) ? actual.some((value) => items.has(fold(value))) : items.has(fold(actual))) === wanted;
}

function lowerCase(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

/** A group that nobody has saved has no members. */
function groupOf(name: string, groups: SavedGroups): readonly unknown[] {
  return (Object.hasOwn(groups, name) && groups[name]) || [];
}

function hasAll(expected: unknown, sources: Sources, foldCase: boolean): Fits {
  if (!Array.isArray(expected)) return () => false;
  const each = expected.map((wanted) => compileValue(wanted, sources, foldCase));
  return (actual) => Array.isArray(actual) && each.every((fits) => actual.some((value) => fits(value ?? null)));
}

function hasForm(pattern: unknown, flags: string): Fits {
  let form: RegExp | undefined;
  return (actual) => {
    if (typeof pattern !== 'string' || actual === null || typeof actual === 'object') return false;
    return (form ??= new RegExp(pattern, flags)).test(String(actual));
  };
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
