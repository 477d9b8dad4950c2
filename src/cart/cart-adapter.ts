import type { Product } from '../events/product.js';
import type { CartLine, CartState } from '../store/cart.js';
import type { Refusal } from '../store/incentive-life.js';

/** What is to be put into the cart. */
export interface CartAddition {
  product: Product;
  /** Pieces, at least 1. */
  quantity: number;
  /** The platform's own identifier of the variant, where it differs from the product's id. */
  variantId?: string;
  /** The shop's own form, if there is one: fields that only the shop understands (engraving, subscription …) go along. */
  form?: HTMLFormElement;
  /** The button of that form that was pressed: what it is called and worth goes along, too. */
  submitter?: HTMLElement | null;
}

/** Why the shop did not do it. */
export type CartRefusal =
  'sold-out' | 'quantity-limit' | 'variant-missing' | 'rate-limited' | 'session-expired' | 'offline' | 'unknown';

/** What the shop said of an addition. */
export type CartAnswer = CartState | CartLine | 'unconfirmed' | void;

/** Which page of the shop this is, as far as buying goes. */
export type CartPage =
  | { kind: 'cart' | 'checkout' }
  /** The confirmation of an order. */
  | { kind: 'order'; id: string; value?: number; currency?: string };

/**
 * A shop's cart, whatever software it runs on. Money is a decimal number, whatever the platform counts in. What its
 * methods reject with is a {@link CartError}. Calls never overlap: each is settled, or aborted, before the next.
 */
export interface CartAdapter {
  /** Two adapters of one name are one. */
  name: string;
  /** The whole cart as the shop has it now; `undefined` where this page cannot tell. */
  read?(signal: AbortSignal): Promise<CartState | undefined>;
  /** What `variantId`, or else the product's id, will be in the line that this addition makes. */
  variantOf?(addition: CartAddition): string | undefined;
  /**
   * Fulfilled when the shop has confirmed; with the whole cart, or the line that it added to, if the answer had it.
   * `unconfirmed` when the shop answered with a page that says neither yes nor no: the next reading of the cart decides.
   */
  add(addition: CartAddition, signal: AbortSignal): Promise<CartAnswer>;
  /** Changes the number of pieces of a line; 0 takes it out. As `add` otherwise. */
  change?(line: CartLine, quantity: number, signal: AbortSignal): Promise<CartState | void>;
  /**
   * Uses a code, or an offer that the shop's server has signed, for this cart.
   *
   * @returns `applied`, or why not
   */
  applyCode?(code: string, signal: AbortSignal): Promise<'applied' | Refusal>;
  /** Calls back when something on this page, the kit excepted, may have changed the cart. */
  watch?(changed: () => void): () => void;
  /** Calls back when the shopper looks at the cart without a page of its own: a drawer, a dialog. */
  watchView?(viewed: () => void): () => void;
  /** Calls back when the shopper leaves for a checkout on which the kit does not run. */
  watchCheckout?(left: () => void): () => void;
  page?(): CartPage | undefined;
}
