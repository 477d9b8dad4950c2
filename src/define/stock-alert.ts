import { CueStockAlert } from '../elements/stock-alert/stock-alert.js';
import { defineElement } from '../elements/internal/define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'cue-stock-alert': CueStockAlert;
  }
}

defineElement('cue-stock-alert', CueStockAlert);
