import { cleanText } from './clean-text.js';
import { isItem, type Item } from './item.js';
import { parsePrice } from './parse-price.js';
import { currencyOf, known, type PartialProduct } from './product-from-item.js';
import { readLiteral } from './read-literal.js';

/** Where the literals of analytics begin: GA4, Universal Analytics, Meta's and Google's pixels, Tealium, W3C, Shopify. */
const anchors =
  /(?:\becommerce|google_tag_params|utag_data|digitalData|\bmeta)["']?\s*[:=]\s*(?=\{)|["'](?:ViewContent|view_item|page_view)["']\s*,\s*(?=\{)/g;

/** Other things than the product looked at: lists, clicks, the cart. */
const others = /^(impressions|click|add|remove|checkout|purchase|cart|promo.*|basket|recommend.*|related.*)$/i;

/** The first value whose key is one of a field's names: every vendor has its own, and most share their endings. */
const field = (record: Item, names: RegExp): unknown => {
  for (const [key, value] of Object.entries(record)) {
    const one: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
    if (names.test(key) && one != null && one !== '' && typeof one !== 'object') return one;
  }
  return;
};

/** One product as a data layer writes it. */
function productFromRecord(record: Item, currency: string | undefined): PartialProduct {
  const text = (names: RegExp): string | undefined => cleanText(field(record, names));
  const own = currencyOf(text(/currency(code)?$/i)) ?? currency;
  let price = field(record, /^((item|product|unit)_?)*price$|_total(value|price)$|^value$/i);
  // Shopify's own product JSON counts in hundredths.
  if (Array.isArray(record.variants) && typeof price === 'number') price /= 100;
  const id = text(/^(product_?)?sku$/i) ?? text(/^(item_?|product_?)?id$|_(prod|item)id$|^content_ids$/i);
  return known<PartialProduct>({
    id,
    sku: id,
    name: text(/^((item|product|content)_?)?name$|^title$/i),
    price: parsePrice(price, own),
    currency: own,
    brand: text(/brand$|^vendor$/i),
    category: text(/category$/i),
    variant: text(/variant$/i),
  });
}

/**
 * The products that the page's analytics name, as literals in inline scripts: nothing is run.
 *
 * @param isMain whether such a product is the one the page is about
 */
export function readDataLayer(
  document: Document,
  isMain: (product: PartialProduct) => boolean,
): PartialProduct | undefined {
  let found: PartialProduct | undefined;
  const visit = (value: unknown, currency: string | undefined, detail: boolean, depth: number): void => {
    if (found?.price || depth > 7) return;
    if (Array.isArray(value)) {
      for (const one of value.slice(0, 40)) visit(one, currency, detail && value.length === 1, depth + 1);
    } else if (isItem(value)) {
      const product = productFromRecord(value, currency);
      if (product.id && ((detail && product.price) || isMain(product))) found = { ...found, ...product };
      for (const [key, child] of Object.entries(value)) {
        if (typeof child === 'object' && !others.test(key))
          visit(child, product.currency, detail || key === 'detail', depth + 1);
      }
    }
  };
  for (const script of document.scripts) {
    const text = /json/.test(script.type) ? '' : script.textContent;
    let budget = 40;
    for (const match of text.matchAll(anchors)) {
      if (!budget-- || found?.price) break;
      visit(readLiteral(text, match.index + match[0].length).value, undefined, /View|view_item/.test(match[0]), 0);
    }
  }
  for (const holder of document.querySelectorAll(
    'input[value^="{"][value*="price"],[data-product^="{"],script[data-product-json],script[id^="ProductJson"]',
  )) {
    visit(
      readLiteral(holder.getAttribute('value') ?? holder.getAttribute('data-product') ?? holder.textContent).value,
      undefined,
      false,
      0,
    );
  }
  return found;
}
