import { CueShareButton } from '../elements/share-button/share-button.js';
import { defineElement } from '../elements/internal/define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'cue-share-button': CueShareButton;
  }
}

defineElement('cue-share-button', CueShareButton);
