import { CueSignUp } from '../elements/sign-up/sign-up.js';
import { defineElement } from '../elements/internal/define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'cue-sign-up': CueSignUp;
  }
}

defineElement('cue-sign-up', CueSignUp);
