export { shopForms as forms } from './shop-forms.js';
export { onCartContains, onCartCount, onCartUnchanged, onCartValue, onReturnWithCart } from './cart.js';
export { onPriceDrop, onReturnWithWishes } from './wishes.js';
