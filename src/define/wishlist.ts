import { defineElement } from '../elements/internal/define-element.js';
import { CueWishlist } from '../elements/wishlist/wishlist.js';

declare global {
  interface HTMLElementTagNameMap {
    'cue-wishlist': CueWishlist;
  }
}

defineElement('cue-wishlist', CueWishlist);
