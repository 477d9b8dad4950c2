// @ts-check
import { findCategory, findVariant, offerOf, products, shop } from '../catalog.mjs';
import { html } from '../html.mjs';
import { wordsOf } from '../languages.mjs';
import { money } from '../money.mjs';
import { MAX_QUANTITY } from '../sessions.mjs';
import { availabilityName, breadcrumbData, picturePath, productData, productPath } from '../structured-data.mjs';
import { card, priceTag } from './card.mjs';
import { film } from './film.mjs';
import { related } from './related.mjs';
import { reviewSection } from './reviews.mjs';

/** @typedef {import('../catalog.mjs').Product} Product */

/** @type {Record<import('../catalog.mjs').Availability, string>} */
export const availabilityWords = {
  'in-stock': 'On the shelf, leaves us tomorrow',
  low: 'Only a few left',
  out: 'Sold out for now',
  preorder: 'Preorder: made for you, see below',
};

/** Two from the same shelf and two from others, always the same ones for a product. @param {Product} product */
function companions(product) {
  const near = products.filter((each) => each.category === product.category && each !== product);
  const far = products.filter((each) => each.category !== product.category);
  const pick = (/** @type {Product[]} */ list, /** @type {number} */ at) =>
    /** @type {Product} */ (list[at % list.length]);
  return [
    pick(near, product.place),
    pick(far, product.place * 5 + 3),
    pick(near, product.place + 2),
    pick(far, product.place * 3 + 17),
  ];
}

/** @param {Product} product @param {import('../catalog.mjs').Variant | undefined} shown */
function choices(product, shown) {
  if (!product.option) return '';
  return html`<fieldset class="choice">
    <legend>${product.option}</legend>
    ${product.variants.map(
      (variant) =>
        html`<label class="pick"
          ><input
            type="radio"
            name="variant"
            value="${variant.key}"
            ${variant === shown ? html` checked` : ''}
            data-price="${variant.price.toFixed(2)}"
            data-price-words="${money(variant.price)}"
            ${variant.listPrice === undefined ? '' : html` data-list-words="${money(variant.listPrice)}"`}
            data-availability="${variant.availability}"
            data-availability-name="${availabilityName(variant.availability)}"
            data-sku="${variant.sku}"
            data-picture="${picturePath(product, variant)}"
            data-detail="${picturePath(product, variant, 'detail')}"
            data-table="${picturePath(product, variant, 'table')}"
          /><span class="pick-face"
            >${
              variant.colour
                ? html`<svg class="dot" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
                    <circle cx="10" cy="10" r="9.5" fill="${variant.colour}" />
                  </svg>`
                : ''
            }<span>${variant.label}</span>${product.option === 'Size' ? html` <span class="pick-price">${money(variant.price)}</span>` : ''}${variant.availability === 'out' ? html` <span class="pick-price">sold out</span>` : ''}</span
          ></label
        > `,
    )}
  </fieldset>`;
}

/** @param {import('./layout.mjs').Context} context @param {Product} product @returns {import('./layout.mjs').Page} */
export function productPage(context, product) {
  const { lang, nonce, origin, url } = context;
  const words = wordsOf(lang);
  const category = /** @type {NonNullable<ReturnType<typeof findCategory>>} */ (findCategory(product.category));
  const variant = findVariant(product, url.searchParams.get('variant'));
  const { sku, price, listPrice, availability } = offerOf(product, variant);
  const path = productPath(product);
  const sold = availability === 'out';
  return {
    title: product.name,
    description: product.blurb,
    path,
    kind: 'product',
    image: picturePath(product, variant),
    here: product.category,
    room: 'room-product',
    meta: [
      ['product:retailer_item_id', sku],
      ['product:price:amount', price.toFixed(2)],
      ['product:price:currency', shop.currency],
      [
        'product:availability',
        { 'in-stock': 'in stock', low: 'in stock', out: 'out of stock', preorder: 'preorder' }[availability],
      ],
      ['product:brand', product.maker],
    ],
    data: [
      productData(origin, product, variant),
      breadcrumbData(origin, [
        ['Home', '/'],
        [category.name, `/category/${category.slug}`],
        [product.name, path],
      ]),
    ],
    body: html` <nav class="crumbs" aria-label="Breadcrumb">
        <ol>
          <li><a href="/">Home</a></li>
          <li><a href="/category/${category.slug}">${category.name}</a></li>
          <li><span aria-current="page">${product.name}</span></li>
        </ol>
      </nav>
      <div class="thing">
        <div class="gallery">
          <img
            class="gallery-main"
            data-view="picture"
            src="${picturePath(product, variant)}"
            alt="${product.name}${variant?.colour ? `, ${variant.label}` : ''}"
            width="800"
            height="1000"
            fetchpriority="high"
          />
          <img
            data-view="detail"
            src="${picturePath(product, variant, 'detail')}"
            alt="${product.name}, close up"
            width="800"
            height="800"
          />
          <img
            data-view="table"
            src="${picturePath(product, variant, 'table')}"
            alt="${product.name} among other things on a table"
            width="1000"
            height="1000"
          />
          ${film(product, nonce)}
        </div>
        <div class="thing-words">
          <p class="kicker">${product.maker}</p>
          <h1>${product.name}</h1>
          <p class="thing-blurb">${product.blurb}</p>
          <p class="thing-price" data-price>${priceTag(price, listPrice)} <span class="tax">incl. VAT</span></p>
          <cue-add-to-cart cart-url="/cart"
            ><form class="add" action="/cart/add" method="post" data-add>
              <input type="hidden" name="slug" value="${product.slug}" />
              ${choices(product, variant)}
              <p class="stock stock-${availability}" data-stock>${availabilityWords[availability]}</p>
              <div class="add-row">
                <label class="amount"
                  ><span class="hush">How many</span
                  ><input
                    name="quantity"
                    type="number"
                    inputmode="numeric"
                    min="1"
                    max="${MAX_QUANTITY}"
                    value="1"
                    required
                /></label>
                <button class="button" type="submit" data-add-button${sold ? html` disabled` : ''}>
                  ${sold ? 'Sold out' : availability === 'preorder' ? 'Preorder' : 'Add to basket'}
                </button>
              </div>
            </form></cue-add-to-cart
          >
          <cue-stock-alert availability="${availabilityName(availability)}"
            ><form action="/alerts" method="post">
              <input type="hidden" name="product" value="${sku}" data-cue="product-id" />
              <input type="hidden" name="kind" value="back-in-stock" data-cue="kind" />
              <label for="alert">Tell me when it is back</label>
              <div class="letter-row">
                <input id="alert" name="email" type="email" autocomplete="email" maxlength="120" required />
                <button class="button plain-button" type="submit">Tell me</button>
              </div>
            </form></cue-stock-alert
          >
          <cue-cart-progress free-shipping="${shop.freeShippingFrom}" currency="${shop.currency}"></cue-cart-progress>
          <p class="thing-wish">
            <cue-wishlist-button label="${words.keep}"></cue-wishlist-button>
            <cue-share-button label="${words.share}"></cue-share-button>
          </p>
          <details class="thing-less">
            <summary>Tell me when it costs less</summary>
            <cue-stock-alert kind="price-drop"
              ><form action="/alerts" method="post">
                <input type="hidden" name="product" value="${sku}" data-cue="product-id" />
                <input type="hidden" name="kind" value="price-drop" data-cue="kind" />
                <label for="less">We write once, when its price is lower than today’s</label>
                <div class="letter-row">
                  <input id="less" name="email" type="email" autocomplete="email" maxlength="120" required />
                  <button class="button plain-button" type="submit">Tell me</button>
                </div>
              </form></cue-stock-alert
            >
          </details>
          <div class="thing-story">${product.story.map((text) => html`<p>${text}</p> `)}</div>
          <h2 class="thing-facts-title">The facts</h2>
          <dl class="facts">
            ${[...product.facts, /** @type {[string, string]} */ (['Number', sku])].map(([term, detail]) => html`<div><dt>${term}</dt><dd${term === 'Number' ? html` data-sku` : ''}>${detail}</dd></div>\n`)}
          </dl>
        </div>
      </div>
      ${reviewSection(context, product, variant)}
      ${related({
        heading: 'Gets on well with',
        list: 'product-page',
        instead: html`<section aria-labelledby="companions">
          <div class="shelf-head"><h2 id="companions">Gets on well with</h2></div>
          <div class="grid">${companions(product).map((each) => card(each, { microdata: true }))}</div>
        </section>`,
      })}
      <cue-recently-viewed class="shelf" clearable
        ><h2 slot="heading">You had a look at these</h2></cue-recently-viewed
      >`,
  };
}
