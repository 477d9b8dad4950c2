import { CueCountdown } from '../elements/countdown/countdown.js';
import { defineElement } from '../elements/internal/define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'cue-countdown': CueCountdown;
  }
}

defineElement('cue-countdown', CueCountdown);
