import { localName, type Item } from './item.js';

interface Syntax {
  scope: string;
  type: string;
  property: string;
}

/** Microdata (HTML standard, 5.2) and RDFa Lite draw the same tree with other attributes. */
export const microdata: Syntax = { scope: 'itemscope', type: 'itemtype', property: 'itemprop' };
export const rdfa: Syntax = { scope: 'typeof', type: 'typeof', property: 'property' };

/** Where an element keeps its value for machines; the attributes exclude one another in practice. */
const valueAttributes = ['content', 'resource', 'href', 'src', 'datetime', 'value', 'data'];

const names = (element: Element, attribute: string): string[] =>
  element.getAttribute(attribute)?.trim().split(/\s+/) ?? [];

const valueOf = (element: Element): string => {
  const name = valueAttributes.find((attribute) => element.hasAttribute(attribute));
  return name ? element.getAttribute(name)! : element.textContent;
};

/** Reads the item that begins at an element. */
export function readScope(root: Element, syntax: Syntax, depth = 0): Item {
  // Without a prototype: a property may be called `toString`.
  const item: Item = { __proto__: null, '@type': names(root, syntax.type) };
  const visit = (element: Element, level: number): void => {
    const scope = element.hasAttribute(syntax.scope);
    const properties = names(element, syntax.property);
    if (properties.length && depth < 8) {
      const value = scope ? readScope(element, syntax, depth + 1) : valueOf(element);
      for (const property of properties) ((item[localName(property)] ??= []) as unknown[]).push(value);
    }
    if (!scope && level < 200) for (const child of element.children) visit(child, level + 1);
  };
  for (const child of root.children) visit(child, 0);
  for (const id of names(root, 'itemref')) {
    const other = root.ownerDocument.getElementById(id);
    if (other && !other.contains(root)) visit(other, 0);
  }
  return item;
}

/** The items of a page that are not a property of another one. */
export const readMarkup = (document: Document, syntax: Syntax): Item[] =>
  [...document.querySelectorAll(`[${syntax.scope}]`)]
    .filter((scope) => !scope.hasAttribute(syntax.property) || !scope.parentElement?.closest(`[${syntax.scope}]`))
    .map((scope) => readScope(scope, syntax));
