import type { Item } from '../events/vocabulary.js';
import { listChoices } from './list-choices.js';
import { $session, SESSION_TIMEOUT_MS } from './session.js';

/**
 * The item with the list from which the shopper last went to it in this visit: reports of what a list has sold go by its
 * items (https://developers.google.com/analytics/devguides/collection/ga4/item-scoped-ecommerce). An item that names a list
 * keeps it.
 *
 * @param now milliseconds since 1970
 */
export function withListChoice(item: Item, now = Date.now()): Item {
  const choice = item.item_list_id === undefined ? listChoices().get(item.item_id) : undefined;
  if (!choice || !isThisVisit(choice.chosenAt, now)) return item;
  const { chosenAt: _, ...list } = choice;
  return { ...item, ...list };
}

/** Where visits are not remembered, what is no longer ago than the pause that ends one. */
function isThisVisit(at: number, now: number): boolean {
  const visit = $session.get();
  const goesOn = visit && now - visit.lastSeenAt <= SESSION_TIMEOUT_MS && visit.startedAt <= at;
  return goesOn || now - at <= SESSION_TIMEOUT_MS;
}
