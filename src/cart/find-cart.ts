// One file to load for whoever has no cart yet.
export { connectCart } from './connect-cart.js';
export { customCart } from './custom.js';
export { detectCart } from './detect-cart.js';
