import { readPage, type Page } from './read-page.js';

const pages = new WeakMap<Document, { url: string; version: number; page: Page }>();

let version = 0;

/** Makes every page be read anew when it is next asked for. */
export const forgetPages = (): void => {
  version++;
};

/**
 * The page's products, read once for all who ask until its address changes or {@link forgetPages} is called, as
 * `watchPage` does when the page's data changes.
 */
export function readPageOnce(document: Document): Page {
  const url = document.location?.href ?? document.URL;
  let kept = pages.get(document);
  if (kept?.url !== url || kept.version !== version) {
    let page: Page;
    try {
      page = readPage(document, url);
    } catch {
      page = { kind: 'other', main: undefined, products: [] };
    }
    kept = { url, version, page };
    pages.set(document, kept);
  }
  return kept.page;
}
