import { CueVideo } from '../elements/video/video.js';
import { defineElement } from '../elements/internal/define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'cue-video': CueVideo;
  }
}

defineElement('cue-video', CueVideo);
