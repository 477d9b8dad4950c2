import { emit } from '../../events/emit.js';
import { FactEvent } from '../../events/fact-event.js';
import type { Item } from '../../events/vocabulary.js';
import { toItem } from '../../events/to-items.js';
import type { Suggestion } from '../../recommend/recommend.js';
import { rememberListChoice } from '../../store/list-choices.js';

/** The list that a fact is about, in GA4's words. */
interface List {
  id: string;
  name: string;
  suggestions: readonly Suggestion[];
}

/** Tells that the list was seen. */
export function tellView(source: Element, list: List): void {
  const items = list.suggestions.map((_, index) => itemOf(list, index));
  emit(source, new FactEvent('cue-view-item-list', { ...detailOf(source, list), items }));
}

/** Tells that the shopper goes to one of its products. */
export function tellChoice(source: Element, list: List, index: number): void {
  const detail = { ...detailOf(source, list, 'click'), items: [itemOf(list, index)] };
  rememberListChoice(detail);
  emit(source, new FactEvent('cue-select-item', detail));
}

function detailOf({ localName }: Element, { id, name }: List, action?: string) {
  const cause = { from: 'element' as const, element: localName, ...(action && { action }) };
  return { item_list_id: id, item_list_name: name, cause };
}

function itemOf({ id, name, suggestions }: List, index: number): Item {
  return { ...toItem(suggestions[index]!.product), item_list_id: id, item_list_name: name, index };
}
