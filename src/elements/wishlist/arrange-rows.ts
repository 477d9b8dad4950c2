import { render } from 'lit/html.js';
import type { Row } from './create-rows.js';

/**
 * Keeps one `<li>` for each product, so that a row which stays is not touched when others go: it keeps its focus, its
 * picture and what is open in it. Lit's `repeat` does the same for any list, and weighs five times as much.
 */
export function createRowItems(
  host: object,
): (list: Element | null, rows: readonly Row[], template: (row: Row) => unknown) => void {
  const items = new Map<string, HTMLLIElement>();

  return (list, rows, template) => {
    const ids = new Set(rows.map(({ wish }) => wish.product.id));
    for (const [id, item] of items) {
      if (list && ids.has(id)) continue;
      item.remove();
      items.delete(id);
    }
    let next = list?.firstElementChild;
    for (const row of rows) {
      if (!list) return;
      const { id } = row.wish.product;
      let item = items.get(id);
      if (!item) {
        item = document.createElement('li');
        item.part.add('item');
        item.dataset.id = id;
        items.set(id, item);
      }
      if (item === next) next = item.nextElementSibling;
      else list.insertBefore(item, next ?? null);
      render(template(row), item, { host });
    }
  };
}
