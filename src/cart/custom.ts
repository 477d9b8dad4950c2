import type { CartAdapter } from './cart-adapter.js';
import { cartError } from './cart-error.js';
import type { Fetch } from './ask-shop.js';
import { postForm } from './post-form.js';

/** What a shop with software of its own says about its cart; all of it may be left out. */
export type CustomCart = Partial<Omit<CartAdapter, 'name'>> & { fetch?: Fetch };

/**
 * The cart of a shop with software of its own. Whatever is not given is done as HTML would: what has a form is sent by
 * it, to the form's own address. A shop that answers `cue-request-add-to-cart` with `respondWith()` needs nothing here.
 */
export function customCart({
  fetch = (url, init) => globalThis.fetch(url, init),
  ...own
}: CustomCart = {}): CartAdapter {
  return {
    name: 'custom',
    async add({ form, quantity, submitter }, signal) {
      if (!form) throw cartError('unknown');
      const fields = form.elements.namedItem('quantity') ? { quantity: String(quantity) } : {};
      await postForm(fetch, form, fields, signal, submitter);
      return own.read && 'unconfirmed';
    },
    ...own,
  };
}
