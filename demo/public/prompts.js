// @ts-check
// What the shop itself puts into its prompts: what is in the basket, and what has become cheaper. Anything may stand in one.
import { $cart, $cartHistory, $present, $wishlist, changesSince, setPresent } from '/kit/index.js';

/** @typedef {{ name?: string, url?: string, image?: string, price?: number, currency?: string }} Shown */

/** Most things that are shown; the rest is counted. */
const MOST = 3;

const money = (/** @type {number} */ amount, currency = 'EUR') =>
  new Intl.NumberFormat('en-IE', { style: 'currency', currency }).format(amount);

/** @param {string} tag @param {Record<string, string>} attributes @param {(Node | string)[]} children */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** @param {Shown} product @param {...(Node | string)} words */
function row({ name = '', url = '/', image }, ...words) {
  const picture = image ? [make('img', { src: image, alt: '', width: '48', height: '60' })] : [];
  const link = make('a', { href: url, 'data-cue': 'accept' }, name);
  return make('li', {}, ...picture, make('span', {}, link, ' ', ...words));
}

/** What is in the basket: a short list, or with `brief` a sentence, and since when it has been there. */
customElements.define(
  'shop-basket',
  class extends HTMLElement {
    connectedCallback() {
      const cart = $cart.get();
      if (!cart) return;
      const { lines, total, currency } = cart;
      const count = lines.reduce((sum, { quantity }) => sum + quantity, 0);
      const worth = total === undefined ? '' : `, ${money(total, currency)}`;
      const things = `${count === 1 ? 'One thing' : `${count} things`}${worth}`;
      if (this.hasAttribute('brief')) {
        const since = $cartHistory.get()[0]?.at;
        const day = since && new Intl.DateTimeFormat('en-IE', { weekday: 'long' }).format(since);
        return this.replaceChildren(make('p', {}, `${things}, as you left it${day ? ` on ${day}` : ''}.`));
      }
      const list = make('ul', {});
      for (const { product, quantity } of lines.slice(0, MOST)) list.append(row(product, `× ${quantity}`));
      const more = lines.length > MOST ? `And ${lines.length - MOST} more. ` : '';
      this.replaceChildren(list, make('p', {}, `${more}${things}.`));
    }
  },
);

/** The wishes that cost less than when they were wished for. */
customElements.define(
  'shop-cheaper',
  class extends HTMLElement {
    connectedCallback() {
      const list = make('ul', {});
      for (const { product } of $wishlist.get()) {
        const now = $present.get().get(product.id);
        const drop = now && changesSince(product, now).find(({ kind }) => kind === 'price-drop');
        if (!now?.price || !drop || list.childElementCount === MOST) continue;
        const before = make('del', {}, money(product.price ?? 0, product.currency));
        list.append(row({ ...product, ...now }, make('ins', {}, money(now.price, now.currency)), ' ', before));
      }
      this.replaceChildren(list);
    }
  },
);

/** What wishes cost today: the kit knows what they cost when they were wished for, and notices the difference. */
async function tellPrices() {
  const wishes = $wishlist.get();
  if (!wishes.length || location.pathname === '/checkout') return;
  const ids = new URLSearchParams(wishes.map(({ product }) => ['id', product.id]));
  const response = await fetch(`/wishlist?${ids}`, { headers: { accept: 'application/json' } });
  if (response.ok) setPresent(await response.json());
}
tellPrices().catch(() => {
  // Without a network nothing is said of prices.
});
