import { html, nothing } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Viewed } from '../../store/viewed.js';
import { ignoreKeyRepeat } from '../internal/ignore-key-repeat.js';
import type { MessagesController } from '../internal/messages-controller.js';
import type { messages } from './recently-viewed.messages.js';
import { renderCard } from './render-card.js';

interface ListOptions {
  shown: readonly Viewed[];
  host: Element & { layout: string; clearable: boolean };
  say: MessagesController<typeof messages>;
  onClear: () => void;
  onPress: (index: number, event: MouseEvent) => void;
}

/** The heading, the button that forgets, and the cards. */
export function renderList({ shown, host, say, onClear, onPress }: ListOptions): unknown {
  const grid = host.layout === 'grid';
  // A row that scrolls must be within reach of the keyboard, by its links or by itself.
  const focusable = !grid && !shown.some(({ product }) => product.url);
  return html`<section class="root" aria-labelledby="title">
    <div class="header" part="header">
      <div id="title">
        <slot name="heading"><h2>${say.say('title')}</h2></slot>
      </div>
      ${
        host.clearable
          ? html`<button
              class="clear"
              part="clear"
              type="button"
              aria-label=${say.say('clearNamed')}
              @click=${onClear}
              @keydown=${ignoreKeyRepeat}
            >
              ${say.say('clear')}
            </button>`
          : nothing
      }
    </div>
    <ul
      class=${grid ? 'grid' : 'row'}
      part="list"
      role="list"
      tabindex=${focusable ? 0 : nothing}
      aria-labelledby=${focusable ? 'title' : nothing}
    >
      ${repeat(
        shown,
        ({ product }) => product.id,
        (viewed, index) => renderCard({ viewed, host, onPress: (event) => onPress(index, event) }),
      )}
    </ul>
  </section>`;
}
