import { pageSingleton } from '../../browser/page-singleton.js';
import { attempt, report } from '../../browser/report.js';
import { safeUrl } from '../../browser/safe-url.js';
import type { Product } from '../../events/product.js';
import { request, RequestEvent } from '../../events/request-event.js';
import { setPresent } from '../../store/present.js';
import { readProduct } from '../../store/read-product.js';
import { $viewed } from '../../store/viewed.js';

/** A product, and since when what we know of it holds. */
interface Known {
  product: Product;
  changedAt: number;
}

/** Nobody asks for the same product more often. */
const AGAIN_MS = 5 * 60 * 1000;
/** What was looked at longer ago is no news. */
const VIEWED_MS = 24 * 60 * 60 * 1000;
/** Ids in one question, so that its address is not too long. */
const MOST_IDS = 50;
const WITHIN_MS = 10_000;

/** What this page has asked for and when, and what the shop itself has told. */
const asked = () => pageSingleton('asked for present products', () => new Map<string, number>());
const told = () => pageSingleton('told present products', () => new Set<string>());

/**
 * Finds out what products are now, so that their prices and stock can be compared: from what was looked at lately, then
 * from the page's own products, then from the shop, if it tells. The later of these is believed before the earlier. Pages
 * of products are not fetched: that would be too much for a list of fifty.
 */
export function findPresent(element: Element & { source?: string | undefined }, known: readonly Known[]): void {
  const now = Date.now();
  const due = known.filter(({ product }) => !(now - (asked().get(product.id) ?? -Infinity) < AGAIN_MS));
  if (due.length === 0) return;
  for (const { product } of due) asked().set(product.id, now);
  attempt('what was viewed lately could not be compared', () => note(viewedLately(due, now)));
  attempt('the page’s own products could not be compared', async () => note(await onThisPage(element, due)));
  attempt('the shop could not tell what products are now', async () => {
    const ids = new Set(due.map(({ product }) => product.id));
    for (const data of await askShop(element, due)) {
      const product = readProduct(data);
      if (!product || !ids.has(product.id)) continue;
      told().add(product.id);
      setPresent([product]);
    }
  });
}

/** What was only found gives way to what the shop has said. */
function note(products: readonly Product[]): void {
  setPresent(products.filter(({ id }) => !told().has(id)));
}

function viewedLately(known: readonly Known[], now: number): Product[] {
  const since = new Map(known.map(({ product, changedAt }) => [product.id, changedAt]));
  return $viewed
    .get()
    .filter(({ product, viewedAt }) => viewedAt > Math.max(since.get(product.id) ?? Infinity, now - VIEWED_MS))
    .map(({ product }) => product);
}

async function onThisPage({ ownerDocument }: Element, known: readonly Known[]): Promise<Product[]> {
  // Read anew: what others have read may be from before the page's data changed.
  const { forgetPages, readPageOnce } = await import('../../product/read-page-once.js');
  forgetPages();
  const { kind, products } = readPageOnce(ownerDocument);
  return kind === 'article' ? [] : products.filter(({ id }) => known.some(({ product }) => product.id === id));
}

async function askShop(
  element: Element & { source?: string | undefined },
  known: readonly Known[],
): Promise<unknown[]> {
  const products = known.map(({ product }) => product);
  const answer = request(element, new RequestEvent('cue-request-wishlist-products', { products }));
  if (answer === false) return [];
  if (answer !== true) return listOf(await answer);
  const source = element.source ? safeUrl(element.source) : undefined;
  if (!source) {
    if (element.source) report(`<cue-wishlist source> is no address: “${element.source}”`);
    return [];
  }
  const pages = Array.from({ length: Math.ceil(products.length / MOST_IDS) }, (_, page) =>
    fetchProducts(source, products.slice(page * MOST_IDS, (page + 1) * MOST_IDS)),
  );
  return (await Promise.all(pages)).flat();
}

async function fetchProducts(source: string, products: readonly Product[]): Promise<unknown[]> {
  const url = new URL(source);
  for (const { id } of products) url.searchParams.append('id', id);
  const answer = await fetch(url, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(WITHIN_MS) });
  if (!answer.ok) throw new Error(`${url.pathname} answered with ${answer.status}`);
  return listOf(await answer.json());
}

/** A list of products, or an object that has one. */
function listOf(data: unknown): unknown[] {
  const list = Array.isArray(data) ? (data as unknown[]) : (data as { products?: unknown } | null)?.products;
  if (!Array.isArray(list)) throw new Error('the answer is no list of products');
  return list as unknown[];
}
