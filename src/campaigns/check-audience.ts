import { isOperators, joinNames, operatorNames } from './match-condition.js';
import type { Attributes } from './match-condition.js';
import { nearestNames } from '../browser/nearest-names.js';

/** How deep a condition may be nested; JSON of a page is foreign data. */
export const MOST_DEPTH = 50;

/** Most names that a message lists when none is near. */
const MOST_LISTED = 12;

/**
 * What is wrong with a condition, in sentences: names that nothing is known by, operators that there are not, patterns
 * that are none. A condition that asks whether something is there at all may ask for any name.
 *
 * @param known what is known; only its names count
 */
export function checkAudience(condition: unknown, known: Attributes): string[] {
  const problems = new Set<string>();
  const names = namesOf(known);

  function check(data: unknown, depth: number): void {
    if (typeof data !== 'object' || data === null || Array.isArray(data)) {
      problems.add(`${JSON.stringify(data)} is no condition; one is an object, { "name": what it should be }`);
      return;
    }
    if (depth > MOST_DEPTH) return void problems.add(`it is nested more than ${MOST_DEPTH} deep`);
    for (const [name, expected] of Object.entries(data)) {
      if (name === '$not') check(expected, depth + 1);
      else if (joinNames.includes(name)) {
        if (Array.isArray(expected)) for (const each of expected) check(each, depth + 1);
        else problems.add(`${name} takes a list of conditions`);
      } else {
        if (!isKnown(known, name) && !asksWhetherThere(expected))
          problems.add(unknown('name that is known', name, names));
        checkValue(expected, depth + 1);
      }
    }
  }

  function checkValue(expected: unknown, depth: number): void {
    if (depth > MOST_DEPTH) return void problems.add(`it is nested more than ${MOST_DEPTH} deep`);
    if (!isOperators(expected)) return;
    for (const [name, wanted] of Object.entries(expected)) {
      if (!operatorNames.includes(name)) problems.add(unknown('operator', name, operatorNames));
      else if (/^\$regexi?$/.test(name) && !isPattern(wanted))
        problems.add(`${JSON.stringify(wanted)} is no regular expression`);
      else if (/^\$(n?ini?|alli?)$/.test(name) && !Array.isArray(wanted)) problems.add(`${name} takes a list`);
      if (name === '$not' || name === '$size') checkValue(wanted, depth + 1);
    }
  }

  check(condition, 0);
  return [...problems];
}

function unknown(what: string, name: string, known: readonly string[]): string {
  const near = nearestNames(name, known).map((other) => `“${other}”`);
  const all = known.slice(0, MOST_LISTED).join(', ') + (known.length > MOST_LISTED ? ' …' : '');
  const help = near.length ? `; did you mean ${near.join(' or ')}?` : known.length ? `; there are ${all}` : '';
  return `“${name}” is no ${what}${help}`;
}

/** What is inside of something that is missing, or of a list, cannot be told. */
function isKnown(known: Attributes, path: string): boolean {
  let value: unknown = known;
  for (const part of path.split('.')) {
    if (value === null || value === undefined || Array.isArray(value)) return true;
    if (typeof value !== 'object' || !Object.hasOwn(value, part)) return false;
    value = (value as Attributes)[part];
  }
  return true;
}

function asksWhetherThere(expected: unknown): boolean {
  return expected === null || (isOperators(expected) && ('$exists' in expected || '$type' in expected));
}

function isPattern(data: unknown): boolean {
  try {
    return typeof data === 'string' && new RegExp(data) instanceof RegExp;
  } catch {
    return false;
  }
}

/** All names, with those inside of objects. */
function namesOf(known: Attributes, before = '', depth = 0): string[] {
  return Object.entries(known).flatMap(([name, value]) => {
    const inside = typeof value === 'object' && value !== null && !Array.isArray(value) && depth < 4;
    return inside ? namesOf(value as Attributes, `${before}${name}.`, depth + 1) : [before + name];
  });
}
