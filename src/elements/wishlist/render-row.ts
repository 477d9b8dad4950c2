import { html, nothing } from 'lit/html.js';
import { safeUrl } from '../../browser/safe-url.js';
import type { Product } from '../../events/product.js';
import { formatPrice } from '../internal/format-price.js';
import type { Row } from './create-rows.js';
import type { SayInList } from './say.js';
import type { WishlistPart } from './wishlist-part.js';

interface RowOptions {
  row: Row;
  /** As it is shown. */
  product: Product;
  /** Name of the button that takes it off, where that is not off the wishlist. */
  removeLabel: string | undefined;
  /** Whether the shop is being asked about it. */
  pending: boolean;
  /** Where it stands: prices are written in that place's language. */
  host: Element;
  say: SayInList;
  parts: readonly WishlistPart[];
  onPress: (event: MouseEvent) => void;
}

export function renderRow(options: RowOptions): unknown {
  const { row, product, pending, host, say, parts, onPress } = options;
  const { wish, removal } = row;
  const name = nameOf(product);
  const busy = pending || nothing;
  if (removal) {
    return html`<p class="removed">${removal.text}</p>
      <button
        class="undo"
        part="undo"
        type="button"
        aria-label=${say('undoNamed', { name })}
        aria-busy=${busy}
        aria-disabled=${busy}
        @click=${onPress}
      >
        ${say('undo')}
      </button>`;
  }
  const asked = <T>(ask: (part: WishlistPart) => T | undefined): T[] => parts.flatMap((part) => ask(part) ?? []);
  const actions = asked(({ action }) => action?.(wish));
  const more = [
    ...asked(({ note }) => note?.(wish)),
    ...(actions.length ? [html`<div class="actions">${actions}</div>`] : []),
    ...asked(({ below }) => below?.(wish)),
  ];
  return html`${renderPicture(product)}
    <div class="text">
      ${renderName(product)} ${product.variant ? html`<span class="variant">${product.variant}</span>` : nothing}
      ${renderPrice(product, host, say)}
    </div>
    ${more.length ? html`<div class="more">${more}</div>` : nothing}
    <button
      class="remove"
      part="remove"
      type="button"
      aria-label=${options.removeLabel ?? say('remove', { name })}
      aria-busy=${busy}
      aria-disabled=${busy}
      @click=${onPress}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18" /></svg>
    </button>`;
}

export function nameOf(product: Product): string {
  return product.name ?? product.id;
}

export function renderPicture({ image }: Product): unknown {
  return html`<span class="picture"
    >${safeUrl(image) ? html`<img src=${safeUrl(image) ?? nothing} alt="" width="72" height="72" loading="lazy" />` : nothing}</span
  >`;
}

export function renderName(product: Product): unknown {
  const name = nameOf(product);
  return safeUrl(product.url)
    ? html`<a href=${safeUrl(product.url) ?? nothing}>${name}</a>`
    : html`<span>${name}</span>`;
}

export function renderPrice({ price, listPrice, currency }: Product, host: Element, say: SayInList): unknown {
  if (price === undefined) return nothing;
  const before = listPrice && listPrice > price ? formatPrice(host, listPrice, currency) : undefined;
  return html`<span class="price"
    >${formatPrice(host, price, currency)}
    ${
      before
        ? html`<s aria-hidden="true">${before}</s><span class="hidden">${say('was', { price: before })}</span>`
        : nothing
    }</span
  >`;
}
