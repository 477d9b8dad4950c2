import { readDuration } from '../browser/read-duration.js';
import type { CodeSource, Incentive, IncentiveKind, Money } from './incentive.js';

const kinds: readonly unknown[] = [
  'discount',
  'free-shipping',
  'gift',
  'free-trial',
  'gated-content',
] satisfies IncentiveKind[];

/** Ids are in storage keys, attributes and records. */
const ID = /^[\w.-]{1,64}$/;

type Fields = Record<string, unknown>;

const isText = (data: unknown): data is string => typeof data === 'string' && data.trim() !== '';
const isAmount = (data: unknown): data is number => Number.isFinite(data) && (data as number) > 0;
const isObject = (data: unknown): data is Fields => typeof data === 'object' && data !== null && !Array.isArray(data);

/** Without its zone a time is another instant in each country: that would be another end. */
export function readInstant(data: unknown): number | undefined {
  const text = typeof data === 'string' && /T.*(Z|[+-]\d\d:?\d\d)$/.test(data.trim()) ? data.trim() : undefined;
  const at = text === undefined ? data : Date.parse(text);
  return typeof at === 'number' && Math.abs(at) <= 8.64e15 ? at : undefined;
}

function readMoney(data: unknown): Money | undefined {
  if (!isObject(data) || !isAmount(data.value) || !isText(data.currency)) return undefined;
  return { value: data.value, currency: data.currency.trim().toUpperCase() };
}

const readTexts = (data: unknown): string[] | undefined =>
  Array.isArray(data) && data.length && data.every(isText) ? data : undefined;

function readCode(data: unknown): CodeSource | undefined {
  if (isText(data)) return { from: 'static', code: data.trim() };
  if (!isObject(data)) return undefined;
  const { from, url, code, release } = data;
  if (from === 'static') return isText(code) ? { from, code: code.trim() } : undefined;
  if (!isText(url)) return undefined;
  if (from === 'signed') return { from, url };
  if (from !== 'pool') return undefined;
  return release === undefined ? { from, url } : isText(release) ? { from, url, release } : undefined;
}

/** What a field is read by, and what it should have been. */
const fields: Readonly<Record<string, [as: keyof Incentive, read: (data: unknown) => unknown, wanted: string]>> = {
  terms: ['terms', (data) => (isText(data) ? data : undefined), 'a text'],
  percent: ['percent', (data) => (isAmount(data) && data <= 100 ? data : undefined), 'a number above 0, up to 100'],
  amount: ['amount', readMoney, 'as in {"value": 5, "currency": "EUR"}'],
  minimum: ['minimum', readMoney, 'as in {"value": 40, "currency": "EUR"}'],
  products: ['products', readTexts, 'a list of identifiers'],
  categories: ['categories', readTexts, 'a list of categories'],
  endsAt: ['endsAt', readInstant, 'an instant with its zone, as in "2027-01-31T18:00:00+01:00"'],
  lasts: ['lastsMs', (data) => readDuration(data) || undefined, 'a length, as in "48h" or "7d"'],
  cost: ['cost', readMoney, 'as in {"value": 5, "currency": "EUR"}'],
  limit: ['limit', (data) => (isAmount(data) && Number.isInteger(data) ? data : undefined), 'a whole number from 1'],
  notFor: ['notFor', (data) => (isObject(data) ? data : undefined), 'an audience'],
  code: [
    'code',
    readCode,
    'a code, or an object with its source, “pool” or “signed”, as “from” and its address as “url”; of a pool, where one is given back as “release”',
  ],
  apply: ['apply', (data) => (isText(data) ? data : undefined), 'a link, as in "/discount/{code}"'],
};

const names = ['id', 'kind', 'name', 'stackable', ...Object.keys(fields)];

/**
 * An incentive out of data that anybody may have written; `undefined` when it is none. It is left out whole if any of it cannot be
 * understood: without its end, its minimum or its limit it would promise more than the shop gives.
 *
 * @param warn told what is wrong
 */
export function readIncentive(data: unknown, warn: (what: string) => void): Incentive | undefined {
  if (!isObject(data) || typeof data.id !== 'string' || !ID.test(data.id)) {
    warn('an incentive needs an “id” of letters, digits, dots and hyphens, 64 at most: it is left out');
    return undefined;
  }
  const { id, kind, name, stackable = false } = data;
  const problems: string[] = [];
  if (!kinds.includes(kind)) problems.push(`“kind” must be one of ${kinds.join(', ')}`);
  if (!isText(name)) problems.push('“name” must say what it is');
  if (typeof stackable !== 'boolean') problems.push('“stackable” must be true or false');
  const read: Fields = {};
  for (const [field, value] of Object.entries(data)) {
    const known = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (!known) {
      if (!names.includes(field)) problems.push(`“${field}” is not known; known are ${names.join(', ')}`);
      continue;
    }
    const [as, readField, wanted] = known;
    read[as] = readField(value);
    if (read[as] === undefined) problems.push(`“${field}” must be ${wanted}`);
  }
  if (!problems.length) return { id, kind, name, stackable, ...read } as Incentive;
  warn(`the incentive “${id}” is left out: ${problems.join('; ')}`);
  return undefined;
}
