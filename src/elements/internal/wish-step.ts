import { emit } from '../../events/emit.js';
import { FactEvent } from '../../events/fact-event.js';
import type { Product } from '../../events/product.js';
import { request, RequestEvent } from '../../events/request-event.js';
import { productDetail } from '../../events/to-items.js';
import { addWish, removeWish } from '../../store/wish.js';

/**
 * The step that a shopper takes with a wish: asks the shop, keeps it, tells it. At once, unless the shop answers later.
 *
 * @returns whether the step was taken; rejects when the shop's own handling of it failed
 */
export function wishStep(
  source: Element,
  product: Product,
  wished: boolean,
  action: string,
): boolean | Promise<boolean> {
  const answer = request(
    source,
    new RequestEvent(wished ? 'cue-request-add-to-wishlist' : 'cue-request-remove-from-wishlist', { product }),
  );
  if (answer === false) return false;

  function done(): true {
    if (wished) addWish(product);
    else removeWish(product.id);
    const detail = productDetail(product, { from: 'element', element: source.localName, action });
    emit(source, new FactEvent(wished ? 'cue-add-to-wishlist' : 'cue-remove-from-wishlist', detail));
    return true;
  }

  return answer === true ? done() : answer.then(done);
}
