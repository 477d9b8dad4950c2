import type { Product } from '../events/product.js';
import { findItems, type Found, type Role } from './find-items.js';
import { pageAddress, type PageAddress } from './page-address.js';
import { isProductItem, productFromItem, type PartialProduct } from './product-from-item.js';
import { readJsonLd } from './read-json-ld.js';
import { microdata, rdfa, readMarkup } from './read-markup.js';
import { readMeta } from './read-meta.js';
import { readTraces } from './read-traces.js';

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
  return alike || top > 3 ? first : undefined;
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
  const heading = document.querySelectorAll('h1');
  const titles = [heading.length === 1 ? heading[0]!.textContent : '', meta.title, document.title]
    .map(letters)
    .filter(Boolean);
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
    let product = picked.reduce<PartialProduct>((sum, one) => complete(sum, one.product), {});
    const sure = picked.length > 0 || meta.type === 'product';
    product = complete(product, readTraces(document, address, product));
    if (sure || product.id) {
      product = complete(product, meta.product);
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
