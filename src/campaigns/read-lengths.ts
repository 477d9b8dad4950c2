import { readDuration } from '../browser/read-duration.js';
import { joinNames, readPath } from './match-condition.js';
import type { Attributes, Condition } from './match-condition.js';

/** Operators that compare with a value, or with each of several. */
const comparing = /^\$(eq|ne|[lg]te?|n?in|not)$/;

/**
 * The condition with its lengths of time as numbers: where the kit knows a length (`cart.unchangedMs`), `"2d"` may be written as in a moment.
 * A text that is a number, and an attribute of the shop's own, are left as they are: for them the public specification holds.
 *
 * @throws when one of them is no length
 */
export function readLengths(condition: Condition, known: Attributes): Condition {
  return mapValues(condition, (expected, name) => {
    if (joinNames.includes(name))
      return Array.isArray(expected)
        ? expected.map((each: Condition) => readLengths(each, known))
        : readLengths(expected as Condition, known);
    return name.endsWith('Ms') && isKnown(known, name) ? inMs(expected) : expected;
  });
}

function inMs(expected: unknown): unknown {
  if (typeof expected === 'string' && !Number.isFinite(Number(expected))) {
    const ms = readDuration(expected);
    if (ms === undefined) throw new TypeError(`${expected} is no length of time`);
    return ms;
  }
  if (Array.isArray(expected)) return expected.map(inMs);
  return mapValues(expected, (value, name) => (comparing.test(name) ? inMs(value) : value));
}

/** What is no object is left for whoever looks through the condition to complain about. */
function mapValues<T>(data: T, map: (value: unknown, name: string) => unknown): T {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, map(value, name)])) as T;
}

/** Nothing need be known by it yet. */
function isKnown(known: Attributes, path: string): boolean {
  const end = path.lastIndexOf('.');
  const parent = end < 0 ? known : readPath(path.slice(0, end))(known);
  return typeof parent === 'object' && parent !== null && Object.hasOwn(parent, path.slice(end + 1));
}
