import { CuePrompt } from '../elements/prompt/prompt.js';
import { defineElement } from '../elements/internal/define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'cue-prompt': CuePrompt;
  }
}

defineElement('cue-prompt', CuePrompt);
