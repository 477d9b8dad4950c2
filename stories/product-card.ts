import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Product } from '../src/events/product.js';

/** A card as a shop's list has it, with room for an element in the picture's corner and for another one below the price. */
export function productCard(product: Product, parts: { corner?: unknown; below?: unknown } = {}): TemplateResult {
  return html`<div class="card">
    <img src=${product.image ?? nothing} alt="" width="240" height="240" />
    ${parts.corner ? html`<div class="corner">${parts.corner}</div>` : nothing}
    <p><a href=${product.url ?? nothing}>${product.name}</a><br />${product.currency} ${product.price?.toFixed(2)}</p>
    ${parts.below ? html`<p>${parts.below}</p>` : nothing}
  </div>`;
}
