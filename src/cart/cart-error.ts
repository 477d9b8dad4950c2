import type { CartRefusal } from './cart-adapter.js';

/** The shop did not do it. `message` is what it said, in its own language, to be shown as it is; empty when it said nothing. */
export interface CartError extends Error {
  name: 'CartError';
  reason: CartRefusal;
  /** When to try again, as a length from now; only for `rate-limited`, and only if the shop said so. */
  retryAfterMs?: number;
}

export function cartError(reason: CartRefusal, message = '', retryAfterMs?: number): CartError {
  const error = { name: 'CartError' as const, reason, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  return Object.assign(new Error(message), error);
}

/** What went wrong, in the one form that elements know. */
export function toCartError(error: unknown): CartError {
  // By name: the shop's own code may have it from another copy of the kit.
  return (error as CartError | undefined)?.name === 'CartError' ? (error as CartError) : cartError('unknown');
}
