import { createNetwork, json } from './network.js';
import type { Network } from './network.js';

export interface WooProduct {
  id: number;
  /** Escaped for HTML, as WordPress has it. */
  name: string;
  /** In the currency's smallest unit. */
  price: number;
  regularPrice?: number;
  sku?: string;
  stock: number;
  variation?: { attribute: string; value: string }[];
}

export interface WooStandIn extends Network {
  cart: Map<number, number>;
  /** The page's nonce holds no longer: a day has passed, or the shopper has logged in. */
  expireNonce(): void;
  /** Whether a refusal of the nonce brings a new one along; older versions do not. */
  renews: boolean;
  foreign(product: number, quantity: number): void;
}

/**
 * WooCommerce's Store API as https://developer.woocommerce.com/docs/apis/store-api has it: `cart`, `cart/add-item`,
 * `cart/update-item`, `cart/remove-item`, with `Nonce` or `Cart-Token`.
 *
 * @param minorUnit decimals of the currency: 2 for euros, 0 for yen
 * @param taxRate prices are shown with this tax; totals are counted without
 */
export function wooStandIn(
  products: readonly WooProduct[],
  { currency = 'EUR', minorUnit = 2, taxRate = 0 } = {},
): WooStandIn {
  const cart = new Map<number, number>();
  let serial = 1;
  const nonce = () => `nonce-${serial}`;
  const money = { currency_code: currency, currency_minor_unit: minorUnit, currency_symbol: '', currency_prefix: '' };
  const keyOf = (id: number) => `key${id.toString(16).padStart(29, '0')}`;
  const net = (gross: number) => Math.round(gross / (1 + taxRate));

  const line = (id: number) => {
    const product = products.find((each) => each.id === id)!;
    const quantity = cart.get(id)!;
    const gross = product.price * quantity;
    return {
      key: keyOf(id),
      id,
      type: product.variation ? 'variation' : 'simple',
      quantity,
      quantity_limits: { minimum: 1, maximum: product.stock, multiple_of: 1, editable: true },
      name: product.name,
      sku: product.sku ?? '',
      permalink: `https://shop.example/product/${id}/`,
      images: [{ id: 1, src: `https://shop.example/wp-content/${id}.jpg`, thumbnail: '', name: '' }],
      variation: product.variation ?? [],
      prices: {
        price: String(product.price),
        regular_price: String(product.regularPrice ?? product.price),
        sale_price: String(product.price),
        price_range: null,
        ...money,
      },
      totals: {
        line_subtotal: String(net(gross)),
        line_subtotal_tax: String(gross - net(gross)),
        line_total: String(net(gross)),
        line_total_tax: String(gross - net(gross)),
        ...money,
      },
    };
  };

  const whole = () => {
    const items = [...cart.keys()].map(line);
    const sum = (of: (item: (typeof items)[number]) => string) =>
      String(items.reduce((total, item) => total + Number(of(item)), 0));
    return {
      items,
      items_count: items.reduce((total, { quantity }) => total + quantity, 0),
      totals: {
        total_items: sum(({ totals }) => totals.line_subtotal),
        total_items_tax: sum(({ totals }) => totals.line_subtotal_tax),
        total_discount: '0',
        total_discount_tax: '0',
        total_shipping: null,
        ...money,
      },
      errors: [],
      extensions: {},
    };
  };

  const answer = (data: unknown, status = 200, renews = true) =>
    json(data, status, { 'cart-token': 'token-1', ...(renews && { nonce: nonce(), 'nonce-timestamp': '1' }) });
  const refusal = (code: string, message: string, status = 400, renews = true) =>
    answer({ code: `woocommerce_rest_${code}`, message, data: { status } }, status, renews);

  function put(id: number, held: number, quantity: number): Response | undefined {
    const product = products.find((each) => each.id === id);
    if (!product) return refusal('cart_invalid_product', 'This product cannot be added to the cart.');
    if (product.stock === 0)
      return refusal(
        'product_out_of_stock',
        `You cannot add &quot;${product.name}&quot; to the cart because the product is out of stock.`,
      );
    if (held + quantity > product.stock)
      return refusal(
        'product_partially_out_of_stock',
        `You cannot add that amount of &quot;${product.name}&quot; to the cart because there is not enough stock (${product.stock} remaining).`,
      );
    cart.set(id, held + quantity);
    return undefined;
  }

  const network: WooStandIn = Object.assign(
    createNetwork(async (request, path) => {
      const route = path.replace(/^\/wp-json\/wc\/store\/v1\//, '');
      if (route === 'cart') return answer(whole());
      if (!request.headers.has('cart-token')) {
        const sent = request.headers.get('nonce');
        if (!sent)
          return refusal(
            'missing_nonce',
            'Missing the Nonce header. This endpoint requires a valid nonce.',
            401,
            network.renews,
          );
        if (sent !== nonce()) return refusal('invalid_nonce', 'Nonce is invalid.', 403, network.renews);
      }
      const body = (await request.json()) as { id: number; key: string; quantity: number };
      if (route === 'cart/add-item') return put(body.id, cart.get(body.id) ?? 0, body.quantity) ?? answer(whole(), 201);
      const id = products.find((each) => keyOf(each.id) === body.key)?.id ?? 0;
      if (!cart.has(id)) return refusal('cart_invalid_key', 'Cart item no longer exists or is invalid.', 409);
      if (route === 'cart/remove-item') cart.delete(id);
      else if (route === 'cart/update-item') return put(id, 0, body.quantity) ?? answer(whole());
      return answer(whole());
    }),
    {
      cart,
      renews: true,
      expireNonce: () => void serial++,
      foreign: (product: number, quantity: number) => void cart.set(product, (cart.get(product) ?? 0) + quantity),
    },
  );
  return network;
}
