import { CuePreferences } from '../elements/preferences/preferences.js';
import { defineElement } from '../elements/internal/define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'cue-preferences': CuePreferences;
  }
}

defineElement('cue-preferences', CuePreferences);
