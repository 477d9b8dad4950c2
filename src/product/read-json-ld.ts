import { isItem, type Item } from './item.js';
import { readLiteral } from './read-literal.js';

const parse = (text: string): unknown[] => {
  try {
    return [JSON.parse(text)];
  } catch {
    const source = text.replace(/<!\[CDATA\[|\]\]>/g, '').replace(/&quot;/g, '"');
    const values: unknown[] = [];
    // Several objects may stand one after the other, among remains of templates.
    for (let at = source.search(/[{[]/); at >= 0 && values.length < 50;) {
      const { value, end } = readLiteral(source, at, true);
      values.push(value);
      const next = source.slice(end).search(/[{[]/);
      at = next < 0 ? -1 : end + next;
    }
    return values;
  }
};

/**
 * The page's JSON-LD, a value for every block, as far as it can be read; references by `@id` are followed, so the result
 * may hold cycles.
 */
export function readJsonLd(document: Document): unknown[] {
  const values = [...document.querySelectorAll('script[type^="application/ld+json" i]')].flatMap((script) =>
    parse(script.textContent),
  );
  const known = new Map<unknown, Item>();
  const references: [holder: Record<string | number, unknown>, key: string | number, id: unknown][] = [];
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || !value || depth > 40) return;
    for (const [key, child] of Object.entries(value)) {
      if (isItem(child)) {
        const id = child['@id'];
        if (id && Object.keys(child).length === 1) references.push([value as Item, key, id]);
        else if (id) known.set(id, child);
      }
      visit(child, depth + 1);
    }
  };
  visit(values, 0);
  for (const [holder, key, id] of references) holder[key] = known.get(id) ?? holder[key];
  return values;
}
