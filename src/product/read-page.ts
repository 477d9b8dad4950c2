import type { Product } from '../events/product.js';
import { findItems, type Found, type Role } from './find-items.js';
import { pageAddress, type PageAddress } from './page-address.js';
import { known, productFromItem, type PartialProduct } from './product-from-item.js';
import { readJsonLd } from './read-json-ld.js';
import { microdata, rdfa, readMarkup } from './read-markup.js';
import { readMeta } from './read-meta.js';
import { readDataLayer } from './read-data-layer.js';
import { readPurchaseState } from './read-purchase-state.js';
import { readAddressId } from './read-address-id.js';
import { parsePrice } from './parse-price.js';

/** What a page says about the products on it. */
export interface Page {
  /** `product`: about one product. `list`: several, none of which is the page's. `article`: written about products. */
  kind: 'product' | 'list' | 'article' | 'other';
  /** The product the page is about; only on a product page. */
  main: Product | undefined;
  /** Every product the page's data describes, the main one first. */
  products: Product[];
}

interface Candidate {
  product: PartialProduct;
  role: Role;
  score: number;
}

const letters = (text: string | null | undefined): string => (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const weight: Record<Role, number> = { main: 4, page: 1, list: -1, aside: -3 };

/** The product that a page is about, among those that one kind of data describes. */
function pick(candidates: Candidate[]): Candidate | undefined {
  const top = Math.max(...candidates.map(({ score }) => score));
  const [first, ...rest] = candidates.filter(({ score }) => score === top);
  if (!first || top < 1) return;
  const alike = rest.every(({ product }) => product.name === first.product.name);
  if (!alike && top < 4) return;
  // Sizes of one product, each an item of its own: the product can be had while one of them can.
  return (
    (alike &&
      rest.find(({ product }) => first.product.availability !== 'InStock' && product.availability === 'InStock')) ||
    first
  );
}

/** Fills what is missing in one description from another one of the same product. */
const complete = (product: PartialProduct, other: PartialProduct): PartialProduct => ({ ...other, ...product });

const withId = (product: PartialProduct, fallback: string): Product => {
  const id =
    product.id ??
    product.sku ??
    product.gtin ??
    product.mpn ??
    (product.url ? new URL(product.url).pathname : fallback);
  const result: Product = { ...product, id };
  if (result.listPrice && !(result.listPrice > result.price!)) delete result.listPrice;
  return result;
};

const formerly = /(old|was|original)[-_]*price|price[-_]*(old|was)/i;

const amounts = 'del,s,strike,[class*=price],[class*=Price]';

/**
 * The price a shopper sees, of those that the page's data names. Data that contradicts itself is right where the page
 * shows it, too; and shops that reduce a price forget it in their data, so what the page first shows crossed out is not
 * the price. Further down it may be another product's.
 */
function confirm(
  prices: Set<number | undefined>,
  document: Document,
  currency: string | undefined,
): number | undefined {
  const past = new Map<number | undefined, boolean>();
  for (const element of document.querySelectorAll(amounts)) {
    const text = element.textContent;
    const price = text.length < 60 && parsePrice(text, currency);
    if (
      !price ||
      past.has(price) ||
      !prices.has(price) ||
      element.querySelector(amounts) ||
      element.closest('[style*=none]')
    )
      continue;
    past.set(price, /^(del|s|strike)$/.test(element.localName) || formerly.test(element.className));
  }
  const left = [...prices].filter((price) => (prices.size > 1 ? past.get(price) === false : !past.get(price)));
  return left.length === 1 ? left[0] : undefined;
}

function judge(found: Found[], page: PageAddress, titles: string[]): Candidate[] {
  return found.map(({ item, role }) => {
    const product = productFromItem(item, page);
    const name = letters(product.name);
    const named =
      name.length > 2 && titles.some((title) => title.includes(name) || (title.length > 5 && name.includes(title)));
    const matches = page.matches(product.url);
    const elsewhere = product.url && !matches && !named;
    const score =
      weight[role] + matches * 2 + (named ? 2 : 0) + (page.names(product.sku) ? 2 : 0) - (elsewhere ? 2 : 0);
    return { product, role, score };
  });
}

/**
 * Reads what a page says about products, from every kind of data it may carry. Touches neither network nor page.
 *
 * @param href the page's address
 */
export function readPage(document: Document, href: string): Page {
  const address = pageAddress(document, href);
  const meta = readMeta(document, href);
  const json = findItems(readJsonLd(document));
  const heading = document.querySelector('h1');
  const titles = [heading?.textContent, meta.title, document.title].map(letters).filter(Boolean);
  const groups = [json, findItems(readMarkup(document, microdata)), findItems(readMarkup(document, rdfa))].map(
    ({ found }) => judge(found, address, titles),
  );
  const picked = groups.map(pick).filter((one) => one !== undefined);
  const seen = groups.flat();
  const hasPrice = picked.some(({ product, role }) => product.price && role !== 'aside');
  const isArticle =
    ((json.article || heading?.closest('[itemtype*=Article],[itemtype$=Posting]')) &&
      meta.type !== 'product' &&
      !picked.some(({ role }) => role === 'main')) ||
    (meta.type === 'article' && !hasPrice);
  const isList = !picked.length && seen.filter(({ role }) => role !== 'aside').length > 1;
  let main: Product | undefined;
  if (!isArticle && !isList) {
    // Magento keeps the price with tax here, and often the one without in its data.
    const magento = document.querySelector('[data-price-type=finalPrice]')?.getAttribute('data-price-amount');
    const sources = [
      ...picked.map((one) => one.product),
      meta.product,
      known<PartialProduct>({ price: parsePrice(magento) }),
    ];
    let product = sources.reduce(complete, {});
    const sure = picked.length > 0 || meta.type === 'product';
    if (!product.price || !product.sku) {
      const isMain = (other: PartialProduct): boolean =>
        address.names(other.id) ||
        (!!other.id && other.id === product.id) ||
        (!!other.name && titles[0] === letters(other.name));
      product = complete(product, readDataLayer(document, isMain) ?? {});
    }
    if (!product.price || !product.sku) product = complete(product, readAddressId(document, address));
    const prices = new Set([...sources, product].flatMap(({ price }) => price ?? []));
    const state = product.availability ?? readPurchaseState(document);
    // A number in the address alone may be a category's: something must be for sale, too.
    if (sure || (product.sku && (prices.size || state))) {
      const price = prices.size && confirm(prices, document, product.currency);
      if (price) product.price = price;
      else delete product.price;
      if (state) product.availability = state;
      main = withId(product, new URL(href).pathname);
    }
  }
  const products = new Map<string, Product>();
  if (main) products.set(main.id, main);
  for (const { product } of seen) {
    if (picked.some((one) => one.product === product)) continue;
    if (!product.name && !product.id) continue;
    const full = withId(product, product.name ?? '');
    if (!products.has(full.id)) products.set(full.id, full);
  }
  return {
    kind: main ? 'product' : isArticle ? 'article' : products.size ? 'list' : 'other',
    main,
    products: [...products.values()],
  };
}
