// @ts-check
import { products, searchProducts } from '../catalog.mjs';
import { html } from '../html.mjs';
import { breadcrumbData, listData, picturePath } from '../structured-data.mjs';
import { findProduct } from '../catalog.mjs';
import { card } from './card.mjs';
import { related } from './related.mjs';

/** @typedef {import('../catalog.mjs').Product} Product */

/** @type {[key: string, label: string, compare: (a: Product, b: Product) => number][]} */
const orders = [
  ['shop', 'Our order', (a, b) => a.place - b.place],
  ['price', 'Price, low to high', (a, b) => a.price - b.price],
  ['price-down', 'Price, high to low', (a, b) => b.price - a.price],
  ['name', 'Name', (a, b) => a.name.localeCompare(b.name, 'en')],
];

/** @type {[key: string, label: string, test: (price: number) => boolean][]} */
const bands = [
  ['30', 'Under €30', (price) => price < 30],
  ['75', '€30 to €75', (price) => price >= 30 && price <= 75],
  ['over', 'Over €75', (price) => price > 75],
];

/** Unknown values of a parameter count as not given: an old link shows the whole list. @param {Product[]} list @param {URLSearchParams} query */
function arrange(list, query) {
  const order = orders.find(([key]) => key === query.get('sort')) ?? orders[0];
  const band = bands.find(([key]) => key === query.get('price'));
  const makers = [...new Set(list.map((product) => product.maker))].sort((a, b) => a.localeCompare(b, 'en'));
  const maker = makers.find((name) => name === query.get('maker'));
  const stock = query.get('stock') === '1';
  const reduced = query.get('reduced') === '1';
  const shown = list
    .filter((product) => !maker || product.maker === maker)
    .filter((product) => !band || band[2](product.price))
    .filter((product) => !stock || product.availability === 'in-stock' || product.availability === 'low')
    .filter((product) => !reduced || product.listPrice !== undefined)
    .sort(order?.[2]);
  return {
    shown,
    makers,
    maker,
    band: band?.[0],
    order: order?.[0],
    stock,
    reduced,
    narrowed: Boolean(maker ?? band) || stock || reduced,
  };
}

/** @param {[string, string][]} options @param {string | undefined} chosen */
const optionList = (options, chosen) =>
  options.map(
    ([value, label]) => html`<option value="${value}" ${value === chosen ? html` selected` : ''}>${label}</option>`,
  );

/** @param {ReturnType<typeof arrange>} state @param {string} action @param {string} [q] */
const sieve = (state, action, q) =>
  html`<form class="sieve" action="${action}" method="get" aria-label="Sort and filter">
    ${q === undefined ? '' : html`<input type="hidden" name="q" value="${q}" />`}
    <label
      >Sort
      <select name="sort">
        ${optionList(
          orders.map(([key, label]) => [key, label]),
          state.order,
        )}
      </select></label
    >
    <label
      >Maker
      <select name="maker">
        ${optionList([['', 'Everyone'], ...state.makers.map((name) => /** @type {[string, string]} */ ([name, name]))], state.maker ?? '')}
      </select></label
    >
    <label
      >Price
      <select name="price">
        ${optionList([['', 'Any'], ...bands.map(([key, label]) => /** @type {[string, string]} */ ([key, label]))], state.band ?? '')}
      </select></label
    >
    <label class="tick"
      ><input type="checkbox" name="stock" value="1" ${state.stock ? html` checked` : ''} /> In stock</label
    >
    <label class="tick"
      ><input type="checkbox" name="reduced" value="1" ${state.reduced ? html` checked` : ''} /> Reduced</label
    >
    <button class="button small" type="submit">Show</button>
    ${state.narrowed ? html`<a class="quiet" href="${action}${q === undefined ? '' : `?q=${encodeURIComponent(q)}`}">Show all</a>` : ''}
  </form>`;

/** @type {Record<string, [string, string]>} */
const notes = {
  'cups-and-glasses': [
    'On handles',
    'We pick up every mug with wet hands before we order it. You would be surprised how many fail.',
  ],
  linen: ['Ironing', 'We do not. Hang it wet, pull it straight, go and do something better.'],
  'knives-and-boards': [
    'Sharpening',
    'Bring any knife you bought here, on a Saturday. It is free, and there is coffee.',
  ],
  'candles-and-vases': [
    'About flowers',
    'Three of one kind. Cut them shorter than you think. That is the whole course.',
  ],
};

/** Fills the last row of a wide grid with something to read, so that no shelf ends in a gap. @param {string} slug @param {number} count */
function note(slug, count) {
  const gap = (4 - (count % 4)) % 4;
  const words = notes[slug];
  return gap === 0 || !words
    ? ''
    : html`<aside class="note note-${gap}">
        <h2>${words[0]}</h2>
        <p>${words[1]}</p>
      </aside>`;
}

/** @param {number} count */
const things = (count) => (count === 1 ? 'One thing' : `${count} things`);

/**
 * @param {import('./layout.mjs').Context} context
 * @param {{ slug: string, name: string, intro: string, wall: string, lead: string }} category
 * @returns {import('./layout.mjs').Page}
 */
export function categoryPage({ origin, url }, category) {
  const list = products.filter((product) => product.category === category.slug);
  const state = arrange(list, url.searchParams);
  const path = `/category/${category.slug}`;
  const lead = /** @type {Product} */ (findProduct(category.lead));
  return {
    title: category.name,
    description: category.intro,
    path,
    image: picturePath(lead),
    here: category.slug,
    data: [
      listData(origin, state.shown, category.name),
      breadcrumbData(origin, [
        ['Home', '/'],
        [category.name, path],
      ]),
    ],
    body: html` <header class="room-head wall-${category.wall}">
        <div>
          <h1>${category.name}</h1>
          <p>${category.intro}</p>
        </div>
        <img src="${picturePath(lead, undefined, 'tile')}" alt="" width="600" height="600" />
      </header>
      ${sieve(state, path)}
      <p class="count" role="status">
        ${state.shown.length === list.length ? things(list.length) : `${things(state.shown.length)} of ${list.length}`}
      </p>
      ${
        state.shown.length === 0
          ? html`<div class="nothing">
              <h2>Nothing like that on this shelf</h2>
              <p>Loosen one of the filters, or <a href="${path}">see all ${list.length} things</a>.</p>
            </div>`
          : html`<div class="grid">
              ${state.shown.map((product) => card(product, { microdata: true, level: 2 }))}${state.narrowed ? '' : note(category.slug, state.shown.length)}
            </div>`
      }`,
  };
}

/** @param {import('./layout.mjs').Context} context @returns {import('./layout.mjs').Page} */
export function searchPage({ origin, url }) {
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, 80);
  const list = searchProducts(q);
  const state = arrange(list, url.searchParams);
  return {
    title: q ? `“${q}”` : 'Search',
    description: q ? `What Second Helping has for “${q}”.` : 'Search everything on our shelves.',
    path: q ? `/search?q=${encodeURIComponent(q)}` : '/search',
    hidden: true,
    data: list.length ? [listData(origin, state.shown, `Search: ${q}`)] : [],
    body: html` <header class="page-head">
        <h1>${q ? html`“${q}”` : 'What are you looking for?'}</h1>
        <p role="status">
          ${
            !q
              ? 'Try a thing (mug), a stuff (linen), or a maker (Kolk).'
              : list.length === 0
                ? 'We have nothing by that name. Try a shorter word, or one of these.'
                : `${things(state.shown.length)} on our shelves.`
          }
        </p>
      </header>
      ${list.length > 1 ? sieve(state, '/search', q) : ''}
      ${
        q && list.length === 0
          ? related({
              heading: 'Perhaps one of these',
              list: 'empty-search',
              instead: html`<div class="grid">
                ${products
                  .filter((product) => product.fresh)
                  .slice(0, 4)
                  .map((product) => card(product, { microdata: true, level: 2 }))}
              </div>`,
            })
          : html`<div class="grid">${state.shown.map((product) => card(product, { microdata: true, level: 2 }))}</div>`
      }`,
  };
}
