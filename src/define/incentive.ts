import { CueIncentive } from '../elements/incentive/incentive.js';
import { defineElement } from '../elements/internal/define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'cue-incentive': CueIncentive;
  }
}

defineElement('cue-incentive', CueIncentive);
