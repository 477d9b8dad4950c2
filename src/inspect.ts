/** The script-tag entry for developers: `<script type="module" src=".../inspect.js">` puts an inspector onto the page. */
import { attempt } from './browser/report.js';
import { defineElement } from './elements/internal/define-element.js';
import { CueInspector } from './inspector/inspector.js';

declare global {
  interface HTMLElementTagNameMap {
    'cue-inspector': CueInspector;
  }
}

attempt('the inspector could not be shown', () => {
  defineElement('cue-inspector', CueInspector);
  if (!document.querySelector('cue-inspector')) document.body.append(document.createElement('cue-inspector'));
});
