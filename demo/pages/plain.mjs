// @ts-check
import { findProduct, products } from '../catalog.mjs';
import { html } from '../html.mjs';
import { card } from './card.mjs';
import { related } from './related.mjs';

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
    ${related({
      heading: 'Goes with what you think about',
      list: 'wishlist-page',
      by: 'wishlist',
      instead: html`<section aria-labelledby="more">
        <div class="shelf-head"><h2 id="more">Often thought about</h2></div>
        <div class="grid">
          ${some(['armful-vase', 'cooks-knife-18', 'sunday-carafe', 'long-lunch-tablecloth']).map((product) => card(product, { microdata: true }))}
        </div>
      </section>`,
    })}`,
});

/** @returns {import('./layout.mjs').Page} */
export const privacyPage = () => ({
  title: 'What we know about you',
  description: 'What this shop remembers, where, and how to make it forget.',
  path: '/privacy',
  body: html` <header class="page-head">
      <h1>What we know about you</h1>
      <p>
        Little. What there is stands below, on your own device, where you can allow it, take it along or throw it away.
      </p>
    </header>
    <div class="privacy">
      <cue-preferences class="sheet" purposes="personalization analytics"></cue-preferences>
      <div class="privacy-words">
        <h2>On your device</h2>
        <p>
          Your wishes, because you asked for them. What you have looked at, so that you find it again, and how people
          walk through the shop, without a name: both only as long as you allow it here.
        </p>
        <h2>With us</h2>
        <p>
          Your basket, your account and your orders. An address that you leave for the letter or for word of a product
          goes on that one list, and nowhere else: not to who counts visits, and not into any record of them.
        </p>
        <p>This is a demonstration: all of it is gone when the server stops.</p>
        <noscript
          ><p class="trouble">
            Without JavaScript nothing is remembered on your device, so there is nothing to show.
          </p></noscript
        >
      </div>
    </div>`,
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
