import type { CartLine, CartState } from '../store/cart.js';
import { askShop } from './ask-shop.js';
import type { Fetch } from './ask-shop.js';
import type { CartAdapter, CartAddition, CartPage } from './cart-adapter.js';
import { cartError } from './cart-error.js';
import { fieldsOf } from './fields-of.js';
import { watchRequests } from './watch-requests.js';

export interface ShopifyOptions {
  fetch?: Fetch;
  /** Where the shop's addresses begin, with its language; by default `Shopify.routes.root`. */
  root?: string;
}

/** A line of `/cart.js` (https://shopify.dev/docs/api/ajax/reference/cart), as far as it is used here. */
interface ShopifyLine {
  key: string;
  variant_id: number;
  quantity: number;
  sku: string | null;
  product_title: string;
  variant_title: string | null;
  vendor: string;
  product_type: string;
  url: string;
  image: string | null;
  final_price: number;
  original_price: number;
  final_line_price: number;
}

/** Shopify writes every currency with two decimals, yen too (https://shopify.dev/docs/api/liquid/filters/money). */
const money = (hundredths: number): number => hundredths / 100;

function readLine(line: ShopifyLine, currency: string | undefined): CartLine {
  const variantId = String(line.variant_id);
  const price = money(line.final_price);
  const listPrice = money(line.original_price);
  return {
    key: line.key,
    variantId,
    quantity: line.quantity,
    total: money(line.final_line_price),
    product: {
      id: line.sku || variantId,
      name: line.product_title,
      url: line.url,
      price,
      ...(currency && { currency }),
      ...(line.image && { image: line.image }),
      ...(line.vendor && { brand: line.vendor }),
      ...(line.product_type && { category: line.product_type }),
      ...(line.variant_title && { variant: line.variant_title }),
      ...(line.sku && { sku: line.sku }),
      ...(listPrice > price && { listPrice }),
    },
  };
}

function readCart(json: Record<string, unknown>): CartState {
  const {
    items,
    currency,
    total_price: total,
  } = json as { items?: ShopifyLine[]; currency: string; total_price: number };
  if (!Array.isArray(items)) throw cartError('unknown');
  return { lines: items.map((line) => readLine(line, currency)), total: money(total), currency };
}

/** What every product form of a theme has; what else is in one, only the Ajax API takes. */
const plain = /^(id|quantity|form_type|utf8|product-id|section-id)$/;

interface CartMessage {
  code?: string;
  message?: string;
}

/** https://shopify.dev/docs/api/storefront-events-and-actions/actions/update-cart, as far as it is used here. */
interface ShopifyGlobal {
  routes?: { root?: string };
  actions?: {
    updateCart?: {
      (
        payload: { lines: { merchandiseId: string; quantity: number }[] },
        options: { signal: AbortSignal },
      ): Promise<{ userErrors?: CartMessage[]; warnings?: CartMessage[] } | undefined>;
      isDefault?(): boolean;
    };
  };
}

const shopifyGlobal = () => (globalThis as { Shopify?: ShopifyGlobal }).Shopify;

/** Themes' and apps' own requests that change the cart. */
const changing = /\/cart\/(add|change|update|clear)(\.js(on)?)?$/;

const leaving = /(^|\/)checkouts?(\/|$)/;

/**
 * The cart of a Shopify theme: its Ajax API, its forms, and the standard storefront events, which are listened to
 * (https://shopify.dev/docs/api/storefront-events-and-actions) and not sent.
 */
export function shopify(options: ShopifyOptions = {}): CartAdapter {
  const { fetch = (url, init) => globalThis.fetch(url, init) } = options;
  /** Variants in the cart as it was last read: the shop's refusals are sentences in its own language, not codes. */
  let held: readonly CartLine[] = [];

  function keep(json: Record<string, unknown>): CartState {
    const cart = readCart(json);
    held = cart.lines;
    return cart;
  }

  async function ask(path: string, init: RequestInit, refusal?: () => 'sold-out' | 'quantity-limit') {
    const root = options.root ?? shopifyGlobal()?.routes?.root ?? '/';
    const { answer, json, isJson } = await askShop(fetch, root + path, {
      ...init,
      headers: { Accept: 'application/json', ...init.headers },
    });
    if (answer.ok && isJson) return json;
    const said = [json.description, json.message].find((text) => typeof text === 'string') ?? '';
    if (answer.status === 422 && refusal) throw cartError(/sold out/i.test(said) ? 'sold-out' : refusal(), said);
    if (answer.status === 404 && isJson) throw cartError('variant-missing', said);
    if (answer.redirected || answer.status === 401 || answer.status === 403) throw cartError('session-expired', said);
    throw cartError('unknown', said);
  }

  const variantOf = ({ variantId, form, submitter, product: { id } }: CartAddition): string | undefined =>
    variantId ?? text(fieldsOf({ form, submitter }).get('id')) ?? (/^\d+$/.test(id) ? id : undefined);

  return {
    name: 'shopify',
    variantOf,
    read: async (signal) => keep(await ask('cart.js', { signal })),
    async add(addition, signal) {
      const { quantity } = addition;
      const variant = variantOf(addition);
      if (!variant) throw cartError('variant-missing');
      const refused = () =>
        quantity > 1 || held.some(({ variantId }) => variantId === variant) ? 'quantity-limit' : 'sold-out';
      const body = fieldsOf(addition);
      const updateCart = shopifyGlobal()?.actions?.updateCart;
      // A theme that has its own way shows the new cart by it. The default would reload some pages.
      if (updateCart?.isDefault?.() === false && [...body.keys()].every((name) => plain.test(name))) {
        const line = { merchandiseId: `gid://shopify/ProductVariant/${variant}`, quantity };
        const done = await updateCart({ lines: [line] }, { signal });
        const [fault] = [...(done?.userErrors ?? []), ...(done?.warnings ?? [])];
        if (fault) throw cartError(reasonOf(fault.code) ?? refused(), fault.message);
        return;
      }
      body.set('id', variant);
      body.set('quantity', String(quantity));
      const line = await ask('cart/add.js', { method: 'POST', body, signal }, refused);
      // One line where one was asked for; what else came along (a warranty, say) is seen when the cart is read.
      if (typeof line.key !== 'string' || !Number.isFinite(line.final_price)) return;
      return readLine(line as unknown as ShopifyLine, addition.product.currency);
    },
    async change({ key }, quantity, signal) {
      const body = JSON.stringify({ id: key, quantity });
      const headers = { 'Content-Type': 'application/json' };
      return keep(await ask('cart/change.js', { method: 'POST', body, headers, signal }, () => 'quantity-limit'));
    },
    watch(changed) {
      const controller = new AbortController();
      // Told when the change begins, with a promise of its end, which may also be a refusal that changed something.
      const hear = (event: Event) => {
        const settled = () => !controller.signal.aborted && changed();
        Promise.resolve((event as { promise?: unknown }).promise).then(settled, settled);
      };
      for (const what of ['lines', 'discount'])
        document.addEventListener(`shopify:cart:${what}-update`, hear, { signal: controller.signal });
      const stop = watchRequests(({ pathname }) => changing.test(pathname), changed);
      return () => {
        controller.abort();
        stop();
      };
    },
    watchView(viewed) {
      const hear = (event: Event) => (event as { context?: unknown }).context === 'dialog' && viewed();
      document.addEventListener('shopify:cart:view', hear);
      return () => document.removeEventListener('shopify:cart:view', hear);
    },
    watchCheckout(left) {
      const controller = new AbortController();
      const { signal } = controller;
      // After the page's own listeners have had their say, hence on the window.
      addEventListener(
        'submit',
        (event) => {
          const { submitter, target, defaultPrevented } = event;
          const button = submitter as HTMLButtonElement | null;
          // Not `form.action`, which may be a field of that name.
          const action = button?.getAttribute('formaction') ?? (target as Element).getAttribute('action');
          if (!defaultPrevented && (button?.name === 'checkout' || isLeaving(action))) left();
        },
        { signal },
      );
      addEventListener(
        'click',
        (event) => {
          const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
          if (link && isLeaving(link.href) && !event.defaultPrevented) left();
        },
        { signal },
      );
      return () => controller.abort();
    },
    page(): CartPage | undefined {
      // `/fr-ca/cart`: a language may stand before it.
      return /^(\/[a-z]{2}(-[a-z]{2})?)?\/cart\/?$/i.test(location.pathname) ? { kind: 'cart' } : undefined;
    },
  };
}

/** By the Storefront API's codes of errors and warnings. */
function reasonOf(code = ''): 'sold-out' | 'quantity-limit' | 'variant-missing' | undefined {
  if (/OUT_OF_STOCK|NOT_AVAILABLE/.test(code)) return 'sold-out';
  if (/NOT_ENOUGH|MAXIMUM|MINIMUM|LIMIT|LESS_THAN/.test(code)) return 'quantity-limit';
  return code.includes('MERCHANDISE') ? 'variant-missing' : undefined;
}

function isLeaving(address: unknown): boolean {
  try {
    return leaving.test(new URL(String(address), document.baseURI).pathname);
  } catch {
    return false;
  }
}

const text = (value: FormDataEntryValue | null): string | undefined =>
  (typeof value === 'string' && value) || undefined;
