/**
 * Paths of the great platforms' checkouts, `/checkouts/cn/…` and `/checkout/onepage/` for instance. Not the cart that some
 * have below it, nor the page that says thank you.
 */
const path = /\/checkouts?(\/|$)(?!cart(\/|$))/i;
const done = /\/(order-received|order-confirmation|thank[-_]?you|success|finish)(\/|$)/i;

/** Classes and ids that shop software gives the page where its path is translated: WooCommerce, Magento, PrestaShop. */
const bodies = '.woocommerce-checkout:not(.woocommerce-order-received),.checkout-index-index,#checkout';

/** Whether this is a page of the checkout; a shop whose pages do not say so says it with `<meta name="cuekit-page">`. */
export function isCheckout(pathname = location.pathname): boolean {
  const said = document.getElementsByTagName('meta').namedItem('cuekit-page')?.content.trim();
  if (said) return said.toLowerCase() === 'checkout';
  return (path.test(pathname) && !done.test(pathname)) || document.body.matches(bodies);
}
