// @ts-check
import { findProduct, products } from '../catalog.mjs';
import { html } from '../html.mjs';
import { card } from './card.mjs';

const some = (/** @type {string[]} */ slugs) => slugs.flatMap((slug) => findProduct(slug) ?? []);

/** @returns {import('./layout.mjs').Page} */
export const wishlistPage = () => ({
  title: 'Wishlist',
  description: 'What you are still thinking about.',
  here: '/wishlist',
  hidden: true,
  body: html` <header class="page-head">
      <h1>Still thinking</h1>
      <p>Everything you marked, on this device. It waits.</p>
    </header>
    <div class="wishes"><cue-wishlist lists share move-to-cart source="/wishlist"></cue-wishlist></div>
    <noscript
      ><p class="trouble">The wishlist needs JavaScript. Everything else in this shop works without it.</p></noscript
    >
    <section class="shelf" aria-labelledby="more">
      <div class="shelf-head"><h2 id="more">Often thought about</h2></div>
      <div class="grid">
        ${some(['armful-vase', 'cooks-knife-18', 'sunday-carafe', 'long-lunch-tablecloth']).map((product) => card(product, { microdata: true }))}
      </div>
    </section>`,
});

/** @returns {import('./layout.mjs').Page} */
export const missingPage = () => ({
  title: 'Not on any shelf',
  description: 'This page is not here.',
  hidden: true,
  path: '/404',
  room: 'room-missing',
  body: html` <section class="missing">
      <div>
        <p class="kicker">404</p>
        <h1>Not on any shelf</h1>
        <p>
          We looked under the counter as well. It may have sold out, moved, or never been. The
          <a href="/">front door</a> is still open, and the search knows all ${products.length} things by name.
        </p>
      </div>
      <img src="/pictures/missing.svg" alt="An empty plate." width="600" height="600" />
    </section>
    <section class="shelf" aria-labelledby="instead">
      <div class="shelf-head"><h2 id="instead">These are here</h2></div>
      <div class="grid">
        ${some(['salt-dish', 'twist-mill', 'porch-tumblers', 'tea-towel-pair']).map((product) => card(product, { microdata: true }))}
      </div>
    </section>`,
});

/** @param {string} title @param {string} message @returns {import('./layout.mjs').Page} */
export const troublePage = (title, message) => ({
  title,
  description: message,
  hidden: true,
  body: html`<header class="page-head">
    <h1>${title}</h1>
    <p>${message}</p>
    <p><a class="button" href="/cart">To the basket</a></p>
  </header>`,
});
