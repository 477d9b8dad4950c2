import { absoluteUrl } from './absolute-url.js';

/** What the page's address says about which product it shows. */
export interface PageAddress {
  href: string;
  /** How surely an address means this page: 2 with the same variant in its query, 1 the same path, 0 another page. */
  matches(url: string | undefined): 0 | 1 | 2;
  /** Whether an identifier stands in the address: as a value of its query or as a part of its path. */
  names(id: string | undefined): boolean;
  /** What may be identifiers in the address, the last first. */
  ids: string[];
}

const plain = (text: string): string => {
  try {
    text = decodeURIComponent(text);
  } catch {
    // A stray percent sign: compared as it stands.
  }
  return text.toLowerCase();
};

const pathOf = (url: URL): string => plain(url.pathname).replace(/\/+$|\/?(index)?\.html?$/, '') || '/';

/**
 * @param document its canonical link and `og:url` count as addresses of the page, too
 * @param href where the page was found
 */
export function pageAddress(document: Document, href: string): PageAddress {
  const canonical = document.querySelector('link[rel=canonical][href]')?.getAttribute('href');
  const og = document.querySelector('meta[property="og:url"]')?.getAttribute('content');
  const own = [href, canonical, og].flatMap((url) => absoluteUrl(url, href) ?? []).map((url) => new URL(url));
  const page = own[0];
  const paths = own.map(pathOf);
  const tokens = `/${own.map((url) => plain(url.pathname + '/' + url.search + '/' + url.hash)).join('/')}/`;
  return {
    href,
    ids: (page ? ((page.pathname + page.search).match(/[a-z]?\d{5,}|(?=[a-z]*\d)[a-z\d]{6,}/gi) ?? []) : [])
      .map((id) => id.replace(/^[a-z](?=\d+$)/i, ''))
      .reverse(),
    matches(url) {
      const absolute = absoluteUrl(url, href);
      const other = absolute && new URL(absolute);
      if (!other || !paths.includes(pathOf(other))) return 0;
      const query = [...other.searchParams];
      return query.length && query.every(([key, value]) => page?.searchParams.get(key) === value) ? 2 : 1;
    },
    names(id) {
      if (!id || id.length < 3 || !/\d/.test(id)) return false;
      const escaped = plain(id).replace(/[^a-z\d]/g, '\\$&');
      // One letter may stand before a number, as in /p4781720.
      return new RegExp(`(?<![a-z]{2}|\\d)${escaped}(?![a-z\\d])`).test(tokens);
    },
  };
}
