import { html, nothing } from 'lit/html.js';
import { safeUrl } from '../../browser/safe-url.js';
import type { Product } from '../../events/product.js';
import { formatPrice } from '../internal/format-price.js';
import { ignoreKeyRepeat } from '../internal/ignore-key-repeat.js';
import { formatTime } from './format-time.js';
import type { Chapter } from './read-chapters.js';
import type { messages } from './video.messages.js';

interface ChaptersOptions {
  chapters: readonly Chapter[];
  /** Which one plays; -1 for none. */
  current: number;
  say: (key: keyof typeof messages) => string;
  seek: (time: number) => void;
}

/** A row of buttons that go to their chapters. */
export function renderChapters({ chapters, current, say, seek }: ChaptersOptions): unknown {
  return html`<ol role="list" aria-label=${say('chapters')}>
    ${chapters.map(
      ({ start, title }, index) =>
        html`<li>
          <button
            part="chapter"
            type="button"
            aria-current=${index === current ? 'true' : nothing}
            @click=${() => seek(start)}
            @keydown=${ignoreKeyRepeat}
          >
            <span class="time">${formatTime(start)}</span> ${title}
          </button>
        </li>`,
    )}
  </ol>`;
}

/** The product of the chapter that plays, in a place that stays when there is none. */
export function renderCard(product: Product | undefined, host: Element): unknown {
  return html`<div class="place">${product ? renderProduct(product, host) : nothing}</div>`;
}

function renderProduct({ id, name, url, image, price, currency }: Product, host: Element): unknown {
  const content = html`<span class="picture"
      >${safeUrl(image) ? html`<img src=${safeUrl(image) ?? nothing} alt="" width="64" height="64" />` : nothing}</span
    ><span class="text"
      ><span class="name">${name ?? id}</span>${
        price === undefined ? nothing : html`<span>${formatPrice(host, price, currency)}</span>`
      }</span
    >`;
  return safeUrl(url)
    ? html`<a class="card" part="product" href=${safeUrl(url) ?? nothing}>${content}</a>`
    : html`<div class="card" part="product">${content}</div>`;
}
