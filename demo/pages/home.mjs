// @ts-check
import { categories, findProduct, products, shop } from '../catalog.mjs';
import { html } from '../html.mjs';
import { icon } from '../icons.mjs';
import { listData, picturePath, productPath } from '../structured-data.mjs';
import { card, explicitProduct, priceTag } from './card.mjs';
import { articles } from './journal.mjs';

/** @param {import('./layout.mjs').Context} context @returns {import('./layout.mjs').Page} */
export function home(context) {
  const fresh = products.filter((product) => product.fresh).slice(0, 4);
  const reduced = products.filter((product) => product.listPrice !== undefined).slice(0, 4);
  const featured = /** @type {import('../catalog.mjs').Product} */ (findProduct('lean-to-teapot'));
  const article = /** @type {import('./journal.mjs').Article} */ (articles[0]);
  return {
    title: shop.name,
    path: '/',
    description:
      'An independent kitchen and table shop in Ghent: stoneware, enamel, iron, linen and glass from ten small makers, chosen slowly.',
    room: 'room-home',
    data: [
      listData(context.origin, fresh, 'New on the shelf', true),
      listData(context.origin, reduced, 'Reduced, with reasons', true),
    ],
    body: html` <section class="hero" aria-labelledby="hero-title">
        <div class="hero-words">
          <h1 id="hero-title">Sit down.<br />Have some more.</h1>
          <p>
            Pots that take their time, plates that take a knock, and the right glass for whatever is open. Forty-two
            good things from ten small makers.
          </p>
          <p class="hero-go">
            <a class="button" href="/category/pots-and-pans">Start with a pot</a>
            <a class="quiet" href="#fresh">What is new</a>
          </p>
        </div>
        <img
          class="hero-picture"
          src="/pictures/hero.svg"
          alt="A table laid for later: a red iron pot, tulips in a vase, a lit candle, two cups of coffee, a blue bowl, a carafe and two lemons."
          width="1400"
          height="1000"
          fetchpriority="high"
        />
      </section>

      <section class="rooms" aria-labelledby="rooms-title">
        <h2 id="rooms-title" class="hush">The shop by shelf</h2>
        <ul>
          ${categories.map((category) => {
            const lead = /** @type {import('../catalog.mjs').Product} */ (findProduct(category.lead));
            return html`<li class="room-tile">
              <img src="${picturePath(lead, undefined, 'tile')}" alt="" width="600" height="600" />
              <h3><a href="/category/${category.slug}">${category.name}</a></h3>
              <p class="room-short">${category.short}</p>
            </li> `;
          })}
        </ul>
      </section>

      <section class="shelf" aria-labelledby="fresh">
        <div class="shelf-head">
          <h2 id="fresh">New on the shelf</h2>
          <p>Four things that were not here last month. Two of them are still in a kiln.</p>
        </div>
        <div class="grid">${fresh.map((product) => card(product))}</div>
      </section>

      ${explicitProduct(
        featured,
        html`<section class="feature" aria-labelledby="feature-title">
          <img
            src="${picturePath(featured, undefined, 'table')}"
            alt="A round butter-yellow teapot, with a carafe and a vase of white flowers behind it."
            width="1000"
            height="1000"
          />
          <div class="feature-words">
            <p class="kicker">One thing, properly</p>
            <h2 id="feature-title">It took eleven spouts.</h2>
            <p>
              Oda Leisink’s ${featured.name} pours without a drip because she threw away ten that did. We have tried it
              over a white tablecloth in front of witnesses; the tablecloth is still for sale.
            </p>
            <p class="feature-price">${priceTag(featured.price, featured.listPrice)}</p>
            <p class="feature-go">
              <a class="button" href="${productPath(featured)}">Look at the teapot</a>
              <cue-wishlist-button label="Keep it for later"></cue-wishlist-button>
            </p>
          </div>
        </section>`,
      )}

      <section class="shelf" aria-labelledby="reduced">
        <div class="shelf-head">
          <h2 id="reduced">Reduced, with reasons</h2>
          <p>A new glaze, a last roll of cloth, one pot too many. Nothing is wrong with any of them.</p>
        </div>
        <div class="grid">${reduced.map((product) => card(product))}</div>
      </section>

      <section class="letter" aria-labelledby="letter-title">
        <div>
          <p class="kicker">From the journal</p>
          <h2 id="letter-title"><a href="/journal/${article.slug}">${article.title}</a></h2>
          <p>${article.teaser}</p>
          <p><a class="quiet" href="/journal/${article.slug}">Read on ${icon('arrow', 'icon flip')}</a></p>
        </div>
        <blockquote>
          <p>“I came in for a spoon. That was in 2019. I now own three pots and have opinions about linen.”</p>
          <footer>Mrs. De Smet, regular</footer>
        </blockquote>
      </section>`,
  };
}
