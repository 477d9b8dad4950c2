import { warnOnce } from '../../browser/report.js';
import type { Product } from '../../events/product.js';
import { absoluteUrl } from '../../product/absolute-url.js';

/** What is shared. */
export interface SharedContent {
  /** Absolute http(s) address, as yet without campaign parameters. */
  url: string;
  title?: string | undefined;
  text?: string | undefined;
  /** Absolute http(s) address of a picture. */
  image?: string | undefined;
  /** The product that it is about, if it is about one. */
  product?: Product | undefined;
}

/** What brought this shopper here says nothing of whom the link brings; an address of a person is nobody's to pass on. */
const notToShare = /^(?:utm_\w+|(?:gcl|fbcl|msclk|gbra|wbra|dcl|ttcl|twcl)id|mc_eid)=|@|%40/i;

/**
 * What a share button shares: what its attributes `url`, `title` and `text` say; else the product; else the page.
 *
 * @param found the product that the button stands for
 */
export function sharedContent(host: Element, found: Product | undefined): SharedContent {
  const { ownerDocument: page } = host;
  const own = (name: string): string | undefined => host.getAttribute(name)?.trim() || undefined;
  const given = absoluteUrl(own('url'), host.baseURI);
  if (own('url') && !given)
    warnOnce('<cue-share-button> shares http(s) addresses only; its attribute “url” is none, and is left out');
  // An address alone is taken for a product's, with its path for an identifier; here it may be that of anything.
  const product = given && !found?.name && found?.id === new URL(given).pathname ? undefined : found;
  const title = own('title') ?? product?.name ?? (given ? undefined : page.title || undefined);
  const picture = page.querySelector('meta[property="og:image"]')?.getAttribute('content');
  return {
    url: given ?? product?.url ?? pageUrl(page),
    title,
    text: own('text') ?? title,
    image: product?.image ?? (given ? undefined : absoluteUrl(picture, page.baseURI)),
    product,
  };
}

/** The address by which the page wants to be known, else the one where it was found, without what concerns this visit only. */
function pageUrl(page: Document): string {
  const canonical =
    page.querySelector('link[rel~=canonical][href]')?.getAttribute('href') ??
    page.querySelector('meta[property="og:url"]')?.getAttribute('content');
  const named = absoluteUrl(canonical, page.baseURI);
  if (named) return named;
  const url = new URL(page.URL);
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter && !notToShare.test(parameter));
  url.search = kept.join('&');
  return url.href;
}
