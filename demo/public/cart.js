// @ts-check
// The shop's software tells Cuekit how its cart works: a shop on Shopify or WooCommerce needs none of this.
import { $cart, cartError, customCart, grantIncentive, startKit } from '/kit/index.js';

/** @typedef {{ key: string, sku: string, image: string, name: string, variant?: string, url: string, price: number, quantity: number, total: number }} Line */
/** @typedef {{ currency: string, goods: number, lines: Line[], notice?: string, error?: string }} Answer */

const here = (/** @type {string} */ path) => new URL(path, location.origin).href;

/** @param {Answer} answer */
const toCart = ({ currency, goods, lines }) => ({
  currency,
  total: goods,
  lines: lines.map(({ key, sku, image, name, variant, url, price, quantity, total }) => ({
    key,
    variantId: key,
    quantity,
    total,
    product: { id: sku, sku, name, url: here(url), image: here(image), price, currency, ...(variant && { variant }) },
  })),
});

/** What the shop's server says, by what it answers. @type {Record<number, Parameters<typeof cartError>[0]>} */
const reasons = { 404: 'variant-missing', 409: 'sold-out', 422: 'quantity-limit', 429: 'rate-limited' };

/** @param {string} path @param {URLSearchParams | undefined} fields @param {AbortSignal} signal */
async function ask(path, fields, signal) {
  const headers = { Accept: 'application/json' };
  const response = await fetch(
    path,
    fields ? { method: 'POST', headers, body: fields, signal } : { headers, signal },
  ).catch(() => Promise.reject(cartError('offline')));
  /** @type {Answer} */
  const answer = await response.json().catch(() => Promise.reject(cartError('unknown')));
  if (response.ok) return toCart(answer);
  throw cartError(reasons[response.status] ?? 'unknown', answer.error ?? answer.notice);
}

/** @param {FormData} fields */
const keyOf = (fields) => [fields.get('slug'), fields.get('variant')].filter(Boolean).join('.');

startKit({
  cart: customCart({
    read: (signal) => ask('/cart', undefined, signal),
    // The shop's numbers are not its products' SKUs.
    variantOf: ({ form, variantId }) => (form ? keyOf(new FormData(form)) : variantId),
    add({ form, variantId, product, quantity }, signal) {
      const [slug = '', variant] = (form ? keyOf(new FormData(form)) : (variantId ?? slugOf(product.url))).split('.');
      const fields = { slug, quantity: String(quantity), ...(variant && { variant }) };
      return ask('/cart/add', new URLSearchParams(fields), signal);
    },
    change: ({ key }, quantity, signal) =>
      ask('/cart/update', new URLSearchParams({ key, quantity: String(quantity) }), signal),
    async applyCode(code, signal) {
      const headers = { Accept: 'application/json' };
      const response = await fetch('/cart/code', {
        method: 'POST',
        headers,
        body: new URLSearchParams({ code }),
        signal,
      });
      return (await response.json()).outcome;
    },
    page() {
      const order = location.pathname === '/thank-you' && new URLSearchParams(location.search).get('order');
      if (order) return { kind: 'order', id: order };
      if (location.pathname === '/checkout') return { kind: 'checkout' };
      return location.pathname === '/cart' ? { kind: 'cart' } : undefined;
    },
  }),
});

// The next delivery is on the shop, for whoever has just made an account.
addEventListener('cue-sign-up', ({ target, detail }) =>
  grantIncentive('DELIVERY', /** @type {Element} */ (target), detail.cause),
);

/** `/product/slow-mug?variant=ink` → `slow-mug.ink`. @param {string | undefined} url */
function slugOf(url = '') {
  const { pathname, searchParams } = new URL(url, location.href);
  return [pathname.replace(/^\/product\//, ''), searchParams.get('variant')].filter(Boolean).join('.');
}

$cart.subscribe((cart) => {
  const badge = document.querySelector('[data-cart-count]');
  if (!badge || !cart) return;
  const count = cart.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  badge.textContent = String(count);
  badge.toggleAttribute('data-empty', count === 0);
});
