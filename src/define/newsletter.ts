import { CueNewsletter } from '../elements/newsletter/newsletter.js';
import { defineElement } from '../elements/internal/define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'cue-newsletter': CueNewsletter;
  }
}

defineElement('cue-newsletter', CueNewsletter);
