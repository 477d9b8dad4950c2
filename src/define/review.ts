import { CueReview } from '../elements/review/review.js';
import { defineElement } from '../elements/internal/define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'cue-review': CueReview;
  }
}

defineElement('cue-review', CueReview);
