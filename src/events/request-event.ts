import type { Product } from './product.js';

/** One of the lists that a shopper has given a name. */
export interface NamedList {
  id: string;
  name: string;
}

/** What the kit asks for before it acts: name of the DOM event → its detail. */
export interface RequestDetails {
  /** `variantId` is the platform's own identifier, where it differs from the product's. */
  'cue-request-add-to-cart': { product: Product; quantity: number; variantId?: string };
  /** A wish is put on a list with a name; it may be on others, too. */
  'cue-request-add-to-list': { product: Product; list: NamedList };
  'cue-request-add-to-wishlist': { product: Product };
  /** From `before` to `quantity` pieces of a line of the cart; 0 takes it out. */
  'cue-request-change-cart': { product: Product; key: string; before: number; quantity: number };
  /** The list's id is ours, unless the answer is an object with another `id`. Also asked when a deletion is undone. */
  'cue-request-create-list': { list: NamedList };
  /** The wishes on the list stay wishes. */
  'cue-request-delete-list': { list: NamedList };
  'cue-request-remove-from-list': { product: Product; list: NamedList };
  'cue-request-remove-from-wishlist': { product: Product };
  'cue-request-rename-list': { list: NamedList; before: string };
  /** `method` is `native` for the system's dialog, `copy`, `email` or a network's name; `url` the link with its campaign parameters. */
  'cue-request-share': { method: string; url: string; title?: string; text?: string; product?: Product };
  /** What these products are now (price, availability): to be answered with an array of products. */
  'cue-request-wishlist-products': { products: Product[] };
  /** Never with the shopper's address: who performs the step takes it from the form, or from the element's `formData`. */
  'cue-request-newsletter-sign-up': { newsletter: string };
  /** Never with the text or who wrote it: who performs the step takes them from the form, or from the element's `formData`. */
  'cue-request-review': { product?: Product; rating?: number };
  /** Never with what was entered, either. */
  'cue-request-sign-up': { method: string };
  /** Never with the address either. */
  'cue-request-stock-alert-sign-up': { product: Product; kind: 'back-in-stock' | 'price-drop' };
}

export type RequestEventName = keyof RequestDetails;

/**
 * Asked before a step is taken. A shop can veto the step with `preventDefault()`, or perform it itself with
 * `respondWith(promise)`, as in the Fetch and Navigation APIs: the fact follows only when the promise is fulfilled.
 */
export class RequestEvent<E extends RequestEventName = RequestEventName> extends CustomEvent<RequestDetails[E]> {
  declare readonly type: E;
  #response: Promise<unknown> | undefined;

  constructor(type: E, detail: RequestDetails[E]) {
    super(type, { detail, bubbles: true, composed: true, cancelable: true });
  }

  /** The promise that a listener gave, if one did. */
  get response(): Promise<unknown> | undefined {
    return this.#response;
  }

  /**
   * Takes the step over from the kit. Must be called while the event is being dispatched; the first call counts.
   *
   * @throws {DOMException} `InvalidStateError` when another listener has answered already, or the dispatch is over.
   */
  respondWith(response: PromiseLike<unknown> | (() => PromiseLike<unknown>)): void {
    if (this.#response || this.eventPhase === Event.NONE) {
      throw new DOMException(
        this.#response ? `${this.type} has been answered already` : `respondWith() came too late for ${this.type}`,
        'InvalidStateError',
      );
    }
    // A function that throws has taken the step over as well, and failed.
    this.#response = new Promise((resolve) => resolve(typeof response === 'function' ? response() : response));
    // Whoever dispatched the event handles the failure; without this, one that comes before it looks would reach the host's error tracker.
    this.#response.catch(() => {});
  }
}

/**
 * Asks, and says what was answered: `true` to go ahead at once, `false` when the shop vetoed the step, or the promise
 * of the shop that performs it itself.
 */
export function request(source: Element, event: RequestEvent): boolean | Promise<unknown> {
  const allowed = source.dispatchEvent(event);
  return allowed && (event.response ?? true);
}
