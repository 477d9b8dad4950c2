import { html, nothing } from 'lit/html.js';
import { ignoreKeyRepeat } from '../internal/ignore-key-repeat.js';
import type { MessagesController } from '../internal/messages-controller.js';
import type { PanelController } from '../internal/panel-controller.js';
import type { messages } from './preferences.messages.js';

interface DialogOptions {
  open: boolean;
  panel: PanelController;
  say: MessagesController<typeof messages>;
  heading: unknown;
  /** Rendered only while it is open. */
  content: () => unknown;
}

/** The button that opens it, and the dialog. */
export function renderDialog({ open, panel, say, heading, content }: DialogOptions): unknown {
  return html`<button
      class="root trigger"
      part="trigger"
      type="button"
      aria-haspopup="dialog"
      @click=${panel.toggle}
      @keydown=${ignoreKeyRepeat}
    >
      <slot name="trigger">${say.say('open')}</slot>
    </button>
    <dialog
      class="root panel"
      part="panel"
      aria-labelledby="title"
      @click=${panel.onDialogClick}
      @close=${panel.onDialogClose}
    >
      ${
        open
          ? html`<div class="header">
                ${heading}
                <button
                  class="close"
                  part="close"
                  type="button"
                  aria-label=${say.say('close')}
                  @click=${panel.close}
                  @keydown=${ignoreKeyRepeat}
                >
                  <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18" /></svg>
                </button>
              </div>
              <div class="body">${content()}</div>`
          : nothing
      }
    </dialog>`;
}
