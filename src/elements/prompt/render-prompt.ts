import { html, nothing } from 'lit/html.js';
import { ignoreKeyRepeat } from '../internal/ignore-key-repeat.js';
import type { Placement } from './placements.js';
import type { SurfaceController } from './surface-controller.js';

interface PromptOptions {
  placement: Placement;
  /** Edges: `start top`. */
  position: string;
  open: boolean;
  /** Whether the page waits for it. */
  modal: boolean;
  surface: SurfaceController;
  name: string;
  /** Heading that is not slotted. */
  label: string | undefined;
  hasHeading: boolean;
  hasActions: boolean;
  close: string;
  onClose: () => void;
  onSlotChange: () => void;
}

/** What appears, with its close button. */
export function renderPrompt(options: PromptOptions): unknown {
  const {
    placement,
    position,
    open,
    modal,
    surface,
    name,
    label,
    hasHeading,
    hasActions,
    close,
    onClose,
    onSlotChange,
  } = options;
  const classes = `root panel ${placement} ${position} ${hasHeading ? '' : 'bare'} ${open ? 'shown' : ''}`;
  const content = html`<div class="title" part="heading">
      <slot name="heading" @slotchange=${onSlotChange}>${label ? html`<h2 dir="auto">${label}</h2>` : nothing}</slot>
    </div>
    <div class="body" part="body"><slot @slotchange=${onSlotChange}></slot></div>
    <div class="actions" part="actions" ?hidden=${!hasActions}>
      <slot name="actions" @slotchange=${onSlotChange}></slot>
    </div>
    <button class="close" part="close" type="button" aria-label=${close} @click=${onClose} @keydown=${ignoreKeyRepeat}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18" /></svg>
    </button>`;
  if (modal)
    return html`<dialog
      class=${classes}
      part="panel"
      tabindex="-1"
      aria-label=${name}
      @cancel=${surface.onCancel}
      @close=${surface.onClosed}
      @click=${surface.onClick}
    >
      ${content}
    </dialog>`;
  return html`<div
    class=${classes}
    part="panel"
    tabindex="-1"
    popover=${placement === 'inline' ? nothing : 'manual'}
    role=${placement === 'bar' || placement === 'toast' || placement === 'inline' ? 'region' : 'dialog'}
    aria-label=${name}
    @toggle=${surface.onClosed}
  >
    ${content}
  </div>`;
}
