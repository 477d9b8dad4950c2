// @ts-check
import { findVariant, offerOf, shop } from '../catalog.mjs';
import { html } from '../html.mjs';
import { money } from '../money.mjs';
import { availabilityUrl, picturePath, productPath } from '../structured-data.mjs';

/** @typedef {import('../catalog.mjs').Product} Product */

/** @param {Product} product */
const hasRange = (product) => new Set(product.variants.map((variant) => variant.price)).size > 1;

/** A price a person and a screen reader both understand. @param {number} price @param {number | undefined} listPrice @param {boolean} [from] */
export const priceTag = (price, listPrice, from = false) =>
  html`<span class="price"
    >${
      listPrice === undefined
        ? html`${from ? 'from ' : ''}${money(price)}`
        : html`<span class="hush">Now </span><ins>${money(price)}</ins> <span class="hush">before </span
            ><del>${money(listPrice)}</del>`
    }</span
  >`;

/** @param {Product} product */
const ribbon = (product) =>
  product.availability === 'out'
    ? 'Sold out'
    : product.availability === 'preorder'
      ? 'Preorder'
      : product.listPrice !== undefined
        ? `−${Math.round((1 - product.price / product.listPrice) * 100)} %`
        : product.fresh
          ? 'New'
          : product.availability === 'low'
            ? 'Last few'
            : '';

/**
 * A product in a list. With `microdata` the card says itself what it is; without, the page's ItemList does.
 * @param {Product} product
 * @param {{ microdata?: boolean, level?: 2 | 3 }} [options]
 */
export function card(product, { microdata = false, level = 3 } = {}) {
  const { price, listPrice, availability } = offerOf(product);
  const cheapest = hasRange(product) ? Math.min(...product.variants.map((variant) => variant.price)) : price;
  const path = productPath(product);
  const label = ribbon(product);
  const name = html`<a href="${path}"${microdata ? html` itemprop="url"` : ''}><span${microdata ? html` itemprop="name"` : ''}>${product.name}</span></a>`;
  const swatches = product.option === 'Colour' ? product.variants : [];
  return html`<article class="card" ${microdata ? html` itemscope itemtype="https://schema.org/Product"` : ''}>
    <div class="card-picture">
      <img
        src="${picturePath(product)}"
        alt=""
        width="800"
        height="1000"
        decoding="async"
        ${microdata ? html` itemprop="image"` : ''}
      />
      ${label ? html`<span class="ribbon"><bdi dir="ltr">${label}</bdi></span>` : ''}
      <cue-wishlist-button></cue-wishlist-button>
    </div>
    <div class="card-words">
      ${level === 2 ? html`<h2 class="card-name">${name}</h2>` : html`<h3 class="card-name">${name}</h3>`}
      <p class="card-maker" ${microdata ? html` itemprop="brand"` : ''}>${product.maker}</p>
      <p class="card-price">
        ${
          listPrice === undefined && cheapest !== price
            ? priceTag(cheapest, undefined, true)
            : priceTag(price, listPrice)
        }${
          swatches.length
            ? html`<span class="dots"
                ><span class="hush">, ${swatches.length} colours</span
                >${swatches.map((variant) => html`<svg class="dot" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><circle cx="6" cy="6" r="5.5" fill="${variant.colour}" /></svg>`)}</span
              >`
            : ''
        }
      </p>
      ${
        microdata
          ? html`<meta itemprop="sku" content="${product.sku}" /><meta
                itemprop="gtin13"
                content="${product.gtin}"
              /><span itemprop="offers" itemscope itemtype="https://schema.org/Offer"
                ><meta itemprop="price" content="${price.toFixed(2)}" /><meta
                  itemprop="priceCurrency"
                  content="${shop.currency}" /><link itemprop="availability" href="${availabilityUrl(availability)}"
              /></span>`
          : ''
      }
    </div>
  </article>`;
}

/** The same product inside `<cue-product>`, for shops that would rather say it outright. @param {Product} product */
export function explicitProduct(product, /** @type {import('../html.mjs').Html} */ inner) {
  const variant = findVariant(product);
  return html`<cue-product
    product-id="${variant?.sku ?? product.sku}"
    name="${product.name}"
    price="${product.price.toFixed(2)}"
    currency="${shop.currency}"
    brand="${product.maker}"
    url="${productPath(product)}"
    image="${picturePath(product)}"
    >${inner}</cue-product
  >`;
}
