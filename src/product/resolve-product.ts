import type { Product } from '../events/product.js';
import { givenProduct } from './given-product.js';

type FromPage = typeof import('./resolve-from-page.js').resolveFromPage;

let fromPage: FromPage | undefined;

const alone = (given: Partial<Product>): Product | undefined => {
  const id = given.id ?? (given.url && new URL(given.url).pathname);
  return id ? { ...given, id } : undefined;
};

/**
 * Which product an element stands for: what its own attributes say, then those of the nearest `<cue-product>` around it,
 * then the card it stands in, then the page's product. What is written on the page by hand goes before what was found,
 * field by field, as long as it is about the same product.
 *
 * An identifier, a name and a plain price (`12.50`) are enough: then the answer comes at once, and the page reader is not
 * even loaded. Otherwise the first answer is a promise, and later ones come at once. Never throws, never rejects: a
 * product that cannot be told is `undefined`. Ask again when `watchPage` calls: the answer holds for the page as it was.
 */
export function resolveProduct(element: Element): Product | undefined | Promise<Product | undefined> {
  const given = givenProduct(element);
  if (given.id && given.name && given.price) return alone(given);
  if (fromPage) return fromPage(element);
  return import('./resolve-from-page.js').then(
    (module) => {
      fromPage = module.resolveFromPage;
      return fromPage(element);
    },
    () => alone(given),
  );
}
