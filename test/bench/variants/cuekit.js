import { CueWishlistButton } from '../../../src/elements/wishlist-button/wishlist-button.ts';

/** Ours, with the attributes that a shop would write. */
export const tag = 'cue-wishlist-button';
export const markup = (i) =>
  `<cue-wishlist-button product-id="p${i}" name="Product ${i}" price="24.90" currency="EUR"></cue-wishlist-button>`;
export const define = () => customElements.define(tag, CueWishlistButton);
