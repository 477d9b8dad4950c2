// Loaded late in a page, and here at once: a busy machine may take long to serve them, which no test is to wait for.
import '../../../src/cart/find-cart.js';
import '../../../src/elements/internal/tell-failure.js';
import '../../../src/elements/wishlist/cart-part.js';
import '../../../src/elements/wishlist/changes-part.js';
import '../../../src/elements/wishlist/list-view.js';
import '../../../src/elements/wishlist/lists-part.js';
import '../../../src/elements/wishlist/share-part.js';
import '../../../src/elements/wishlist/shared-part.js';
import '../../../src/product/read-page-once.js';
import type { CueWishlist } from '../../../src/elements/wishlist/wishlist.js';
import type { Product } from '../../../src/events/product.js';
import { $lists } from '../../../src/store/wish-lists.js';
import { $wishlist, addWish } from '../../../src/store/wishlist.js';
import { inside, mount, nextTask, until } from '../mount.js';

export const teapot: Product = { id: 't1', name: 'Teapot', price: 25, currency: 'EUR' };
export const cup: Product = { id: 't2', name: 'Cup', price: 5, currency: 'EUR' };

/** The newest comes first. */
export function wish(...products: readonly Product[]): void {
  let now = Date.now();
  for (const product of products.toReversed()) addWish(product, now++);
}

export const wished = (): string[] => $wishlist.get().map(({ product }) => product.id);
export const listNames = (): string[] => $lists.get().map(({ name }) => name);

export const rowOf = (element: Element, id: string): HTMLElement => inside(element, `li[data-id="${id}"]`);
export const rowIds = (element: Element): (string | undefined)[] =>
  [...element.shadowRoot!.querySelectorAll<HTMLElement>('li')].map(({ dataset }) => dataset.id);
export const status = (element: Element): string => inside(element, '[role=status]').textContent!;
export const focusedText = (element: Element): string | undefined =>
  element.shadowRoot!.activeElement?.textContent?.trim();
export const textOf = (element: Element): string => element.textContent!.replace(/\s+/g, ' ').trim();

/** The button, link or field in the element with this name; it must be there. */
export function named<E extends HTMLElement = HTMLButtonElement>(element: Element, name: string): E {
  const all = [...element.shadowRoot!.querySelectorAll<E>('button, a, select, input')];
  const nameOf = (one: E) => one.getAttribute('aria-label') ?? textOf(one.closest('label') ?? one);
  const found = all.find((one) => nameOf(one) === name);
  if (!found) throw new Error(`nothing is called “${name}” among: ${all.map(nameOf).join(', ')}`);
  return found;
}

export const has = (element: Element, selector: string): boolean =>
  Boolean(element.shadowRoot!.querySelector(selector));

/** With its parts, once this part of it is there. */
export async function mountWith(attributes: string, selector: string): Promise<CueWishlist> {
  const element = await mount<CueWishlist>(`<cue-wishlist ${attributes}></cue-wishlist>`);
  await until(`${selector} is there`, () => has(element, selector));
  return element;
}

export async function press(button: HTMLElement): Promise<void> {
  button.focus();
  button.click();
  await nextTask();
}
