import type { FactEventName } from '../../events/vocabulary.js';

/** What a shopper does in a prompt, and has accepted it by that. */
export const acceptingFacts: readonly FactEventName[] = [
  'cue-add-to-cart',
  'cue-add-to-wishlist',
  'cue-begin-checkout',
  'cue-generate-lead',
  'cue-incentive-apply',
  'cue-incentive-copy',
  'cue-login',
  'cue-newsletter-sign-up',
  'cue-review',
  'cue-select-item',
  'cue-share',
  'cue-sign-up',
  'cue-stock-alert-sign-up',
  'cue-video-complete',
];
