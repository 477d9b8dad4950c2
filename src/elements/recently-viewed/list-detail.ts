import type { Product } from '../../events/product.js';
import { toItem } from '../../events/to-items.js';
import type { Cause, FactDetails } from '../../events/vocabulary.js';

/** The detail of a fact about the list, or about some of its products. @param first place of the first of them in the list */
export function listDetail(
  products: readonly Product[],
  cause: Cause,
  first = 0,
): FactDetails['view_item_list'] & FactDetails['select_item'] {
  const currencies = new Set(products.map(({ currency }) => currency));
  const [currency] = currencies;
  return {
    item_list_id: 'recently_viewed',
    // Not in the page's language: reports compare lists by it.
    item_list_name: 'Recently viewed',
    items: products.map((product, index) => ({ ...toItem(product), index: first + index })),
    ...(currencies.size === 1 && currency && { currency }),
    cause,
  };
}
