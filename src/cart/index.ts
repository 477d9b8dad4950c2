// The adapters that detectCart() loads when they are needed have addresses of their own: cart/shopify, cart/woocommerce.
export type { CartAdapter, CartAddition, CartAnswer, CartPage, CartRefusal } from './cart-adapter.js';
export { cartError } from './cart-error.js';
export type { CartError } from './cart-error.js';
export { connectCart } from './connect-cart.js';
export type { ConnectCartOptions } from './connect-cart.js';
export { connectedCart } from './connected-cart.js';
export type { CartConnection, CartStep } from './connected-cart.js';
export { customCart } from './custom.js';
export type { CustomCart } from './custom.js';
export { detectCart } from './detect-cart.js';
export { domCart } from './dom.js';
export type { CartSelectors, DomCartOptions } from './dom.js';
export type { ShopifyOptions } from './shopify.js';
export { useCart } from './use-cart.js';
export type { WooCommerceOptions } from './woocommerce.js';
