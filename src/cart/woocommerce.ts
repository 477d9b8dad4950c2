import { attempt } from '../browser/report.js';
import type { CartLine, CartState } from '../store/cart.js';
import { parsePrice } from '../product/parse-price.js';
import { askShop } from './ask-shop.js';
import type { Fetch } from './ask-shop.js';
import type { CartAdapter, CartAddition, CartPage, CartRefusal } from './cart-adapter.js';
import { cartError } from './cart-error.js';
import { decodeEntities } from './decode-entities.js';
import { fieldsOf } from './fields-of.js';
import { postForm } from './post-form.js';
import { watchRequests } from './watch-requests.js';

export interface WooCommerceOptions {
  fetch?: Fetch;
  /** Where WordPress has its REST API; by default what the page's `<link rel="https://api.w.org/">` says. */
  root?: string;
  /**
   * For a shop whose pages are not WordPress's own: the cart is then known by a `Cart-Token` instead of a cookie. On
   * WordPress's own pages it would be another cart than the one that the pages show.
   */
  headless?: boolean;
}

interface WooMoney {
  currency_code: string;
  currency_minor_unit: number;
}

/** A line of the Store API (https://developer.woocommerce.com/docs/apis/store-api/resources-endpoints/cart), as far as it is used here. */
interface WooLine {
  key: string;
  id: number;
  quantity: number;
  name: string;
  sku: string;
  permalink: string;
  images?: { src: string }[];
  variation?: { value: string }[];
  prices: WooMoney & { price: string; regular_price: string };
  totals: { line_subtotal: string; line_total: string; line_total_tax: string };
}

interface WooCart {
  items: WooLine[];
  totals: WooMoney & {
    total_items: string;
    total_items_tax: string;
    total_discount: string;
    total_discount_tax: string;
  };
}

/** A price shown with its tax is not what the totals are counted in: they are without. */
const isGross = ({ prices, totals, quantity }: WooLine): boolean =>
  Math.abs(Number(prices.price) * quantity - Number(totals.line_subtotal)) > quantity;

function readLine(line: WooLine): CartLine {
  const { prices, totals } = line;
  const unit = 10 ** prices.currency_minor_unit;
  const price = Number(prices.price) / unit;
  const listPrice = Number(prices.regular_price) / unit;
  const variant = (line.variation ?? []).map(({ value }) => decodeEntities(value)).join(' / ');
  return {
    key: line.key,
    variantId: String(line.id),
    quantity: line.quantity,
    total: (Number(totals.line_total) + (isGross(line) ? Number(totals.line_total_tax) : 0)) / unit,
    product: {
      id: line.sku || String(line.id),
      name: decodeEntities(line.name),
      url: line.permalink,
      price,
      currency: prices.currency_code,
      ...(line.images?.[0] && { image: line.images[0].src }),
      ...(line.sku && { sku: line.sku }),
      ...(variant && { variant }),
      ...(listPrice > price && { listPrice }),
    },
  };
}

function readCart({ items, totals }: WooCart): CartState {
  const unit = 10 ** totals.currency_minor_unit;
  let total = Number(totals.total_items) - Number(totals.total_discount);
  if (items.some(isGross)) total += Number(totals.total_items_tax) - Number(totals.total_discount_tax);
  return { lines: items.map(readLine), total: total / unit, currency: totals.currency_code };
}

/** By the codes of the Store API; what is not here is `unknown`. */
const refusals: readonly (readonly [RegExp, CartRefusal])[] = [
  [/nonce|cart_token|rest_forbidden/, 'session-expired'],
  [/partially_out_of_stock|not_enough_stock|too_many_in_cart|invalid_quantity|cart_item_exists/, 'quantity-limit'],
  [/out_of_stock|not_purchasable/, 'sold-out'],
  [/invalid_product|invalid_parent_product|variation|missing_attributes/, 'variant-missing'],
];

/** What the shop's own button sends: with no other fields than these, a form can be said in the Store API's terms. */
const plain = /^(add-to-cart|quantity|product_id|variation_id|attribute_.*)$/;

/** Requests of the theme and of blocks that change the cart. */
const changing =
  /\/wc\/store(\/v\d+)?\/(batch|cart\/.)|[?&]wc-ajax=(add_to_cart|remove_from_cart|(apply|remove)_coupon)|[?&](add-to-cart|remove_item)=/;

const told = 'added_to_cart removed_from_cart updated_cart_totals wc_cart_emptied wc_fragments_refreshed';

interface JQueryLike {
  (target: EventTarget): {
    on(events: string, hear: () => void): void;
    off(events: string, hear: () => void): void;
    trigger(event: string): void;
  };
}

const field = (data: FormData, name: string): string | undefined => {
  const value = data.get(name);
  return typeof value === 'string' && /^[1-9]\d*$/.test(value) ? value : undefined;
};

/** The cart of a WooCommerce shop: its Store API, its forms, and the events of its themes and blocks. */
export function woocommerce(options: WooCommerceOptions = {}): CartAdapter {
  const { fetch = (url, init) => globalThis.fetch(url, init) } = options;
  let nonce: string | null = null;
  let token: string | null = null;
  let telling = false;
  const jQuery = () => (globalThis as { jQuery?: JQueryLike }).jQuery;

  async function send(path: string, signal: AbortSignal, body?: object) {
    const root =
      options.root ?? document.querySelector<HTMLLinkElement>('link[rel="https://api.w.org/"]')?.href ?? '/wp-json/';
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (body) headers['Content-Type'] = 'application/json';
    if (options.headless && token) headers['Cart-Token'] = token;
    else if (nonce) headers.Nonce = nonce;
    const init: RequestInit = { headers, signal, ...(body && { method: 'POST', body: JSON.stringify(body) }) };
    // Without pretty addresses the path is a parameter: /?rest_route=/wc/…
    const got = await askShop(fetch, `${root.replace(/\/$/, '')}/wc/store/v1/${path}`, init);
    nonce = got.answer.headers.get('nonce') ?? nonce;
    token = got.answer.headers.get('cart-token') ?? token;
    return got;
  }

  async function ask(path: string, signal: AbortSignal, body?: object): Promise<CartState> {
    if (body && !nonce && !token) await send('cart', signal);
    let got = await send(path, signal, body);
    // Refused before anything was done, so asking once more adds nothing twice.
    if (body && /^woocommerce_rest_(missing|invalid)_nonce$/.test(String(got.json.code))) {
      if (!got.answer.headers.get('nonce')) {
        nonce = null;
        await send('cart', signal);
      }
      got = await send(path, signal, body);
    }
    const { answer, json } = got;
    if (answer.ok && Array.isArray(json.items)) return readCart(json as unknown as WooCart);
    const code = String(json.code);
    const reason = refusals.find(([codes]) => codes.test(code))?.[1] ?? 'unknown';
    throw cartError(reason, typeof json.message === 'string' ? decodeEntities(json.message) : '');
  }

  /** The shop's own mini-carts show what is in the cart only when they hear of it. */
  function tellTheme(): void {
    telling = true;
    attempt('the theme could not be told of a change of the cart', () => {
      document.body.dispatchEvent(
        new CustomEvent('wc-blocks_added_to_cart', { bubbles: true, detail: { preserveCartData: false } }),
      );
      jQuery()?.(document.body).trigger('wc_fragment_refresh');
    });
    telling = false;
  }

  function variantOf({ variantId, form, submitter, product: { id } }: CartAddition): string | undefined {
    const data = fieldsOf({ form, submitter });
    return (
      variantId ??
      field(data, 'variation_id') ??
      field(data, 'add-to-cart') ??
      // The button itself carries the product's number, and is no field until it is pressed.
      form?.querySelector<HTMLButtonElement>('button[name=add-to-cart]')?.value ??
      field(data, 'product_id') ??
      (/^\d+$/.test(id) ? id : undefined)
    );
  }

  return {
    name: 'woocommerce',
    variantOf,
    read: (signal) => ask('cart', signal),
    async add(addition, signal) {
      const { form, quantity, submitter } = addition;
      const id = variantOf(addition);
      if (!id) throw cartError('variant-missing');
      const fields = [...fieldsOf(addition)];
      if (form && fields.some(([name]) => !plain.test(name))) {
        await postForm(
          fetch,
          form,
          { quantity: String(quantity), 'add-to-cart': field(fieldsOf(addition), 'product_id') ?? id },
          signal,
          submitter,
        );
        tellTheme();
        return 'unconfirmed';
      }
      const variation = fields.flatMap(([name, value]) =>
        name.startsWith('attribute_') && value ? [{ attribute: name.slice('attribute_'.length), value }] : [],
      );
      const cart = await ask('cart/add-item', signal, {
        id: Number(id),
        quantity,
        ...(variation.length && { variation }),
      });
      tellTheme();
      return cart;
    },
    async change({ key }, quantity, signal) {
      const cart = await (quantity > 0
        ? ask('cart/update-item', signal, { key, quantity })
        : ask('cart/remove-item', signal, { key }));
      tellTheme();
      return cart;
    },
    watch(changed) {
      const hear = () => void (telling || changed());
      const blocks = ['wc-blocks_added_to_cart', 'wc-blocks_removed_from_cart'];
      for (const name of blocks) document.addEventListener(name, hear);
      const $ = jQuery();
      $?.(document.body).on(told, hear);
      const stop = watchRequests(({ href }) => changing.test(href.replace(/%2f/gi, '/')), changed);
      return () => {
        for (const name of blocks) document.removeEventListener(name, hear);
        $?.(document.body).off(told, hear);
        stop();
      };
    },
    page(): CartPage | undefined {
      const { classList } = document.body;
      if (classList.contains('woocommerce-order-received')) {
        const id = /\/order-received\/(\d+)|[?&]order-received=(\d+)/.exec(location.pathname + location.search);
        const order = id?.[1] ?? id?.[2];
        const shown = document.querySelector(
          '.woocommerce-order-overview__total .amount, .wc-block-order-confirmation-summary-list-item__value .amount',
        );
        const value = parsePrice(shown?.textContent?.trim());
        return order ? { kind: 'order', id: order, ...(value !== undefined && { value }) } : undefined;
      }
      if (classList.contains('woocommerce-checkout')) return { kind: 'checkout' };
      return classList.contains('woocommerce-cart') ? { kind: 'cart' } : undefined;
    },
  };
}
