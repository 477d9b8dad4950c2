import { attempt } from '../../browser/report.js';
import type { Product } from '../../events/product.js';
import { productAttributes } from '../../product/product-attributes.js';
import { productFromAttributes } from '../../product/product-from-attributes.js';

/**
 * @summary Says which product the elements inside it stand for. Shows nothing of its own.
 *
 * Attributes: `product-id`, `name`, `price`, `currency`, `url`, `image`, `brand`, `category`, `variant`, `availability`,
 * `list-price`, `sku`, `gtin`, `mpn`.
 *
 * @fires {Event} cue-product-change - An attribute has changed, so that this is another product, or the same with other facts; does not bubble.
 */
export class CueProduct extends HTMLElement {
  static readonly cuekit = true;
  static readonly observedAttributes = productAttributes;
  #told = true;

  /** The product as the attributes describe it; `undefined` without an id. */
  get product(): Product | undefined {
    const { id, ...fields } = productFromAttributes(this);
    return id ? { id, ...fields } : undefined;
  }

  attributeChangedCallback(): void {
    if (!this.isConnected || !this.#told) return;
    this.#told = false;
    // A framework sets one attribute after the other: one event for all of them.
    queueMicrotask(() => {
      this.#told = true;
      attempt('a changed product could not be told', () => this.dispatchEvent(new Event('cue-product-change')));
    });
  }
}
