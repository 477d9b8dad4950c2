import type { RequestEventName } from './request-event.js';

/**
 * Every request's name, for those who listen to all of them. The type makes the list complete: a name that is missing here, or
 * that no element asks by, does not compile.
 */
export const requestNames: readonly RequestEventName[] = /* @__PURE__ */ Object.keys({
  'cue-request-add-to-cart': 0,
  'cue-request-add-to-list': 0,
  'cue-request-add-to-wishlist': 0,
  'cue-request-change-cart': 0,
  'cue-request-create-list': 0,
  'cue-request-delete-list': 0,
  'cue-request-newsletter-sign-up': 0,
  'cue-request-remove-from-list': 0,
  'cue-request-remove-from-wishlist': 0,
  'cue-request-rename-list': 0,
  'cue-request-review': 0,
  'cue-request-share': 0,
  'cue-request-sign-up': 0,
  'cue-request-stock-alert-sign-up': 0,
  'cue-request-wishlist-products': 0,
} satisfies Record<RequestEventName, 0>) as RequestEventName[];
