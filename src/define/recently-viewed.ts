import { CueRecentlyViewed } from '../elements/recently-viewed/recently-viewed.js';
import { defineElement } from '../elements/internal/define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'cue-recently-viewed': CueRecentlyViewed;
  }
}

defineElement('cue-recently-viewed', CueRecentlyViewed);
