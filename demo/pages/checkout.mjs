// @ts-check
import { html } from '../html.mjs';
import { icon } from '../icons.mjs';
import { sum } from '../money.mjs';
import { priceCart } from '../sessions.mjs';
import { picturePath } from '../structured-data.mjs';
import { lineName, totals } from './cart.mjs';

const countries = { BE: 'Belgium', NL: 'Netherlands', LU: 'Luxembourg', DE: 'Germany', FR: 'France' };

/** @type {{ name: string, label: string, type: string, autocomplete: string, test: (value: string) => boolean, complaint: string, half?: boolean }[]} */
const fields = [
  {
    name: 'email',
    label: 'E-mail, for the receipt',
    type: 'email',
    autocomplete: 'email',
    test: (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
    complaint: 'An e-mail address looks like name@example.com.',
  },
  {
    name: 'name',
    label: 'Name',
    type: 'text',
    autocomplete: 'name',
    test: (value) => value.length > 1,
    complaint: 'Tell us whose door it is.',
  },
  {
    name: 'street',
    label: 'Street and number',
    type: 'text',
    autocomplete: 'address-line1',
    test: (value) => value.length > 3,
    complaint: 'The post needs a street and a number.',
  },
  {
    name: 'postcode',
    label: 'Postcode',
    type: 'text',
    autocomplete: 'postal-code',
    test: (value) => /^[A-Za-z0-9 -]{4,10}$/.test(value),
    complaint: 'A postcode has four to ten letters and digits.',
    half: true,
  },
  {
    name: 'city',
    label: 'Town',
    type: 'text',
    autocomplete: 'address-level2',
    test: (value) => value.length > 1,
    complaint: 'Which town?',
    half: true,
  },
];

/** What is wrong with an address, by field. @param {Record<string, string>} values */
export function checkAddress(values) {
  /** @type {Record<string, string>} */
  const complaints = {};
  for (const field of fields)
    if (!field.test((values[field.name] ?? '').trim())) complaints[field.name] = field.complaint;
  if (!Object.hasOwn(countries, values.country ?? '')) complaints.country = 'We send to Belgium and its neighbours.';
  return complaints;
}

/** Only what the order keeps. @param {Record<string, string>} values */
export const addressOf = (values) =>
  Object.fromEntries(
    [...fields.map((field) => field.name), 'country'].map((name) => [name, (values[name] ?? '').trim().slice(0, 120)]),
  );

/**
 * @param {import('./layout.mjs').Context} context
 * @param {{ values?: Record<string, string>, complaints?: Record<string, string> }} [state]
 * @returns {import('./layout.mjs').Page}
 */
export function checkoutPage({ session }, { values = {}, complaints = {} } = {}) {
  const cart = priceCart(session);
  const known = { country: 'BE', email: session.account?.email ?? '', name: session.account?.name ?? '', ...values };
  const wrong = Object.keys(complaints);
  const value = (/** @type {string} */ name) => /** @type {Record<string, string>} */ (known)[name] ?? '';
  const complaint = (/** @type {string} */ name) =>
    complaints[name] ? html`<span class="complaint" id="${name}-complaint">${complaints[name]}</span>` : '';
  const invalid = (/** @type {string} */ name) =>
    complaints[name] ? html` aria-invalid="true" aria-describedby="${name}-complaint"` : '';
  return {
    title: 'The till',
    description: 'Where it should go, and how.',
    here: '/cart',
    hidden: true,
    room: 'room-cart',
    body: html` <header class="page-head">
        <h1>The till</h1>
        <p>No account needed. Nothing is charged: this shop is a demonstration.</p>
      </header>
      ${
        wrong.length
          ? html`<div class="trouble" role="alert">
              <h2>${wrong.length === 1 ? 'One thing is not right yet' : `${wrong.length} things are not right yet`}</h2>
              <ul>
                ${wrong.map((name) => html`<li><a href="#field-${name}">${complaints[name]}</a></li>`)}
              </ul>
            </div>`
          : ''
      }
      <form class="till" action="/checkout" method="post" novalidate>
        <div class="sheet">
          <h2>Where should it go?</h2>
          <div class="fields">
            ${fields.map(
              (field) =>
                html`<label class="field${field.half ? ' field-half' : ''}"
                  ><span>${field.label}</span
                  ><input
                    id="field-${field.name}"
                    name="${field.name}"
                    type="${field.type}"
                    autocomplete="${field.autocomplete}"
                    value="${value(field.name)}"
                    maxlength="120"
                    required${invalid(field.name)}
                  />${complaint(field.name)}</label
                > `,
            )}
            <label class="field"
              ><span>Country</span
              ><select id="field-country" name="country" autocomplete="country" ${invalid('country')}>
                ${Object.entries(countries).map(([code, name]) => html`<option value="${code}" ${value('country') === code ? html` selected` : ''}>${name}</option>`)}</select
              >${complaint('country')}</label
            >
          </div>
          <fieldset class="choice choice-tall">
            <legend>How would you like to pay?</legend>
            <label class="pick"
              ><input type="radio" name="payment" value="transfer" checked /><span class="pick-face"
                >Bank transfer, when it arrives</span
              ></label
            >
            <label class="pick"
              ><input type="radio" name="payment" value="shop" /><span class="pick-face"
                >In the shop, when you collect it</span
              ></label
            >
          </fieldset>
        </div>
        <aside class="till-side" aria-label="Your order">
          <h2>Once more, slowly</h2>
          <ul class="review">
            ${cart.lines.map((line) => html`<li><img src="${picturePath(line.product, line.variant)}" alt="" width="800" height="1000" /><span>${line.quantity} × ${lineName(line)}</span><span class="review-sum">${sum(line.total)}</span></li>`)}
          </ul>
          ${totals(cart)}
          <button class="button wide" type="submit">Place the order</button>
          <p class="till-note"><a href="/cart">Change something</a></p>
        </aside>
      </form>`,
  };
}

/** @param {import('../sessions.mjs').Order} order @returns {import('./layout.mjs').Page} */
export const thanksPage = (order) => ({
  title: 'Thank you',
  description: 'Your order is with us.',
  hidden: true,
  room: 'room-thanks',
  path: '/thank-you',
  body: html` <section class="thanks">
    <div class="thanks-words">
      <p class="kicker">Order ${order.number}</p>
      <h1>Thank you, ${(order.address.name ?? '').split(' ')[0]}.</h1>
      <p>
        We are wrapping it in paper now. A note goes to ${order.address.email} when it leaves us; it would, at least, if
        this were a real shop.
      </p>
      <ul class="review">
        ${order.lines.map((line) => html`<li><img src="${picturePath(line.product, line.variant)}" alt="" width="800" height="1000" /><span>${line.quantity} × ${lineName(line)}</span><span class="review-sum">${sum(line.total)}</span></li>`)}
      </ul>
      <dl class="totals">
        <div>
          <dt>Delivery</dt>
          <dd>${order.shipping === 0 ? 'Free' : sum(order.shipping)}</dd>
        </div>
        <div class="totals-all">
          <dt>Total</dt>
          <dd>${sum(order.total)}</dd>
        </div>
      </dl>
      ${order.incentive ? html`<cue-incentive incentive="${order.incentive}" outcome="redeemed"></cue-incentive>` : ''}
      <p class="thanks-to">
        ${order.address.name}<br />${order.address.street}<br />${order.address.postcode} ${order.address.city}
      </p>
      <p>
        <a class="button" href="/">Back to the shelves</a>
        <a class="quiet" href="/account">Your orders ${icon('arrow', 'icon flip')}</a>
      </p>
    </div>
  </section>`,
});
