import { html, nothing } from 'lit/html.js';
import { safeUrl } from '../../browser/safe-url.js';
import type { Viewed } from '../../store/viewed.js';
import { formatPrice } from '../internal/format-price.js';
import { ignoreKeyRepeat } from '../internal/ignore-key-repeat.js';

/** How long a remembered price is shown: a wrong price is worse than none. */
const PRICE_MS = 24 * 60 * 60 * 1000;

interface CardOptions {
  viewed: Viewed;
  /** Where it stands: prices are written in that place's language. */
  host: Element;
  onPress: (event: MouseEvent) => void;
}

export function renderCard({ viewed: { product, viewedAt }, host, onPress }: CardOptions): unknown {
  const { id, name = id, image, url, variant, price, currency } = product;
  const fresh = price !== undefined && Date.now() - viewedAt < PRICE_MS;
  return html`<li class="card" part="card">
    <span class="picture" part="picture"
      >${safeUrl(image) ? html`<img src=${safeUrl(image) ?? nothing} alt="" width="160" height="160" loading="lazy" decoding="async" />` : nothing}</span
    >
    ${
      safeUrl(url)
        ? html`<a
            class="name"
            part="name"
            href=${safeUrl(url) ?? nothing}
            @click=${onPress}
            @auxclick=${onPress}
            @keydown=${ignoreKeyRepeat}
            >${name}</a
          >`
        : html`<span class="name" part="name">${name}</span>`
    }
    ${variant ? html`<span class="variant">${variant}</span>` : nothing}
    ${fresh ? html`<span class="price" part="price">${formatPrice(host, price, currency)}</span>` : nothing}
  </li>`;
}
