import { safeUrl } from '../../browser/safe-url.js';
import type { Product } from '../../events/product.js';
import { formatPrice } from '../internal/format-price.js';
import { nameProduct } from './name-product.js';

/** What fields of a card that are marked with `data-cue` may ask for. */
type Fields = Readonly<Record<string, string | undefined>>;

/**
 * A card in the shop's own markup: a copy of its template in which what is marked with `data-cue` is filled. Values become
 * text, addresses are looked at before, and what is not known is taken out. Elements of the kit are told the product.
 *
 * @param host where it will stand: prices are written in that place's language
 * @param reason why it is suggested
 */
export function fillCard(template: HTMLTemplateElement, product: Product, host: Element, reason?: string): Element {
  const { id, name, brand, category, variant, availability, price, listPrice, currency } = product;
  const reduced = price !== undefined && listPrice !== undefined && listPrice > price;
  const fields: Fields = {
    ...{ id, name, brand, category, variant, availability, reason },
    url: safeUrl(product.url),
    image: safeUrl(product.image),
    price: price === undefined ? undefined : formatPrice(host, price, currency),
    'list-price': reduced ? formatPrice(host, listPrice, currency) : undefined,
  };
  const content = host.ownerDocument.importNode(template.content, true);
  for (const field of content.querySelectorAll<HTMLElement>('[data-cue]:not(script, style)')) {
    const wanted = field.dataset.cue!.split(/\s+/).filter((one) => Object.hasOwn(fields, one));
    for (const one of wanted) fillField(field, one, fields[one]);
  }
  for (const element of content.querySelectorAll(
    ':is(cue-product, cue-wishlist-button, cue-share-button, cue-add-to-cart, cue-stock-alert):not([product-id], cue-product *)',
  ))
    nameProduct(element, product);
  if (content.childElementCount === 1) return content.firstElementChild!;
  const card = host.ownerDocument.createElement('div');
  card.append(content);
  return card;
}

function fillField(field: HTMLElement, name: string, value: string | undefined): void {
  // A link without an address still has its words.
  if (value === undefined) {
    if (name !== 'url') field.remove();
  } else if (field instanceof HTMLAnchorElement && name === 'url') field.href = value;
  else if (field instanceof HTMLImageElement && name === 'image') {
    // Before the address, which starts the download.
    if (!field.hasAttribute('loading')) field.loading = 'lazy';
    if (!field.hasAttribute('alt')) field.alt = '';
    field.src = value;
  } else if (field instanceof HTMLMetaElement) field.content = value;
  else if (field instanceof HTMLDataElement || field instanceof HTMLInputElement) field.value = value;
  else field.textContent = value;
}
