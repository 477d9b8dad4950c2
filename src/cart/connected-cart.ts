import { pageSingleton } from '../browser/page-singleton.js';
import type { Cause } from '../events/vocabulary.js';
import { createDeclared } from '../store/create-declared.js';
import type { CartAdapter, CartAddition } from './cart-adapter.js';

/** Who took a step: the element that the fact is told from, and what the fact says of it. */
export interface CartStep {
  source?: Element;
  cause?: Cause;
}

/** The shop's cart, connected with `$cart` and with the facts of the kit. */
export interface CartConnection {
  adapter: CartAdapter;
  /**
   * Asks by `cue-request-add-to-cart`, adds, and tells `cue-add-to-cart`.
   *
   * @returns whether it was done; not so when a listener vetoed it
   * @throws {CartError} when the shop did not do it, or not all of it
   */
  add(addition: CartAddition, step?: CartStep): Promise<boolean>;
  /** As {@link CartConnection.add}, with `cue-request-change-cart`, for a line that `$cart` has; 0 takes it out. */
  change(lineKey: string, quantity: number, step?: CartStep): Promise<boolean>;
  /** Looks at the cart soon. @param here whether something on this page may have changed it */
  refresh(here?: boolean): void;
  stop(): void;
}

const connected = createDeclared<CartConnection>('$connectedCarts');

/** The carts that this page is connected with. What a shop's own script connects may come after the elements that are to use it. */
export const $connectedCarts: (typeof connected)['$declared'] = connected.$declared;

/** @returns takes it back */
export const declareConnected = (connection: CartConnection): (() => void) => connected.declare([connection]);

/** The cart that this page is connected with, if it is. */
export const connectedCart = (): CartConnection | undefined => $connectedCarts.get()[0];

/** The one that was only found; it gives way to what the shop connects itself. */
export const foundCart = (): { connection?: CartConnection } => pageSingleton('found cart', () => ({}));
