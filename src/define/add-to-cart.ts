import { CueAddToCart } from '../elements/add-to-cart/add-to-cart.js';
import { defineElement } from '../elements/internal/define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'cue-add-to-cart': CueAddToCart;
  }
}

defineElement('cue-add-to-cart', CueAddToCart);
