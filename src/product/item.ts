/**
 * One thing that structured data describes, in the form JSON-LD gives it: property names to values, nested things as
 * objects. Microdata and RDFa are read into the same form, so that one file knows what a product looks like.
 */
export type Item = Record<string, unknown>;

export const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A name without its vocabulary: `https://schema.org/Product`, `schema:Product` → `Product`. */
export const localName = (name: unknown): string =>
  String(name)
    .trim()
    .replace(/^.*[/#:]/s, '');

/** All values of a property, whether written alone, as a list or not at all, with or without its vocabulary. */
export function valuesOf(item: Item, name: string): unknown[] {
  const value = item[name] ?? item['schema:' + name] ?? item['http://schema.org/' + name];
  const list = isItem(value) ? (value['@list'] ?? value['@set'] ?? value) : value;
  return (Array.isArray(list) ? list.flat() : [list]).filter((one) => one != null && one !== '');
}

export const itemsOf = (item: Item, name: string): Item[] => valuesOf(item, name).filter(isItem);

/** The types of an item by local name, in small letters: authors write `product` too. */
export const typesOf = (item: Item): string[] => valuesOf(item, '@type').map((type) => localName(type).toLowerCase());
