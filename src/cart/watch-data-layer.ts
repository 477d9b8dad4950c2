import { attempt } from '../browser/report.js';
import type { Item } from '../events/vocabulary.js';

/** One of GA4's events in the shop's data layer. */
export interface Push {
  event: string;
  /** What our own sink wrote has the fact's id here. */
  eventId: string | undefined;
  items: Item[];
  value: number | undefined;
  currency: string | undefined;
  transactionId: string | undefined;
  coupon: string | undefined;
}

/** How often it is looked at; and once more when the page is left. */
const LOOK_EVERY_MS = 1000;

const isObject = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null;
const text = (data: unknown): string | undefined =>
  (typeof data === 'string' || typeof data === 'number') && data !== '' ? String(data) : undefined;
const amount = (data: unknown): number | undefined => {
  const number = typeof data === 'string' && data.trim() ? Number(data) : data;
  return Number.isFinite(number) ? (number as number) : undefined;
};

function readItem(data: unknown): Item | undefined {
  if (!isObject(data)) return undefined;
  const id = text(data.item_id) ?? text(data.item_name);
  if (!id) return undefined;
  const item: Record<string, unknown> = { item_id: id };
  for (const [key, value] of Object.entries(data)) {
    if (/^(price|discount|quantity|index)$/.test(key)) item[key] = amount(value);
    else if (/^(item_(name|brand|category\d?|variant|list_id|list_name)|coupon)$/.test(key)) item[key] = text(value);
    if (item[key] === undefined) delete item[key];
  }
  return item as unknown as Item;
}

/** As Google Tag Manager wants it, `{ event, ecommerce }`, or as `gtag('event', name, parameters)` leaves it. */
function readPush(entry: unknown): Push | undefined {
  if (!isObject(entry)) return undefined;
  const isCommand = entry[0] === 'event';
  const event = isCommand ? entry[1] : entry.event;
  const inner = isCommand ? entry[2] : (entry.ecommerce ?? entry);
  if (typeof event !== 'string' || !isObject(inner)) return undefined;
  return {
    event,
    eventId: text(isCommand ? inner.event_id : entry.event_id),
    items: (Array.isArray(inner.items) ? inner.items : []).flatMap((item) => readItem(item) ?? []),
    value: amount(inner.value),
    currency: text(inner.currency),
    transactionId: text(inner.transaction_id),
    coupon: text(inner.coupon),
  };
}

/**
 * Calls back with each event that the shop has put into its data layer, and puts into it from now on. It is looked at
 * every second: `push` is the shop's, replaced by its tag managers already, and a second wrapper around it would be
 * one more thing that can break. What is pushed in the instant before leaving is seen when the page hides.
 */
export function watchDataLayer(heard: (push: Push) => void, name = 'dataLayer'): () => void {
  const seen = new WeakSet<object>();
  let last: unknown;
  let length = 0;

  function look(): void {
    const layer = (globalThis as Record<string, unknown>)[name];
    if (!Array.isArray(layer) || (layer.length === length && layer.at(-1) === last)) return;
    length = layer.length;
    last = layer.at(-1);
    // A copy: what is told may be pushed.
    for (const entry of [...(layer as unknown[])]) {
      if (!isObject(entry) || seen.has(entry)) continue;
      seen.add(entry);
      attempt('the data layer could not be read', () => {
        const push = readPush(entry);
        if (push) heard(push);
      });
    }
  }

  const timer = setInterval(() => void (document.hidden || look()), LOOK_EVERY_MS);
  addEventListener('pagehide', look);
  look();
  return () => {
    clearInterval(timer);
    removeEventListener('pagehide', look);
  };
}
