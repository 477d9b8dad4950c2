import { CueGate } from '../elements/gate/gate.js';
import { defineElement } from '../elements/internal/define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'cue-gate': CueGate;
  }
}

defineElement('cue-gate', CueGate);
