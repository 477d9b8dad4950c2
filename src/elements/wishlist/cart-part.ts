import { html, nothing } from 'lit/html.js';
import { attempt, report } from '../../browser/report.js';
import { safeUrl } from '../../browser/safe-url.js';
import type { CartError } from '../../cart/cart-error.js';
import { useCart } from '../../cart/use-cart.js';
import type { Product } from '../../events/product.js';
import { isGone } from '../../store/changes-since.js';
import { $present } from '../../store/present.js';
import type { Wish } from '../../store/wishlist.js';
import { MessagesController } from '../internal/messages-controller.js';
import { wishStep } from '../internal/wish-step.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { messages } from './cart-part.messages.js';
import { nameOf } from './render-row.js';
import { partStyles } from './part.styles.js';
import type { PartHost, RowStep, WishlistPart } from './wishlist-part.js';

/** A button of each row that moves its product to the shop's cart. Its own removal follows only when the shop has it. */
export function createPart({ element, take, leave, present, isPending }: PartHost): WishlistPart {
  const texts = new MessagesController(element, messages);
  adoptStyles(element, partStyles);
  /** Products of which the shop wants to know more: they are chosen on their own pages. */
  const incomplete = new Set<string>();

  function move(wish: Wish, product: Product, button: HTMLElement): RowStep {
    const text = texts.say('moved', { name: nameOf(product) });
    return {
      async run() {
        const cart = await useCart();
        const cause = { from: 'element' as const, element: element.localName, action: 'move-to-cart' };
        if (!(await cart.add({ product, quantity: 1 }, { source: element, cause }))) return false;
        try {
          if (await wishStep(element, wish.product, false, 'move-to-cart'))
            leave(wish, { text, undo: () => wishStep(element, wish.product, true, 'undo') });
        } catch (error) {
          // It is in the cart: told otherwise, the shopper would buy it twice.
          report('a wish that was moved to the cart could not be taken off the list', error);
        }
        return true;
      },
      done: () => text,
      failed(error) {
        const { reason, message } = error as Partial<CartError>;
        const isKnown = reason !== undefined && reason in messages;
        if (reason === 'variant-missing') incomplete.add(product.id);
        if (!isKnown && !(reason && message)) return false;
        const told = message || texts.say(reason as keyof typeof messages);
        attempt('a failure could not be told', async () => {
          const { tellFailure } = await import('../internal/tell-failure.js');
          await element.updateComplete;
          await tellFailure(button.isConnected ? button : buttonOf(product.id), told);
        });
        return true;
      },
    };
  }

  /** The link that has taken the button's place. */
  function buttonOf(id: string): HTMLElement | null | undefined {
    const rows = [...element.renderRoot.querySelectorAll('li')];
    return rows.find(({ dataset }) => dataset.id === id)?.querySelector<HTMLElement>('.move');
  }

  return {
    action(wish) {
      const product = present(wish.product);
      const name = nameOf(product);
      // What was sold out when it was kept may be there again: only what the shop says now counts.
      if (isGone($present.get().get(product.id) ?? {})) return undefined;
      if (incomplete.has(product.id) && safeUrl(product.url))
        return html`<a
          class="action move"
          part="move"
          href=${safeUrl(product.url) ?? nothing}
          aria-label=${texts.say('chooseOptionsNamed', { name })}
          >${texts.say('chooseOptions')}</a
        >`;
      const busy = isPending(product.id) || nothing;
      return html`<button
        class="action move"
        part="move"
        type="button"
        aria-label=${texts.say('moveNamed', { name })}
        aria-busy=${busy}
        aria-disabled=${busy}
        @click=${(event: MouseEvent) => {
          if (event.detail < 2) void take(product.id, move(wish, product, event.currentTarget as HTMLElement));
        }}
      >
        ${texts.say('move')}
      </button>`;
    },
  };
}
