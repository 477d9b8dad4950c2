import type { Product } from '../events/product.js';
import { composedParent } from './composed-parent.js';
import { productFromAttributes } from './product-from-attributes.js';

type FromPage = typeof import('./resolve-from-page.js').resolveFromPage;

let fromPage: FromPage | undefined;

const alone = (given: Partial<Product>): Product | undefined =>
  given.id ? (given as Product) : given.url ? { ...given, id: new URL(given.url).pathname } : undefined;

/**
 * Which product an element stands for: what its own attributes say, then those of the nearest `<cue-product>` around it,
 * then the card it stands in, then the page's product. What is written on the page by hand goes before what was found,
 * field by field, as long as it is about the same product.
 *
 * An identifier together with a name is enough: then the answer comes at once, and the page reader is not even loaded.
 * Otherwise the first answer is a promise, and later ones come at once. Never throws, never rejects: a product that
 * cannot be told is `undefined`. Ask again when {@link watchPage} calls: the answer holds for the page as it was.
 */
export function resolveProduct(element: Element): Product | undefined | Promise<Product | undefined> {
  let given = productFromAttributes(element);
  for (let around = composedParent(element); around; around = composedParent(around)) {
    if (around.localName === 'cue-product') {
      const outer = productFromAttributes(around);
      if (!given.id || !outer.id || given.id === outer.id) given = { ...outer, ...given };
      break;
    }
  }
  if (given.id && given.name) return given as Product;
  if (fromPage) return fromPage(element, given) ?? alone(given);
  return import('./resolve-from-page.js').then(
    (module) => {
      fromPage = module.resolveFromPage;
      return fromPage(element, given) ?? alone(given);
    },
    () => alone(given),
  );
}
