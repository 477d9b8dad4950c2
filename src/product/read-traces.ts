import type { PageAddress } from './page-address.js';
import { parsePrice } from './parse-price.js';
import { currencyOf, known, type PartialProduct } from './product-from-item.js';

const idNames = 'product-id product_id productid id sku product-sku item-id itemid asin pid product code'.split(' ');

/**
 * The identifier in the page's address, if the page's own data calls it one, too: a field's value, a data attribute or a
 * number in a script. Beside it, in the same element, there may be a price.
 */
export function readAddressId(document: Document, page: PageAddress): PartialProduct {
  const scripts = [...document.scripts].map((script) => script.textContent).join('\n');
  for (const id of page.ids) {
    const marked = document.querySelectorAll(
      [`input[value="${id}"]`, ...idNames.map((name) => `[data-${name}="${id}"]`)].join(),
    );
    const said = new RegExp(`(id|sku|code|item|product|article)["']?\\s*[:=]\\s*["']?${id}\\b`, 'i');
    if (!marked.length && !said.test(scripts)) continue;
    let price: number | undefined;
    let currency: string | undefined;
    for (const element of marked) {
      for (const { name, value } of element.attributes) {
        if (/^data-.*currency/.test(name)) currency ??= currencyOf(value);
        if (/^data-(\w+-)?price$/.test(name)) price ??= parsePrice(value);
      }
    }
    return known<PartialProduct>({ id, sku: id, price, currency });
  }
  return {};
}
