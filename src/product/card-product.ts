import type { Product } from '../events/product.js';
import { cleanText } from './clean-text.js';
import { composedParent } from './composed-parent.js';
import { pageAddress } from './page-address.js';
import { isProductItem, productFromItem } from './product-from-item.js';
import { microdata, rdfa, readScope } from './read-markup.js';
import type { Page } from './read-page.js';

const idAttributes = [
  'data-product-id',
  'data-product_id',
  'data-productid',
  'data-product-handle',
  'data-product-sku',
  'data-sku',
];

const withIds = idAttributes.map((name) => `[${name}]`).join();

const idOn = (element: Element): string | undefined =>
  idAttributes.map((name) => element.getAttribute(name)?.trim()).find(Boolean);

const headings = 'h2,h3,h4,h5,h6,[role=heading]';

/** An amount with its currency, as people read it. */
const amount = /\p{Sc}\s?\d|\d\s?\p{Sc}|\b[A-Z]{3}\s?\d|\d\s?[A-Z]{3}\b/u;

/** Where a link leads, without query and fragment; `undefined` when it leads nowhere else. */
const target = (link: HTMLAnchorElement): string | undefined =>
  /^https?:$/.test(link.protocol) && (link.pathname !== location.pathname || link.search !== location.search)
    ? link.origin + link.pathname.replace(/\/$/, '')
    : undefined;

/** What is found once in a part of the page: `undefined` nothing, `null` more than one. */
function only<T>(values: Iterable<T | undefined>): T | undefined | null {
  let found: T | undefined;
  for (const value of values) {
    if (value === undefined || value === found) continue;
    if (found !== undefined) return null;
    found = value;
  }
  return found;
}

function* map<T extends Element, R>(elements: Iterable<T>, read: (element: T) => R): Iterable<R> {
  for (const element of elements) yield read(element);
}

const linkIn = (element: Element): string | undefined | null =>
  only(map(element.localName === 'a' ? [element as HTMLAnchorElement] : element.getElementsByTagName('a'), target));

/** Cards come in rows: a neighbour built alike leads elsewhere. */
const hasPeers = (card: Element, link: string): boolean =>
  [card.previousElementSibling, card.nextElementSibling].some((peer) => {
    if (peer?.localName !== card.localName || (peer.classList[0] ?? '') !== (card.classList[0] ?? '')) return false;
    const other = linkIn(peer);
    return typeof other === 'string' && other !== link;
  });

const indexes = new WeakMap<Page, Map<string | undefined, Product>>();

/** A page's products by address, made once for all buttons. */
function byAddress(page: Page): Map<string | undefined, Product> {
  let index = indexes.get(page);
  if (!index) {
    index = new Map(page.products.map((product) => [product.url?.replace(/[?#].*|\/$/g, ''), product]));
    indexes.set(page, index);
  }
  return index;
}

/** Parts of the page seen to hold many identifiers: for a thousand cards the list around them is searched once. */
const crowded = new WeakSet<Element>();

function idIn(element: Element): string | undefined | null {
  if (crowded.has(element)) return null;
  const id = only(map([element, ...element.querySelectorAll(withIds)], idOn));
  if (id === null) crowded.add(element);
  return id;
}

const productScope = /product|vehicle|book|event|software/i;

/**
 * The product of the card an element stands in: the largest part of the page around it that is about one product.
 *
 * @returns `undefined` when the element stands in no card, so that the page's product counts; `null` when it stands in a
 * card of which no product can be told
 */
export function cardProduct(element: Element, page: Page): Product | undefined | null {
  const byUrl = byAddress(page);
  const { main } = page;
  let card: Element | undefined;
  let link: string | undefined;
  let product: Product | undefined | null;
  for (let around: Element | null = element; around && around.localName !== 'body'; around = composedParent(around)) {
    const syntax = around.hasAttribute('itemscope') ? microdata : around.hasAttribute('typeof') ? rdfa : undefined;
    if (syntax && productScope.test(around.getAttribute(syntax.type) ?? '')) {
      const item = readScope(around, syntax);
      if (isProductItem(item)) {
        const read = productFromItem(item, pageAddress(element.ownerDocument, location.href));
        const named = page.products.find(({ id, name }) => (read.id ? read.id === id : read.name === name));
        const id = read.id ?? named?.id ?? (read.url && new URL(read.url).pathname) ?? read.name;
        return id ? { ...named, ...read, id } : null;
      }
    }
    const path = linkIn(around);
    if (path === null && card && link) break;
    const id = idIn(around);
    if (id === null) break;
    if (id) {
      card = around;
      product = page.products.find((one) => one.id === id || one.sku === id) ?? { id };
    } else if (path) {
      const known = byUrl.get(path);
      if (known) [card, product] = [around, known];
      else if (
        !around.querySelector('h1') &&
        (around.querySelector(`img,picture,${headings}`) || amount.test(around.textContent)) &&
        hasPeers(around, path)
      ) {
        [card, product] = [around, null];
      }
    }
    if (path) link = path;
  }
  if (!card) return;
  if (product && (product === main || product.name)) return product;
  const heading = card.querySelector(headings);
  const anchor = [...card.getElementsByTagName('a')].find((one) => cleanText(one.textContent));
  const name = cleanText((heading ?? anchor)?.textContent);
  const url = link;
  // A product page's own marks may carry its identifier; a card of another product has a name of its own and a link.
  if (product && main && !url) return main.id === product.id ? main : undefined;
  if (!product && !(name && url && (heading || amount.test(card.textContent)))) return null;
  return { id: product?.id ?? new URL(url!).pathname, ...(name && { name }), ...(url && { url }) };
}
