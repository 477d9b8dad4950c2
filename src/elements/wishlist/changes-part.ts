import { html } from 'lit/html.js';
import { changesSince, isGone } from '../../store/changes-since.js';
import type { Change } from '../../store/changes-since.js';
import { $present } from '../../store/present.js';
import { formatPrice } from '../internal/format-price.js';
import { MessagesController } from '../internal/messages-controller.js';
import { StoreController } from '../internal/store-controller.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { asNow } from './as-now.js';
import { messages } from './changes-part.messages.js';
import { styles } from './changes-part.styles.js';
import { findPresent } from './find-present.js';
import { partStyles } from './part.styles.js';
import type { PartHost, WishlistPart } from './wishlist-part.js';

const keys = { 'back-in-stock': 'backInStock', 'low-stock': 'fewLeft', 'sold-out': 'soldOut' } as const;

/** What has changed since each product was wished for. Said in its row, and not announced: it was so when the list came. */
export function createPart({ element }: PartHost): WishlistPart {
  const texts = new MessagesController(element, messages);
  const present = new StoreController(element, $present);
  for (const sheet of [partStyles, styles]) adoptStyles(element, sheet);

  function text(change: Change): string {
    return change.kind === 'price-drop'
      ? texts.say('cheaper', { amount: formatPrice(element, change.amount, change.currency) })
      : texts.say(keys[change.kind]);
  }

  return {
    update: (wishes) => findPresent(element, wishes),
    present: (product) => asNow(product, present.value?.get(product.id)),
    note({ product }) {
      const now = present.value?.get(product.id);
      if (!now) return undefined;
      // That it cannot be had is worth knowing, even if it is no news.
      const changes: Change[] = isGone(now) ? [{ kind: 'sold-out' }] : changesSince(product, now);
      return changes.length
        ? html`<p class="changes">
            ${changes.map((change) => html`<span class="change ${change.kind}" part="change" dir="auto">${text(change)}</span> `)}
          </p>`
        : undefined;
    },
  };
}
