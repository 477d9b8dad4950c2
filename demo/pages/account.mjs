// @ts-check
import { html } from '../html.mjs';
import { icon } from '../icons.mjs';
import { sum } from '../money.mjs';
import { picturePath } from '../structured-data.mjs';

const day = new Intl.DateTimeFormat('en-IE', { dateStyle: 'long' });

/**
 * @param {import('./layout.mjs').Context} context
 * @param {{ form?: 'sign-in' | 'sign-up', complaint?: string, email?: string, name?: string }} [state]
 * @returns {import('./layout.mjs').Page}
 */
export function accountPage({ session }, { form, complaint, email = '', name = '' } = {}) {
  const page = {
    description: 'Your orders and your details at Second Helping.',
    here: '/account',
    hidden: true,
    path: '/account',
  };
  const trouble = (/** @type {string} */ which) =>
    form === which ? html`<p class="trouble" role="alert">${complaint}</p>` : '';
  if (session.account) {
    const { orders } = session.account;
    return {
      ...page,
      title: 'Your account',
      body: html` <header class="page-head">
          <h1>Hello, ${session.account.name}</h1>
          <p>${session.account.email}</p>
          <cue-incentive incentive="DELIVERY" ${session.account.offered ? html` mine` : ''}
            ><cue-countdown incentive="DELIVERY"></cue-countdown
          ></cue-incentive>
        </header>
        <section class="orders" aria-labelledby="orders-title">
          <h2 id="orders-title">Your orders</h2>
          ${
            orders.length === 0
              ? html`<p>None yet. The shelves are <a href="/">this way</a>.</p>`
              : html`<ul class="order-list">
                  ${orders.map(
                    (order) =>
                      html`<li class="order">
                        <div class="order-pictures">
                          ${order.lines.slice(0, 4).map((line) => html`<img src="${picturePath(line.product, line.variant)}" alt="${line.product.name}" width="800" height="1000" />`)}
                        </div>
                        <div>
                          <h3>${order.number}</h3>
                          <p>
                            ${day.format(order.placedAt)},
                            ${order.lines.reduce((count, line) => count + line.quantity, 0)} things
                          </p>
                        </div>
                        <p class="order-total">${sum(order.total)}</p>
                      </li>`,
                  )}
                </ul>`
          }
          <form action="/account/sign-out" method="post">
            <button class="button plain-button" type="submit">Sign out</button>
          </form>
        </section>`,
    };
  }
  return {
    ...page,
    title: 'Account',
    body: html` <header class="page-head">
        <h1>Your account</h1>
        <p>Useful for finding an order again, and for nothing else. You can buy everything without one.</p>
      </header>
      <div class="doors">
        <form class="sheet" action="/account/sign-in" method="post">
          <h2>I have been here before</h2>
          ${trouble('sign-in')}
          <div class="fields">
            <label class="field"
              ><span>E-mail</span
              ><input
                name="email"
                type="email"
                autocomplete="username"
                value="${form === 'sign-in' ? email : ''}"
                maxlength="120"
                required
            /></label>
            <label class="field"
              ><span>Password</span
              ><input name="password" type="password" autocomplete="current-password" maxlength="120" required
            /></label>
          </div>
          <button class="button" type="submit">Sign in</button>
        </form>
        <section class="sheet" aria-labelledby="new-title">
          <h2 id="new-title">I am new</h2>
          <cue-sign-up progressive
            ><ul slot="reasons" class="reasons">
              <li>${icon('check')}<span>All your orders in one place</span></li>
              <li>${icon('check')}<span>A name, an address, a password: nothing else is asked</span></li>
              <li>${icon('check')}<span>The next delivery on us, for two hours from then on</span></li>
              <li>${icon('check')}<span>No letters, unless you ask for them below</span></li>
            </ul>
            <form action="/account/sign-up" method="post">
              ${trouble('sign-up')}
              <div class="fields">
                <label class="field"
                  ><span>E-mail</span
                  ><input
                    name="email"
                    type="email"
                    autocomplete="username"
                    value="${form === 'sign-up' ? email : ''}"
                    maxlength="120"
                    required
                /></label>
                <label class="field" data-cue="later"
                  ><span>Name</span><input name="name" autocomplete="name" value="${name}" maxlength="80" required
                /></label>
                <label class="field" data-cue="later"
                  ><span>Password, eight signs or more</span
                  ><input
                    name="password"
                    type="password"
                    autocomplete="new-password"
                    minlength="8"
                    maxlength="120"
                    required
                /></label>
              </div>
              <button class="button" type="submit">Make an account</button>
            </form></cue-sign-up
          >
        </section>
      </div>`,
  };
}
