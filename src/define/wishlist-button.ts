import { defineElement } from '../elements/internal/define-element.js';
import { CueWishlistButton } from '../elements/wishlist-button/wishlist-button.js';

declare global {
  interface HTMLElementTagNameMap {
    'cue-wishlist-button': CueWishlistButton;
  }
}

defineElement('cue-wishlist-button', CueWishlistButton);
