import { html, nothing } from 'lit/html.js';
import { ignoreKeyRepeat } from '../internal/ignore-key-repeat.js';
import type { Say } from './say.js';

interface BadgeOptions {
  /** How many products are wished for. */
  count: number;
  host: Element & { mode: string; open: boolean };
  say: Say;
  onPress: () => void;
}

/**
 * The button that opens the list. A popover is opened by the browser, which otherwise would close it at the press that is
 * to close it, for us to open it again; a modal dialog covers the badge, so that `aria-expanded` would tell nothing.
 */
export function renderBadge({ count, host, say, onPress }: BadgeOptions): unknown {
  const popover = host.mode === 'popover';
  return html`<button
    class="root badge"
    part="badge"
    type="button"
    aria-label=${say('count', { count })}
    aria-haspopup="dialog"
    aria-expanded=${popover ? host.open : nothing}
    popovertarget=${popover ? 'panel' : nothing}
    @click=${popover ? nothing : onPress}
    @keydown=${ignoreKeyRepeat}
  >
    <slot name="icon"
      ><svg viewBox="0 0 24 24" aria-hidden="true">
        <path
          d="M12 20.7C5.6 15.6 2.8 12.3 2.8 8.7a4.9 4.9 0 0 1 9.2-2.3 4.9 4.9 0 0 1 9.2 2.3c0 3.6-2.8 6.9-9.2 12Z"
        /></svg></slot
    ><span class="count" part="count" ?hidden=${count === 0}>${count}</span>
  </button>`;
}
