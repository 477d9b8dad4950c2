import type { ReadableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import type { FactDetails, Item } from '../events/vocabulary.js';
import { createCollection } from './collection.js';
import { $allowed } from './consent.js';
import type { Device } from './device.js';
import { isInstant } from './is-instant.js';
import { oldest } from './oldest.js';

/** Most products of which it is remembered. */
const MOST = 50;

/** From which list a shopper went to a product, in GA4's words. */
export interface ListChoice extends Pick<Item, 'item_list_id' | 'item_list_name' | 'index'> {
  chosenAt: number;
}

function readChoice(data: unknown): ListChoice | undefined {
  const { item_list_id: id, item_list_name: name, index, chosenAt } = (data ?? {}) as Record<string, unknown>;
  if (!isInstant(chosenAt)) return undefined;
  return {
    ...(typeof id === 'string' && { item_list_id: id }),
    ...(typeof name === 'string' && { item_list_name: name }),
    ...(Number.isSafeInteger(index) && { index: index as number }),
    chosenAt,
  };
}

/** The last choice; of two at the same instant the greater text, so that all tabs choose alike. */
export function mergeListChoices(a: ListChoice, b: ListChoice): ListChoice {
  if (a.chosenAt !== b.chosenAt) return a.chosenAt > b.chosenAt ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
}

export function createListChoices(device?: Device, allowed: ReadableAtom<boolean> = $allowed('personalization')) {
  return createCollection<ListChoice>(
    {
      name: 'personalization:list-choice',
      version: 1,
      read: readChoice,
      merge: mergeListChoices,
      prune: (items) => oldest(items, MOST, ({ chosenAt }) => chosenAt),
      allowed,
    },
    device,
  );
}

/** The page's own. */
export const listChoices = () => pageSingleton('list-choices', () => createListChoices());

/** Notes that the shopper went to products from a list, by the detail of `select_item`. @param now milliseconds since 1970 */
export function rememberListChoice(detail: FactDetails['select_item'], now = Date.now()): void {
  const { items, item_list_id, item_list_name } = detail;
  for (const { item_id: id, ...item } of items) {
    // What an item says itself goes before what is said of the whole list.
    const choice = readChoice({ item_list_id, item_list_name, ...item, chosenAt: now });
    if (choice) listChoices().update(id, () => choice);
  }
}
