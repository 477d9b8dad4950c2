import { html, nothing } from 'lit/html.js';
import { safeUrl } from '../../browser/safe-url.js';
import type { Product } from '../../events/product.js';
import { formatPrice } from '../internal/format-price.js';

interface CardOptions {
  product: Product;
  /** Where it stands: prices are written in that place's language. */
  host: Element;
  /** What the price before a reduction is called. */
  was: (price: string) => string;
  /** Why it is suggested. */
  reason: string | undefined;
}

export function renderCard({ product, host, was, reason }: CardOptions): unknown {
  const { name, image, url, price, listPrice, currency } = product;
  const before = price !== undefined && listPrice && listPrice > price && formatPrice(host, listPrice, currency);
  return html`<span class="picture" part="picture"
      >${safeUrl(image) ? html`<img src=${safeUrl(image) ?? nothing} alt="" loading="lazy" decoding="async" width="180" height="180" />` : nothing}</span
    ><a part="link" href=${safeUrl(url) ?? nothing}><span class="name">${name}</span></a>
    <span class="price" part="price"
      >${price === undefined ? nothing : formatPrice(host, price, currency)}
      ${before ? html`<s aria-hidden="true">${before}</s><span class="hidden">${was(before)}</span>` : nothing}</span
    >
    ${reason ? html`<span class="reason" part="reason"><span>${reason}</span></span>` : nothing}`;
}
