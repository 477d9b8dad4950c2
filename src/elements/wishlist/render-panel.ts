import { html, nothing } from 'lit/html.js';
import { ignoreKeyRepeat } from '../internal/ignore-key-repeat.js';
import type { PanelController } from '../internal/panel-controller.js';
import type { Say } from './say.js';

interface PanelOptions {
  mode: 'drawer' | 'popover';
  open: boolean;
  panel: PanelController;
  say: Say;
  /** Rendered only while it is open. */
  content: () => unknown;
}

/** The drawer or the popover, with its title and its close button. */
export function renderPanel({ mode, open, panel, say, content }: PanelOptions): unknown {
  const inner = open
    ? html`<div class="header">
          ${renderTitle(say('title'))}
          <button
            class="close"
            part="close"
            type="button"
            aria-label=${say('close')}
            @click=${panel.close}
            @keydown=${ignoreKeyRepeat}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18" /></svg>
          </button>
        </div>
        ${content()}`
    : nothing;
  return mode === 'drawer'
    ? html`<dialog
        class="root panel drawer"
        part="panel"
        aria-labelledby="title"
        @click=${panel.onDialogClick}
        @close=${panel.onDialogClose}
      >
        ${inner}
      </dialog>`
    : html`<div
        class="root panel popover"
        id="panel"
        part="panel"
        popover="auto"
        role="dialog"
        aria-labelledby="title"
        @beforetoggle=${panel.onBeforeToggle}
        @toggle=${panel.onToggle}
      >
        ${inner}
      </div>`;
}

export function renderTitle(title: string): unknown {
  return html`<div class="title" id="title">
    <slot name="heading"><h2>${title}</h2></slot>
  </div>`;
}
