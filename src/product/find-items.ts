import { isItem, itemsOf, localName, typesOf, type Item } from './item.js';
import { isProductItem } from './product-from-item.js';

/** In what relation to the page an item stands. */
export type Role =
  /** The page names it as what it is about (`mainEntity`). */
  | 'main'
  /** It stands by itself. */
  | 'page'
  /** It is one of a list. */
  | 'list'
  /** It is named beside another thing: related, mentioned, reviewed. */
  | 'aside';

export interface Found {
  item: Item;
  role: Role;
}

const roleOf = (property: string, role: Role): Role => {
  if (role === 'aside') return role;
  if (/^mainEntity/.test(property)) return 'main';
  if (/^(@graph|itemOffered)$/.test(property)) return role;
  return /^(item|itemListElement)$/.test(property) ? 'list' : 'aside';
};

const articleTypes = /^(.*article|.*posting|recipe|howto|qapage|faqpage)$/;

/** All products that structured data describes, with their relation to the page, and whether it describes an article. */
export function findItems(values: unknown[]): { found: Found[]; article: boolean } {
  const found: Found[] = [];
  const seen = new Set<unknown>();
  let article = false;
  const visit = (value: unknown, role: Role, depth: number): void => {
    if (Array.isArray(value)) for (const one of value) visit(one, role, depth);
    else if (isItem(value) && !seen.has(value) && depth < 12) {
      seen.add(value);
      const offered = typesOf(value).includes('offer') && itemsOf(value, 'itemOffered')[0];
      if (offered && !itemsOf(offered, 'offers').length) offered.offers = value;
      if (isProductItem(value)) {
        found.push({ item: value, role });
        for (const variant of itemsOf(value, 'hasVariant')) seen.add(variant);
      } else if (role === 'page' && depth < 3 && typesOf(value).some((type) => articleTypes.test(type))) article = true;
      const inside = isProductItem(value) ? 'aside' : role;
      for (const [key, child] of Object.entries(value)) {
        if (typeof child === 'object' && !/offers|review|brand/i.test(key))
          visit(child, roleOf(localName(key), inside), depth + 1);
      }
    }
  };
  visit(values, 'page', 0);
  return { found, article };
}
