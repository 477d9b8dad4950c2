import { safeUrl } from '../../browser/safe-url.js';
import type { Product } from '../../events/product.js';
import { readProduct } from '../../store/read-product.js';
import { cleanName } from '../../store/wish-lists.js';

/** What a link holds: a list's name and its products, without prices, and nothing about who made it. */
export interface SharedList {
  name: string;
  products: Product[];
}

export const FRAGMENT = '#cue-wishlist=';

/** Most products in a link: a longer address is cut by some messengers. */
export const MOST_SHARED = 50;

/** Longest texts in a link, in characters: what is longer is no name, and the others are left out. */
const MOST = { id: 200, name: 120, variant: 80, address: 500 };
/** Longest fragment that is read, and longest text that it may unpack to: far more than ours are. */
const MOST_FRAGMENT = 40_000;
const MOST_TEXT = 200_000;

/** The address of the page without what is nobody else's business: queries may hold a session or an e-mail address. */
function shareable(page: string | undefined): string {
  const own = safeUrl(page);
  if (own) return own.replace(/#.*/, '');
  const canonical = safeUrl(document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href);
  return canonical && new URL(canonical).origin === location.origin
    ? canonical.replace(/#.*/, '')
    : location.origin + location.pathname;
}

/**
 * Addresses for links. `now` is ready at once, as a press needs it: browsers share and copy only in answer to one; `packed`
 * is a third as long.
 *
 * @param page where the list opens; this page by default
 */
export function linksTo(list: SharedList, page?: string): { now: string; packed: Promise<string> } {
  const base = shareable(page);
  const text = JSON.stringify([
    list.name,
    list.products.slice(0, MOST_SHARED).flatMap((product) => write(product, base)),
  ]);
  const bytes = new TextEncoder().encode(text);
  return {
    now: `${base}${FRAGMENT}0${toBase64(bytes)}`,
    packed: through(bytes, new CompressionStream('deflate-raw'), Infinity).then(
      (packed) => `${base}${FRAGMENT}1${toBase64(packed)}`,
    ),
  };
}

/** A product as a row: id, name, address, picture, variant; what is missing at its end is left out. */
function write({ id, name, url, image, variant }: Product, base: string): string[][] {
  if (id.length > MOST.id) return [];
  const { origin } = new URL(base);
  const short = (address: string | undefined, foreign: boolean): string => {
    if (!address || address.length > MOST.address) return '';
    if (address.startsWith(`${origin}/`)) return address.slice(origin.length);
    return foreign ? address : '';
  };
  const row = [id, name?.slice(0, MOST.name) ?? '', short(url, false), short(image, true)];
  row.push(variant?.slice(0, MOST.variant) ?? '');
  while (row.at(-1) === '') row.pop();
  return [row];
}

/**
 * The list in an address's fragment; `undefined` when there is none that can be read. Anybody can make such a link, so
 * texts are texts and short, links stay within this shop, and pictures come from where the page's own do.
 */
export async function readSharedLink(fragment: string): Promise<SharedList | undefined> {
  if (!fragment.startsWith(FRAGMENT) || fragment.length > MOST_FRAGMENT) return undefined;
  try {
    const kind = fragment[FRAGMENT.length];
    const bytes = fromBase64(fragment.slice(FRAGMENT.length + 1));
    if (kind !== '0' && kind !== '1') return undefined;
    const plain = kind === '0' ? bytes : await through(bytes, new DecompressionStream('deflate-raw'), MOST_TEXT);
    const [name, rows] = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain)) as [unknown, unknown];
    if (!Array.isArray(rows)) return undefined;
    const products = new Map<string, Product>();
    for (const row of rows.slice(0, MOST_SHARED)) {
      const product = read(row);
      if (product && !products.has(product.id)) products.set(product.id, product);
    }
    return { name: cleanName(name), products: [...products.values()] };
  } catch {
    return undefined;
  }
}

function read(row: unknown): Product | undefined {
  if (!Array.isArray(row)) return undefined;
  const [id, name, url, image, variant] = row.map((text: unknown) => (typeof text === 'string' ? text : ''));
  if (!id || id.length > MOST.id) return undefined;
  return readProduct({
    id,
    ...(name && { name: name.slice(0, MOST.name) }),
    ...(variant && { variant: variant.slice(0, MOST.variant) }),
    ...(url && originOf(url) === location.origin && { url }),
    ...(image && knowsOrigin(originOf(image)) && { image }),
  });
}

function originOf(address: string): string | undefined {
  // As we write them: from the root, or whole.
  const isWhole = /^(?:\/|https?:)/.test(address) && address.length <= MOST.address;
  const url = isWhole ? safeUrl(address, location.origin) : undefined;
  return url && new URL(url).origin;
}

/** A picture from elsewhere could tell its owner who looks, or show what the shop never would. */
function knowsOrigin(origin: string | undefined): boolean {
  if (origin === location.origin) return true;
  return [...document.images].some(({ src }) => src && originOf(src) === origin);
}

/** @throws when more comes out than may */
async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream, most: number) {
  const reader = new Blob([bytes as BlobPart]).stream().pipeThrough(stream).getReader();
  const parts: BlobPart[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const part = next.value as Uint8Array<ArrayBuffer>;
    length += part.length;
    parts.push(part);
    if (length > most) {
      await reader.cancel();
      throw new Error('too long');
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** For addresses (RFC 4648, section 5), without padding. */
function toBase64(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}
