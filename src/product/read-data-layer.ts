import { absoluteUrl } from './absolute-url.js';
import { cleanText } from './clean-text.js';
import { isItem, type Item } from './item.js';
import { parsePrice } from './parse-price.js';
import { currencyOf, known, type PartialProduct } from './product-from-item.js';
import { readLiteral } from './read-literal.js';

/** Where the literals of analytics begin: GA4, Universal Analytics, Meta's and Google's pixels, Tealium, W3C, Shopify. */
const anchors =
  /(?:\becommerce|google_tag_params|utag_data|digitalData|\bmeta)["']?\s*[:=]\s*(?=\{)|["'](?:ViewContent|view_item|page_view)["']\s*,\s*(?=\{)/g;

const mentions = /ecommerce["':]|ViewContent|view_item|_totalvalue|_totalprice|utag_data|digitalData|ShopifyAnalytics/;

/** Other things than the product looked at: lists, clicks, the cart. */
const others = /^(impressions|click|add|remove|checkout|purchase|cart|promo.*|basket|recommend.*|related.*)$/i;

const first = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value);

const field = (record: Item, names: string): unknown => {
  for (const name of names.split(' ')) {
    const value = first(record[name]);
    if (value != null && value !== '' && typeof value !== 'object') return value;
  }
  return;
};

/** One product as a data layer writes it. */
export function productFromRecord(record: Item, currency: string | undefined, base: string): PartialProduct {
  const own = currencyOf(cleanText(field(record, 'currency currencyCode priceCurrency product_currency'))) ?? currency;
  let price = field(record, 'price product_price item_price ecomm_totalvalue dynx_totalvalue dynx_totalprice value');
  // Shopify's own product JSON counts in hundredths.
  if (Array.isArray(record.variants) && typeof price === 'number') price /= 100;
  const id = cleanText(
    field(record, 'item_id sku id productId product_id product_sku ecomm_prodid dynx_itemid dynx_prodid content_ids'),
  );
  return known<PartialProduct>({
    id,
    sku: id,
    name: cleanText(field(record, 'item_name name productName product_name content_name title')),
    price: parsePrice(price, own),
    currency: own,
    brand: cleanText(field(record, 'item_brand brand product_brand vendor')),
    category: cleanText(field(record, 'item_category category product_category')),
    variant: cleanText(field(record, 'item_variant variant')),
    url: absoluteUrl(field(record, 'item_url url product_url'), base),
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
      const product = productFromRecord(value, currency, document.baseURI);
      if (product.id && ((detail && product.price) || isMain(product))) found = { ...found, ...product };
      for (const [key, child] of Object.entries(value)) {
        if (typeof child === 'object' && !others.test(key))
          visit(child, product.currency, detail || key === 'detail', depth + 1);
      }
    }
  };
  for (const script of document.scripts) {
    const text = script.src || /json/.test(script.type) ? '' : script.textContent;
    if (!mentions.test(text)) continue;
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
