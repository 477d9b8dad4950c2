// @ts-check
import { campaigns } from '../campaigns.mjs';
import { categories, shop } from '../catalog.mjs';
import { isTomorrow } from '../day.mjs';
import { html, json } from '../html.mjs';
import { icon, mark } from '../icons.mjs';
import { offers } from '../incentives.mjs';
import { languageCodes, wordsOf } from '../languages.mjs';
import { scripted } from '../scripted-addresses.mjs';
import { siteData } from '../structured-data.mjs';
import { letterForm } from './letter-form.mjs';

/**
 * @typedef {object} Context what a page knows about its request
 * @property {string} origin          scheme and host, for canonical addresses
 * @property {URL} url
 * @property {string} nonce           empty when no policy is sent
 * @property {import('../languages.mjs').Language} lang
 * @property {'ltr' | 'rtl'} dir
 * @property {'light' | 'dark' | 'auto'} theme
 * @property {import('../sessions.mjs').Session} session
 * @property {number} cartCount
 * @property {string | undefined} notice said once, after a redirect
 * @property {boolean} live           whether Vite's client belongs on the page
 * @property {boolean} records        whether the kit's `onRecord` can be imported
 * @property {object | undefined} prompts the manners of what the shop says by itself, if it does
 * @property {number} daysAhead       how many days the page's clock runs ahead, for demonstrations
 *
 * @typedef {object} Page
 * @property {string} title
 * @property {string} description
 * @property {import('../html.mjs').Html} body
 * @property {string} [path]          canonical path, when it is not the request's own
 * @property {string} [image]         path of the picture shown when shared
 * @property {string} [kind]          Open Graph type
 * @property {[string, string][]} [meta] more `<meta property>`
 * @property {unknown[]} [data]       JSON-LD
 * @property {string} [here]          address of the category or area, for `aria-current`
 * @property {string} [room]          class on `<body>`
 * @property {boolean} [hidden]       keep out of search engines
 */

/** @param {Context} context @param {string} name @param {string} value */
function withParameter(context, name, value) {
  const query = new URLSearchParams(context.url.searchParams);
  query.set(name, value);
  // A language brings its own direction.
  if (name === 'lang') query.delete('dir');
  return `${context.url.pathname}?${query}`;
}

/** What the kit is told. In other languages than English the shop has no words of its own for the widgets, and leaves them to it. @param {Context} context */
const configuration = ({ lang, prompts }) => ({
  sinks: ['data-layer'],
  consent: 'granted',
  incentives: offers,
  ...(prompts && { manners: prompts }),
  ...(lang === 'en' && {
    messages: {
      'cue-add-to-cart': { added: '{name} is in your basket.', view: 'See the basket' },
      'cue-related': { cart: 'Goes with {name} in your basket' },
      'cue-wishlist': {
        move: 'Into the basket',
        moveNamed: 'Into the basket: {name}',
        moved: '{name} is in your basket.',
      },
    },
  }),
});

/** @param {Context} context @param {Page} page @returns {string} */
export function layout(context, page) {
  const { nonce, origin, lang } = context;
  const words = wordsOf(lang);
  const n = nonce ? html` nonce="${nonce}"` : '';
  const canonical = origin + (page.path ?? context.url.pathname);
  const title = page.title === shop.name ? `${shop.name} — ${shop.line}` : `${page.title} — ${shop.name}`;
  return html`<!doctype html>
    <html lang="${lang}" dir="${context.dir}" ${context.theme === 'auto' ? '' : html` data-theme="${context.theme}"`}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <meta name="description" content="${page.description}" />
        <link rel="canonical" href="${canonical}" />
        ${page.hidden ? html`<meta name="robots" content="noindex" />` : ''}
        <meta name="color-scheme" content="${context.theme === 'auto' ? 'light dark' : context.theme}" />
        <meta property="og:site_name" content="${shop.name}" />
        <meta property="og:title" content="${page.title}" />
        <meta property="og:description" content="${page.description}" />
        <meta property="og:type" content="${page.kind ?? 'website'}" />
        <meta property="og:url" content="${canonical}" />
        <meta property="og:image" content="${origin}${page.image ?? '/pictures/hero.svg'}" />
        ${(page.meta ?? []).map(([property, content]) => html`<meta property="${property}" content="${content}" /> `)}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/shop.css" ${n} />
        <link rel="stylesheet" href="/assets/panel.css" ${n} />
        ${context.daysAhead ? html`<script src="/assets/ahead.js" ${n} data-days="${context.daysAhead}"></script>` : ''}
        <!-- Cuekit: three lines. Take them away and the shop still works. -->
        <link rel="stylesheet" href="/kit/cuekit.css" ${n} />
        <script type="module" src="/kit/auto.js" ${n}></script>
        <script type="application/json" data-cuekit${n}>
          ${json(configuration(context), 2)}
        </script>
        <script type="module" src="/assets/shop.js" ${n}></script>
        ${context.records ? html`<script type="module" src="/assets/cart.js" ${n}></script>` : ''}
        ${context.records && context.prompts ? html`<script type="module" src="/assets/prompts.js" ${n}></script>` : ''}
        <script
          type="module"
          src="/assets/panel.js"
          ${n}
          data-addresses="${JSON.stringify(scripted)}"
          ${context.records ? html` data-records="/kit/index.js"` : ''}
        ></script>
        ${context.live ? html`<script type="module" src="/@vite/client" ${n}></script>` : ''}
        ${[...(page.path === '/' ? [siteData(origin)] : []), ...(page.data ?? [])].map(
          (data) =>
            html`<script type="application/ld+json" ${n}>
              ${json(data)}
            </script> `,
        )}
      </head>
      <body class="${page.room ?? ''}">
        <a class="skip" href="#main">Skip to the things</a>

        <header>
          <p class="strip">
            Free delivery from €${shop.freeShippingFrom} in the Benelux, Germany and France. Thirty days to change your
            mind.
          </p>
          <div class="top">
            <a class="brand" href="/">${mark}<span class="brand-name">Second Helping</span></a>
            <form class="find" action="/search" method="get" role="search">
              <label class="hush" for="q">${words.search}</label>
              <input
                id="q"
                name="q"
                type="search"
                placeholder="Mug, linen, something for soup"
                value="${context.url.pathname === '/search' ? (context.url.searchParams.get('q') ?? '') : ''}"
                maxlength="80"
                autocomplete="off"
              />
              <button class="find-go" type="submit">${icon('search')}<span class="hush">${words.search}</span></button>
            </form>
            <div class="tools">
              <a class="tool" href="/account" ${page.here === '/account' ? html` aria-current="page"` : ''}
                >${icon('person')}<span class="tool-name"
                  >${context.session.account ? context.session.account.name.split(' ')[0] : words.account}</span
                ></a
              >
              <cue-wishlist mode="drawer"></cue-wishlist>
              <a class="tool" href="/cart" ${page.here === '/cart' ? html` aria-current="page"` : ''}
                >${icon('basket')}<span class="tool-name">${words.basket}</span><span class="hush">, items: </span
                ><span class="badge" data-cart-count${context.cartCount === 0 ? html` data-empty` : ''}
                  >${context.cartCount}</span
                ></a
              >
            </div>
            <nav class="aisles" aria-label="Shop">
              <ul>
                ${categories.map((category) => html`<li><a href="/category/${category.slug}" ${page.here === category.slug ? html` aria-current="page"` : ''}>${category.name}</a></li> `)}
                <li>
                  <a href="/journal/a-pot-is-a-slow-oven" ${page.here === '/journal' ? html` aria-current="page"` : ''}
                    >Journal</a
                  >
                </li>
              </ul>
            </nav>
          </div>
        </header>
        <main id="main" tabindex="-1">
          ${context.notice ? html`<p class="notice" role="status">${icon('check')}<span>${context.notice}</span></p>` : ''}
          ${page.body}
        </main>
        <footer class="foot">
          <div class="foot-words">
            <p class="foot-line">There is<br />always more.</p>
            ${letterForm(words, 'letter')}
            <p>
              Second Helping is a small shop on the ${shop.street.replace(/ \d+$/, '')} in Ghent. Two people choose
              everything, one of them washes up. If something breaks sooner than it should, write to us and say how it
              happened.
            </p>
          </div>
          <div>
            <h2>Come by</h2>
            <p>${shop.street}<br />${shop.city}</p>
            <p>Wednesday to Saturday, ten to six.<br />Sundays when the lights are on.</p>
          </div>
          <div>
            <h2>Ask</h2>
            <p>
              <a href="mailto:${shop.mail}">${shop.mail}</a><br /><a href="tel:${shop.phone.replace(/ /g, '')}"
                ><bdi dir="ltr">${shop.phone}</bdi></a
              >
            </p>
            <ul class="plain">
              <li><a href="/account">Your account</a></li>
              <li><a href="/wishlist">Your wishlist</a></li>
              <li><a href="/journal/a-pot-is-a-slow-oven">From the journal</a></li>
              <li><a href="/privacy">What we know about you</a></li>
              <li><cue-preferences mode="dialog" purposes="personalization analytics"></cue-preferences></li>
            </ul>
          </div>
          <div>
            <h2>The look of it</h2>
            <ul class="plain switches">
              <li>
                ${['auto', 'light', 'dark'].map((theme) => html`<a href="${withParameter(context, 'theme', theme)}" ${context.theme === theme ? html` aria-current="true"` : ''}>${{ auto: 'As my device', light: 'Light', dark: 'Dark' }[theme]}</a> `)}
              </li>
              <li>
                <form action="/day" method="post">
                  <input type="hidden" name="back" value="${context.url.pathname}" /><button
                    class="link-button"
                    name="day"
                    value="${isTomorrow() ? 'today' : 'tomorrow'}"
                  >
                    ${isTomorrow() ? 'Back to today' : 'See it tomorrow'}<span class="hush"
                      >: other prices and stock</span
                    >
                  </button>
                </form>
              </li>
              ${
                context.prompts
                  ? html`<li>
                        <a href="${withParameter(context, 'ahead', context.daysAhead ? '0' : '2')}"
                          >${context.daysAhead ? 'Back to the present' : 'As if two days had passed'}<span class="hush"
                            >: the page’s clock runs ahead</span
                          ></a
                        >
                      </li>
                      <li>
                        <a href="${withParameter(context, 'cue-inspect', '')}"
                          >What the kit thinks<span class="hush">: why something was shown, or was not</span></a
                        >
                      </li>`
                  : ''
              }
              <li>
                ${['ltr', 'rtl'].map((dir) => html`<a href="${withParameter(context, 'dir', dir)}" ${context.dir === dir ? html` aria-current="true"` : ''}>${{ ltr: 'Left to right', rtl: 'Right to left' }[dir]}</a> `)}
              </li>
            </ul>
          </div>
          <nav class="foot-languages" aria-label="Languages">
            <ul class="plain switches">
              ${languageCodes.map((code) => html`<li><a href="${withParameter(context, 'lang', code)}" hreflang="${code}" lang="${code}" ${lang === code ? html` aria-current="true"` : ''}>${wordsOf(code).name}</a></li> `)}
            </ul>
            ${words.note ? html`<p>${words.note}</p>` : ''}
          </nav>
          <p class="foot-small">
            A demonstration shop for <a href="/embed/">Cuekit</a>. Nothing here can be bought, nothing leaves this
            machine, and the basket forgets you when the server stops.
          </p>
        </footer>
        ${context.prompts ? campaigns(context, page) : ''}
      </body>
    </html>`.markup;
}
