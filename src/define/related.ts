import { CueRelated } from '../elements/related/related.js';
import { defineElement } from '../elements/internal/define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'cue-related': CueRelated;
  }
}

defineElement('cue-related', CueRelated);
