import { html, nothing } from 'lit/html.js';
import { safeUrl } from '../../browser/safe-url.js';
import type { Product } from '../../events/product.js';
import { fill } from '../internal/fill.js';
import { formatPrice } from '../internal/format-price.js';
import type { Row } from './create-rows.js';
import { messages } from './wishlist.messages.js';

interface RowOptions {
  row: Row;
  /** Whether the shop is being asked about it. */
  pending: boolean;
  /** Where it stands: prices are written in that place's language. */
  host: Element;
  onPress: (event: MouseEvent) => void;
}

export function renderRow({ row, pending, host, onPress }: RowOptions): unknown {
  const { product } = row.wish;
  const name = nameOf(product);
  const busy = pending || nothing;
  if (row.removed) {
    return html`<p class="removed">${fill(messages.removed, { name })}</p>
      <button
        class="undo"
        part="undo"
        type="button"
        aria-label=${fill(messages.undoNamed, { name })}
        aria-busy=${busy}
        aria-disabled=${busy}
        @click=${onPress}
      >
        ${messages.undo}
      </button>`;
  }
  return html`<span class="picture"
      >${safeUrl(product.image) ? html`<img src=${safeUrl(product.image) ?? nothing} alt="" width="72" height="72" loading="lazy" />` : nothing}</span
    >
    <div class="text">
      ${safeUrl(product.url) ? html`<a href=${safeUrl(product.url) ?? nothing}>${name}</a>` : html`<span>${name}</span>`}
      ${product.variant ? html`<span class="variant">${product.variant}</span>` : nothing} ${renderPrice(product, host)}
    </div>
    <button
      class="remove"
      part="remove"
      type="button"
      aria-label=${fill(messages.remove, { name })}
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

function renderPrice({ price, listPrice, currency }: Product, host: Element): unknown {
  if (price === undefined) return nothing;
  const before = listPrice && listPrice > price ? formatPrice(host, listPrice, currency) : undefined;
  return html`<span class="price"
    >${formatPrice(host, price, currency)}
    ${
      before
        ? html`<s aria-hidden="true">${before}</s><span class="hidden">${fill(messages.was, { price: before })}</span>`
        : nothing
    }</span
  >`;
}
