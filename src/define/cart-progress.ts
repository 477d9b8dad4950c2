import { CueCartProgress } from '../elements/cart-progress/cart-progress.js';
import { defineElement } from '../elements/internal/define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'cue-cart-progress': CueCartProgress;
  }
}

defineElement('cue-cart-progress', CueCartProgress);
