// @ts-check
import { findProduct, products, shop } from '../catalog.mjs';
import { html } from '../html.mjs';
import { findOffer, offers } from '../incentives.mjs';
import { money, sum } from '../money.mjs';
import { MAX_QUANTITY, priceCart } from '../sessions.mjs';
import { picturePath, productPath } from '../structured-data.mjs';
import { card } from './card.mjs';
import { related } from './related.mjs';

/** @param {ReturnType<typeof priceCart>} cart */
export const totals = (cart) =>
  html`<dl class="totals" data-totals>
    <div>
      <dt>Things</dt>
      <dd>${sum(cart.goods)}</dd>
    </div>
    ${
      cart.discount
        ? html`<div>
            <dt>${cart.offer?.name}</dt>
            <dd>${sum(-cart.discount)}</dd>
          </div>`
        : ''
    }
    ${
      cart.offer?.kind === 'gift'
        ? html`<div>
            <dt>${cart.offer.name}</dt>
            <dd>On us</dd>
          </div>`
        : ''
    }
    ${
      cart.goods >= shop.giftFrom
        ? html`<div>
            <dt>A tea towel</dt>
            <dd>On us</dd>
          </div>`
        : ''
    }
    <div>
      <dt>Delivery</dt>
      <dd>${cart.shipping === 0 ? 'Free' : sum(cart.shipping)}</dd>
    </div>
    <div class="totals-all">
      <dt>Total <span class="tax">incl. VAT</span></dt>
      <dd>${sum(cart.total)}</dd>
    </div>
  </dl>`;

/** @param {import('../sessions.mjs').PricedLine} line */
export const lineName = (line) =>
  html`${line.product.name}${line.variant ? html`<span class="line-variant">${line.variant.label}</span>` : ''}`;

/** @param {import('../sessions.mjs').PricedLine} line */
const row = (line) =>
  html`<li class="line">
    <img src="${picturePath(line.product, line.variant)}" alt="" width="800" height="1000" />
    <div class="line-words">
      <h2><a href="${productPath(line.product, line.variant)}">${lineName(line)}</a></h2>
      <p class="line-each">${money(line.price)} each</p>
      <div class="line-forms">
        <form action="/cart/update" method="post" class="line-amount">
          <input type="hidden" name="key" value="${line.key}" />
          <label
            >Amount <span class="hush">of ${line.product.name}</span>
            <input
              name="quantity"
              type="number"
              inputmode="numeric"
              min="0"
              max="${MAX_QUANTITY}"
              value="${line.quantity}"
              required
          /></label>
          <button class="button small plain-button" type="submit">Update</button>
        </form>
        <form action="/cart/remove" method="post">
          <input type="hidden" name="key" value="${line.key}" /><button class="link-button" type="submit">
            Remove<span class="hush"> ${line.product.name}</span>
          </button>
        </form>
      </div>
    </div>
    <p class="line-total">${sum(line.total)}</p>
  </li>`;

const forTheBasket = offers.filter(({ code }) => code);

/**
 * A field for a code; what became of the last one, for who has no scripts and who has.
 * @param {import('../sessions.mjs').Session} session
 */
const codeForm = ({ incentive, refused }) =>
  html`${forTheBasket.map(
    ({ id, lasts }) =>
      html`<cue-incentive
        mine
        incentive="${id}"
        ${incentive?.id === id ? html` outcome="applied"` : refused?.id === id ? html` outcome="${refused.reason}"` : ''}
        >${lasts ? html`<cue-countdown incentive="${id}"></cue-countdown>` : ''}</cue-incentive
      >`,
  )}
  ${
    incentive
      ? html`<form action="/cart/code" method="post">
          <input type="hidden" name="code" value="" /><button class="link-button" type="submit">
            Take ${findOffer(incentive.id)?.name} out again
          </button>
        </form>`
      : html`<form action="/cart/code" method="post" class="code-form">
          <label for="code">Code</label>
          <div class="letter-row">
            <input
              id="code"
              name="code"
              autocomplete="off"
              autocapitalize="characters"
              maxlength="40"
              required
            /><button class="button small" type="submit">Use it</button>
          </div>
        </form>`
  }`;

/** @param {import('./layout.mjs').Context} context @returns {import('./layout.mjs').Page} */
export function cartPage({ session }) {
  const cart = priceCart(session);
  const missing = shop.freeShippingFrom - cart.goods;
  return {
    title: 'Basket',
    description: 'What you are about to take home.',
    here: '/cart',
    hidden: true,
    room: 'room-cart',
    body:
      cart.lines.length === 0
        ? html` <header class="page-head">
              <h1>An empty basket</h1>
              <p>Which is a fine place to begin. These leave the shop most often:</p>
            </header>
            <div class="grid">
              ${['slow-mug', 'four-napkins', 'weeknight-pan', 'one-stem-vase'].map((slug) => card(findProduct(slug) ?? /** @type {import('../catalog.mjs').Product} */ (products[0]), { level: 2, microdata: true }))}
            </div>`
        : html` <header class="page-head">
              <h1>Basket</h1>
              <cue-cart-progress
                free-shipping="${shop.freeShippingFrom}"
                currency="${shop.currency}"
              ></cue-cart-progress>
              <noscript
                ><p>
                  ${missing > 0 ? html`${sum(missing)} more and delivery is free.` : 'Delivery is on us.'}
                </p></noscript
              >
            </header>
            <div class="till">
              <ul class="lines">
                ${cart.lines.map(row)}
              </ul>
              <aside class="till-side" aria-label="Sum">
                ${totals(cart)} ${codeForm(session)}
                <a class="button wide" href="/checkout">To the till</a>
                <p class="till-note">
                  Packed in paper, sent by bicycle within Ghent and by post beyond it. Thirty days to change your mind.
                </p>
              </aside>
            </div>
            ${related({ heading: 'Goes with what you have', list: 'cart-page', by: 'cart', strategies: 'bought related trending' })}
            <cue-recently-viewed class="shelf"></cue-recently-viewed>`,
  };
}
