/**
 * Paths of the great platforms' checkouts, `/checkouts/cn/…` and `/checkout/onepage/` for instance. Not the cart that some
 * have below it, nor the page that says thank you.
 */
const path = /\/checkouts?(\/|$)(?!cart(\/|$))/i;
const done = /\/(order-received|order-confirmation|thank[-_]?you|success|finish)(\/|$)/i;

/** Classes and ids that shop software gives the page where its path is translated: WooCommerce, Magento, PrestaShop. */
const bodies = 'body.woocommerce-checkout:not(.woocommerce-order-received),body.checkout-index-index,body#checkout';

/** Whether this is a page of the checkout; a shop whose pages do not say so says it with `<meta name="cuekit-page">`. */
export function isCheckout(pathname = location.pathname): boolean {
  const said = document.querySelector<HTMLMetaElement>('meta[name="cuekit-page" i]')?.content.trim();
  if (said) return said.toLowerCase() === 'checkout';
  return (path.test(pathname) && !done.test(pathname)) || !!document.querySelector(bodies);
}
