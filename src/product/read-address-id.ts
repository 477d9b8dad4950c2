import type { PageAddress } from './page-address.js';
import { parsePrice } from './parse-price.js';
import { currencyOf, known, type PartialProduct } from './product-from-item.js';

const idNames = 'product-id product_id productid id sku product-sku item-id itemid asin pid product code'.split(' ');

/** Whether a script calls it an identifier: `productId: "1234"`. */
function isNamed(id: string, scripts: string): boolean {
  for (let at = scripts.indexOf(id); at >= 0; at = scripts.indexOf(id, at + 1)) {
    const before = scripts.slice(Math.max(0, at - 30), at);
    if (
      /(id|sku|code|item|product|article)["']?\s*[:=]\s*["']?$/i.test(before) &&
      !/^\w/.test(scripts.slice(at + id.length))
    )
      return true;
  }
  return false;
}

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
    if (!marked.length && !isNamed(id, scripts)) continue;
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
