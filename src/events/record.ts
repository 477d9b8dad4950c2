import type { FactEvent } from './fact-event.js';
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

/** Makes the record of a fact. */
export function toRecord(fact: FactEvent, name: FactName, context: RecordContext): CueRecord {
  const { product, items, value, currency, cause, ...params } = fact.detail as Partial<CueRecord>;
  return freeze({
    v: 1,
    id: fact.id,
    name,
    at: fact.at,
    ...context,
    ...(product && { product }),
    ...(items && { items }),
    ...(value !== undefined && { value }),
    ...(currency && { currency }),
    ...(cause && { cause }),
    ...(Object.keys(params).length && { params }),
  });
}

/** A copy that shares nothing with the event, whose detail a listener could still change. */
function freeze(record: CueRecord): CueRecord {
  return deepFreeze(structuredClone(record));
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
