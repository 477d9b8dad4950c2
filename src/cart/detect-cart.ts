import type { CartAdapter } from './cart-adapter.js';

/** The adapter for the software that this shop runs on, as far as its pages give it away; loaded when it is known which. */
export async function detectCart(): Promise<CartAdapter | undefined> {
  const page = globalThis as { Shopify?: { routes?: unknown; shop?: unknown }; wc_add_to_cart_params?: unknown };
  if (page.Shopify?.routes ?? page.Shopify?.shop) return (await import('./shopify.js')).shopify();
  // Blocks and classic themes, in this order.
  const woocommerce =
    document.querySelector('[class*="wc-block-"], [data-block-name^="woocommerce/"], form.cart [name=add-to-cart]') ??
    page.wc_add_to_cart_params ??
    document.querySelector('body.woocommerce, body.woocommerce-page, body.woocommerce-no-js, body.woocommerce-js');
  return woocommerce ? (await import('./woocommerce.js')).woocommerce() : undefined;
}
