import type { Product } from '../events/product.js';
import { findItems, type Found, type Role } from './find-items.js';
import { pageAddress, type PageAddress } from './page-address.js';
import { isProductItem, productFromItem, type PartialProduct } from './product-from-item.js';
import { readJsonLd } from './read-json-ld.js';
import { microdata, rdfa, readMarkup } from './read-markup.js';
import { readMeta } from './read-meta.js';
import { readDataLayer } from './read-data-layer.js';
import { readPurchaseState } from './read-purchase-state.js';
import { readAddressId } from './read-traces.js';
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

const article = '[itemtype*="Article" i],[itemtype$="Posting" i],[itemtype$="/Recipe" i]';

/** The products of a page's microdata or RDFa. */
function findMarkup(document: Document, syntax: typeof microdata): Found[] {
  const scopes = [...document.querySelectorAll(`[${syntax.scope}]`)];
  const found: Found[] = [];
  for (const element of scopes) {
    if (!/product|vehicle|car$|book|offer|motorcycle|event|software/i.test(element.getAttribute(syntax.type) ?? ''))
      continue;
    const item = readMarkup(element, syntax);
    if (!isProductItem(item)) continue;
    const property = element.getAttribute(syntax.property);
    const outer = element.parentElement?.closest(`[${syntax.scope}]`);
    const outerType = outer?.getAttribute(syntax.type) ?? '';
    const role: Role = outer?.closest(article)
      ? 'aside'
      : property && /^main/.test(property)
        ? 'main'
        : /list|catalog/i.test(outerType)
          ? 'list'
          : property && /product|review/i.test(outerType)
            ? 'aside'
            : 'page';
    found.push({ item, role });
  }
  return found;
}

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

const priced = ['price', 'currency', 'listPrice'] as const;

/** Fills what is missing in one description from another one of the same product. A price comes with its currency. */
function complete(product: PartialProduct, other: PartialProduct): PartialProduct {
  const result = { ...other, ...product };
  if (product.price)
    for (const field of priced) {
      const mine = product[field];
      if (mine === undefined && (field === 'listPrice' || (product.currency && field === 'currency')))
        delete result[field];
    }
  return result;
}

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

/** Between prices that contradict each other the shopper's eyes decide: the one that the page shows. */
function settle(product: PartialProduct, prices: Set<number>, document: Document): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const shown = new Set<number | undefined>();
  while (walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode;
    if (nodeValue!.length < 40 && /\d/.test(nodeValue!) && !/^(script|style)$/.test(parentElement!.localName))
      shown.add(parsePrice(nodeValue, product.currency));
  }
  const [seen, another] = [...prices].filter((price) => shown.has(price));
  if (seen && !another) product.price = seen;
  else delete product.price;
}

const formerly = /(old|was|original)[-_]*price|price[-_]*(old|was)/i;

/** Shops that reduce a price forget it in their data: what they cross out on the page is not the price. */
const isCrossedOut = (document: Document, price: number): boolean =>
  [...document.querySelectorAll('del,s,strike,[class*=price],[class*=Price]')].some(
    (element) =>
      (/^(del|s|strike)$/.test(element.localName) || formerly.test(element.getAttribute('class')!)) &&
      !element.closest('[style*=none]') &&
      parsePrice(element.textContent.slice(0, 60)) === price,
  );

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
  const heading = document.querySelector('h1')?.textContent;
  const titles = [heading, meta.title, document.title].map(letters).filter(Boolean);
  const groups = [json.found, findMarkup(document, microdata), findMarkup(document, rdfa)].map((found) =>
    judge(found, address, titles),
  );
  const picked = groups.map(pick).filter((one) => one !== undefined);
  const seen = groups.flat();
  const hasPrice = picked.some(({ product, role }) => product.price && role !== 'aside');
  const isArticle =
    (json.article && meta.type !== 'product' && !picked.some(({ role }) => role === 'main')) ||
    (meta.type === 'article' && !hasPrice);
  const isList = !picked.length && seen.filter(({ role }) => role !== 'aside').length > 1;
  let main: Product | undefined;
  if (!isArticle && !isList) {
    const sources = [...picked.map((one) => one.product), meta.product];
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
    if (sure || product.sku) {
      const prices = new Set(sources.map(({ price }) => price).filter((price) => price !== undefined));
      if (prices.size > 1) settle(product, prices, document);
      if (product.price && isCrossedOut(document, product.price)) delete product.price;
      const state = product.availability ?? readPurchaseState(document);
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
