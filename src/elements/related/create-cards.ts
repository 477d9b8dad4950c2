import { html } from 'lit/html.js';
import type { MessagesController } from '../internal/messages-controller.js';
import { fillCard } from './fill-card.js';
import { keepChildren } from './keep-children.js';
import { moveAmongCards } from './move-among-cards.js';
import { nameProduct } from './name-product.js';
import type { messages } from './related.messages.js';
import { renderCard } from './render-card.js';
import type { Reasoned } from './suggest.js';

/** What the cards of a box go by. */
interface Box extends HTMLElement {
  noWishlist: boolean;
}

export interface Cards {
  /** What stands in the item of a product. */
  render(suggestion: Reasoned): unknown;
  /** Puts into the page what stands in slots of the items; to be called after each rendering. */
  fill(suggestions: readonly Reasoned[]): void;
}

/**
 * Cards of the kit's own, with a wishlist button in each, or the shop's, after its template. Buttons and the shop's cards
 * are children of the element, not of its shadow tree: see `keepChildren`.
 */
export function createCards(box: Box, say: MessagesController<typeof messages>): Cards {
  moveAmongCards(box);
  const keep = keepChildren(box);
  const template = () => box.querySelector<HTMLTemplateElement>(':scope > template[slot=card]');
  const reasonOf = ({ reason }: Reasoned) => reason && say.say(reason.did, { name: reason.name });
  return {
    render(suggestion) {
      const { product } = suggestion;
      if (template()) return html`<slot name="card-${product.id}"></slot>`;
      const was = (price: string) => say.say('was', { price });
      return [
        renderCard({ product, host: box, was, reason: reasonOf(suggestion) }),
        html`<slot name="wish-${product.id}"></slot>`,
      ];
    },
    fill(suggestions) {
      const own = template();
      const wanted = own || !box.noWishlist ? suggestions : [];
      keep(
        wanted.map((suggestion) => {
          const { product } = suggestion;
          const reason = reasonOf(suggestion);
          return own
            ? {
                slot: `card-${product.id}`,
                key: JSON.stringify([product, reason, say.language]),
                make: () => fillCard(own, product, box, reason),
              }
            : {
                slot: `wish-${product.id}`,
                key: JSON.stringify(product),
                make: () => nameProduct(box.ownerDocument.createElement('cue-wishlist-button'), product),
              };
        }),
      );
    },
  };
}
