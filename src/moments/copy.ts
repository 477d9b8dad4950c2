import { $viewed } from '../store/viewed.js';
import type { NoticedCallback, Stop } from './noticed.js';
import { tell } from './tell.js';

/** What is longer is no name. */
const LONGEST = 200;

/** Where a page has the name of its product, and where its code. */
const names = 'h1,[itemprop=name]';
const codes =
  '[itemprop=sku],[itemprop=mpn],[itemprop^=gtin],[itemprop=productID],[data-sku],.sku,.product-sku,.product-code';

const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim().toLowerCase();

/**
 * The shopper copies the name of a product, or its code: to compare it elsewhere, or to ask somebody. Only what stands on the page as
 * such, or was looked at before, counts, whole or most of it; other text stays unread. Each time.
 */
export function onCopy(callback: NoticedCallback): Stop {
  const hear = (): void => {
    const text = plain(getSelection()?.toString());
    if (text.length < 3 || text.length > LONGEST) return;
    const like = (known: string): boolean =>
      known.length <= LONGEST &&
      (known === text ||
        (known.includes(text) && text.length > known.length / 2) ||
        (text.includes(known) && known.length > text.length / 2));
    const among = (selector: string): boolean =>
      [...document.querySelectorAll(selector)].some(({ textContent }) => like(plain(textContent)));
    const viewed = $viewed.get().map(({ product }) => product);
    const kind =
      among(codes) || viewed.some(({ id }) => plain(id) === text)
        ? 'code'
        : among(names) || viewed.some(({ name }) => like(plain(name)))
          ? 'name'
          : undefined;
    if (kind) tell(callback, 'copy', { kind, text });
  };
  document.addEventListener('copy', hear, true);
  return () => document.removeEventListener('copy', hear, true);
}
