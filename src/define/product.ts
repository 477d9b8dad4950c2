import { defineElement } from '../elements/internal/define-element.js';
import { CueProduct } from '../elements/product/product.js';

declare global {
  interface HTMLElementTagNameMap {
    'cue-product': CueProduct;
  }
}

defineElement('cue-product', CueProduct);
