import type { Product } from './product.js';
import type { Cause, FactName, Item } from './vocabulary.js';

/**
 * What is kept of a fact: plain JSON, never changed after it was made, and complete in itself, so that a sink needs
 * nothing else. Carries no personal data.
 */
export interface CueRecord {
  /** Format of the record. */
  v: 1;
  /** UUID; the same fact never has two. */
  id: string;
  name: FactName;
  /** When it happened, in milliseconds since 1970, by the shopper's clock. */
  at: number;
  /** Random identifier of the browser; lasts one page view only, until the shopper allows analytics. */
  visitor: string;
  /** Random identifier of the visit: ends after 30 minutes without activity. */
  session: string;
  /** Where it happened: the page's address without query and hash, and its title. */
  page: { url: string; title: string };
  product?: Product;
  items?: Item[];
  value?: number;
  currency?: string;
  cause?: Cause;
  /** Everything else in the fact's detail: `method`, `transaction_id`, `video_percent` … */
  params?: Record<string, unknown>;
  /** Experiment → variant that the shopper was in. */
  experiments?: Record<string, string>;
}

/** What the page knows and a fact does not say itself. */
export interface RecordContext {
  visitor: string;
  session: string;
  page: { url: string; title: string };
  experiments?: Record<string, string>;
}

/** The fields of a detail that a record has too, and what they must be; all others are its `params`. */
const fields: Readonly<Record<string, (data: unknown) => boolean>> = {
  product: (data) => isObject(data) && typeof data.id === 'string',
  items: Array.isArray,
  value: (data) => typeof data === 'number',
  currency: (data) => typeof data === 'string',
  cause: isObject,
};

/**
 * Makes the record of a fact: a frozen copy that shares nothing with the event, whose detail a listener could still
 * change.
 *
 * @param leaveOut told the place of each thing that a record cannot hold: no plain data, a number that is none, a cycle
 */
export function toRecord(
  fact: { id: string; at: number; detail: object },
  name: FactName,
  context: RecordContext,
  leaveOut: (place: string) => void,
): CueRecord {
  const known: Record<string, unknown> = {};
  const params: Record<string, unknown> = {};
  for (const [key, data] of Object.entries(fact.detail)) {
    if (!Object.hasOwn(fields, key)) params[key] = data;
    else if (data === undefined || fields[key]!(data)) known[key] = data;
    else leaveOut(key);
  }
  if (Object.keys(params).length) known.params = params;
  return plain({ v: 1, id: fact.id, name, at: fact.at, ...context, ...known }, '', [], leaveOut) as CueRecord;
}

/** Neither JSON nor `structuredClone`: old Prototype.js spoils the one's arrays, the other throws where a field can be left out. */
function plain(data: unknown, place: string, around: readonly unknown[], leaveOut: (place: string) => void): unknown {
  if (typeof data === 'string') return place.endsWith('image') ? data : withoutAddresses(data);
  if (data === null || typeof data === 'boolean') return data;
  // JSON has no negative nought.
  if (Number.isFinite(data)) return (data as number) + 0;
  if ((Array.isArray(data) || isObject(data)) && !around.includes(data)) {
    const copy: Record<string, unknown> | unknown[] = Array.isArray(data) ? [] : {};
    for (const [key, inner] of Object.entries(data)) {
      const value = plain(inner, place && key ? `${place}.${key}` : key, [...around, data], leaveOut);
      if (value === undefined) continue;
      if (Array.isArray(copy)) copy.push(value);
      else if (key !== '__proto__') copy[key] = value;
    }
    return Object.freeze(copy);
  }
  if (data !== undefined) leaveOut(place);
  return undefined;
}

function isObject(data: unknown): data is Record<string, unknown> {
  return Object.prototype.toString.call(data) === '[object Object]';
}

/** E-mail addresses come along in searches, titles and paths, and a record has no personal data. `@2x.` is in names of pictures. */
function withoutAddresses(text: string): string {
  return text.replace(/[\p{L}\p{N}._%+'-]{1,64}(?:@|%40)(?!\dx\.)(?:[\p{L}\p{N}-]{1,63}\.)+\p{L}{2,24}/gu, '[e-mail]');
}
