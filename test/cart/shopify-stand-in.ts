import { createNetwork, json } from './network.js';
import type { Network } from './network.js';

export interface Variant {
  id: number;
  title: string;
  /** In hundredths, in every currency. */
  price: number;
  compareAt?: number;
  stock: number;
  sku?: string;
  option?: string;
}

export interface ShopifyStandIn extends Network {
  /** Pieces by variant. */
  cart: Map<number, number>;
  /**
   * What happens when more is asked for than there is: `refuse` puts in nothing, `partial` puts in what there is; both
   * answer 422. Shops do one or the other (https://community.shopify.dev/t/cart-ajax-api-clarification/2617,
   * https://shopify.dev/changelog/cart-ajax-api-inventory-error-message-updates).
   */
  tooMany: 'refuse' | 'partial';
  /** Something else than the kit adds: the theme, another tab, another device. */
  foreign(variant: number, quantity: number): void;
}

/**
 * Shopify's Ajax API as https://shopify.dev/docs/api/ajax/reference/cart has it: `cart.js`, `cart/add.js`,
 * `cart/change.js`, behind `Shopify.routes.root`.
 */
export function shopifyStandIn(variants: readonly Variant[], root = '/', currency = 'EUR'): ShopifyStandIn {
  const cart = new Map<number, number>();
  const refusal = (description: string, status = 422) => json({ status, message: 'Cart Error', description }, status);

  const line = (id: number) => {
    const variant = variants.find((each) => each.id === id)!;
    const quantity = cart.get(id)!;
    return {
      id,
      variant_id: id,
      key: `${id}:${'0123456789abcdef'.repeat(2)}`,
      quantity,
      properties: {},
      title: `${variant.title}${variant.option ? ` - ${variant.option}` : ''}`,
      product_title: variant.title,
      variant_title: variant.option ?? null,
      price: variant.price,
      original_price: variant.compareAt ?? variant.price,
      final_price: variant.price,
      line_price: variant.price * quantity,
      final_line_price: variant.price * quantity,
      sku: variant.sku ?? null,
      vendor: 'Acme',
      product_type: 'Kitchen',
      url: `/products/${variant.title.toLowerCase()}?variant=${id}`,
      image: `https://cdn.shopify.com/s/files/${id}.jpg`,
      requires_shipping: true,
      discounts: [],
    };
  };

  const whole = () => {
    const items = [...cart.keys()].reverse().map(line);
    return {
      token: 'c1-7a8b',
      note: '',
      attributes: {},
      item_count: items.reduce((sum, { quantity }) => sum + quantity, 0),
      items,
      total_price: items.reduce((sum, { final_line_price: price }) => sum + price, 0),
      currency,
      cart_level_discount_applications: [],
    };
  };

  function put(id: number, quantity: number): Response | undefined {
    const variant = variants.find((each) => each.id === id);
    if (!variant) return json({ status: 404, message: 'Cart Error', description: 'Cannot find variant' }, 404);
    const held = cart.get(id) ?? 0;
    const left = variant.stock - held;
    if (variant.stock === 0) return refusal(`The product '${variant.title}' is already sold out.`);
    if (quantity <= left) {
      cart.set(id, held + quantity);
      return undefined;
    }
    if (left <= 0) return refusal('The maximum quantity of this item is already in your cart.');
    if (network.tooMany === 'partial') cart.set(id, variant.stock);
    return refusal(`Only ${left} items were added to your cart due to availability.`);
  }

  const network: ShopifyStandIn = Object.assign(
    createNetwork(async (request, path) => {
      if (path === `${root}cart.js`) return json(whole());
      if (path === `${root}cart/add.js` && request.method === 'POST') {
        const data = await request.formData();
        const id = Number(data.get('id'));
        if (!id) return refusal('Required parameter missing or invalid: items', 400);
        return put(id, Number(data.get('quantity') ?? 1)) ?? json(line(id));
      }
      if (path === `${root}cart/change.js` && request.method === 'POST') {
        const { id: key, quantity } = (await request.json()) as { id: string; quantity: number };
        const id = Number(key.split(':')[0]);
        if (!cart.has(id)) return refusal('no valid id or line parameter', 400);
        const { stock } = variants.find((each) => each.id === id)!;
        if (quantity > stock) {
          if (network.tooMany === 'partial') cart.set(id, stock);
          return refusal('The maximum quantity of this item is already in your cart.');
        }
        if (quantity > 0) cart.set(id, quantity);
        else cart.delete(id);
        return json(whole());
      }
      return new Response('Not found', { status: 404 });
    }),
    {
      cart,
      tooMany: 'refuse' as const,
      foreign: (variant: number, quantity: number) => void cart.set(variant, (cart.get(variant) ?? 0) + quantity),
    },
  );
  return network;
}
