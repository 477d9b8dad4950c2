/** The button or link among the shop's own that a click is on, if it is one that puts something into a cart. */
export function pressedControl(event: Event, host: Element): HTMLElement | undefined {
  const path = event.composedPath();
  const inside = path.slice(0, path.indexOf(host));
  const control = inside.find((node) => node instanceof HTMLElement && node.matches('button, input, a'));
  if (control instanceof HTMLAnchorElement) return isAddLink(control) ? control : undefined;
  if (!(control instanceof HTMLButtonElement || control instanceof HTMLInputElement)) return undefined;
  // Without a form there is nothing else that the shop's button could be for.
  const adds = control.form ? /^(submit|image)$/.test(control.type) : /^(submit|button)$/.test(control.type);
  return adds ? control : undefined;
}

/** WooCommerce's links that add; of a product with variants, the link leads to where there is something to choose. */
const isAddLink = ({ search }: HTMLAnchorElement): boolean => new URLSearchParams(search).has('add-to-cart');

/** What the shop calls the thing that a button or link of its own adds. */
export function variantOfControl(control: HTMLElement | undefined): string | undefined {
  const { variantId, product_id: productId } = control?.dataset ?? {};
  const inLink = control instanceof HTMLAnchorElement && new URLSearchParams(control.search).get('add-to-cart');
  return variantId ?? (productId || inLink || undefined);
}

/** How many, by the form's own field: a whole number from 1. */
export function quantityOf(form: HTMLFormElement | undefined): number | undefined {
  const field = form?.elements.namedItem('quantity') as HTMLInputElement | null | undefined;
  const quantity = Number(field?.value);
  return Number.isInteger(quantity) && quantity > 0 ? quantity : undefined;
}

/** What a form is about, where the page says nothing of its product: Shopify's, WooCommerce's, and others' own fields, else the page. */
export function productIdOf(form: HTMLFormElement | undefined): string {
  const data = new FormData(form);
  const named = ['id', 'variation_id', 'add-to-cart', 'product_id', 'product-id', 'sku'].map((name) => data.get(name));
  return named.find((value) => typeof value === 'string' && /[^\s0]/.test(value))?.toString() ?? location.pathname;
}
