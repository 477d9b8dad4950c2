import type { Product } from '../../events/product.js';
import type { Viewed } from '../../store/viewed.js';

interface Choice {
  /** What this page is about. */
  product: Product | undefined;
  /** Ids of products that are not to be shown. */
  exclude: ReadonlySet<string>;
  count: number;
  /** Of this page: its product may not be known yet. */
  address: string;
}

/** What a list of recently viewed products shows: the latest first, without the product that the shopper is looking at. */
export function chooseViewed(viewed: readonly Viewed[], { product, exclude, count, address }: Choice): Viewed[] {
  return viewed
    .filter(({ product: { id, url } }) => id !== product?.id && !exclude.has(id) && !isHere(url, address))
    .slice(0, count);
}

/** A search in the address chooses the product in some shops, and says where the shopper came from in others. */
function isHere(url: string | undefined, address: string): boolean {
  if (!url || !URL.canParse(url) || !URL.canParse(address)) return false;
  const [there, here] = [new URL(url), new URL(address)];
  return (
    there.origin === here.origin &&
    there.pathname === here.pathname &&
    (there.search === '' || there.search === here.search) &&
    // The start page of a shop that is one page: where the shopper is stands behind the hash.
    (there.hash === here.hash || !/^#[!/]/.test(there.hash))
  );
}
