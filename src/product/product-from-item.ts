import type { Availability, Product } from '../events/product.js';
import { absoluteUrl } from './absolute-url.js';
import { cleanText } from './clean-text.js';
import { isItem, itemsOf, typesOf, valuesOf, type Item } from './item.js';
import type { PageAddress } from './page-address.js';
import { parseAvailability } from './parse-availability.js';
import { parsePrice } from './parse-price.js';

/** A product of which not even an identifier need be known. */
export type PartialProduct = Partial<Product>;

const text = (item: Item, ...properties: string[]): string | undefined => {
  for (const property of properties) {
    for (const value of valuesOf(item, property)) {
      const found = isItem(value) ? text(value, '@value', 'name', 'value') : cleanText(value);
      if (found) return found;
    }
  }
  return;
};

const address = (value: unknown, base: string): string | undefined =>
  isItem(value)
    ? address(valuesOf(value, 'contentUrl')[0] ?? valuesOf(value, 'url')[0] ?? value['@id'], base)
    : absoluteUrl(value, base);

/** Digits of a GTIN, when their number is one a GTIN can have. */
export const gtinOf = (value: string | undefined): string | undefined => {
  const digits = value?.replace(/[\s-]/g, '');
  return digits && /^(\d{8}|\d{12,14})$/.test(digits) ? digits : undefined;
};

/** ISO 4217 in capitals; a sign such as `€` is no code. */
export const currencyOf = (value: string | undefined): string | undefined =>
  /^[a-z]{3}$/i.test(value ?? '') ? value!.toUpperCase() : undefined;

interface Terms {
  price?: number | undefined;
  listPrice?: number | undefined;
  currency?: string | undefined;
  availability?: Availability | undefined;
}

/** Price types that are not what one piece costs now (https://schema.org/PriceTypeEnumeration). */
const before = /ListPrice|Strikethrough|MSRP|SRP|RegularPrice/i;

/** What one offer asks for. */
function termsOf(offer: Item): Terms {
  const result: Terms = {
    currency: currencyOf(text(offer, 'priceCurrency')),
    availability: valuesOf(offer, 'availability')
      .map((value) => parseAvailability(isItem(value) ? (value['@id'] ?? value.name) : value))
      .find(Boolean),
  };
  const read = (item: Item, ...properties: string[]): number | undefined =>
    parsePrice(properties.flatMap((property) => valuesOf(item, property))[0], result.currency);
  for (const spec of itemsOf(offer, 'priceSpecification')) {
    result.currency ??= currencyOf(text(spec, 'priceCurrency'));
    if (before.test(text(spec, 'priceType') ?? '')) result.listPrice ??= read(spec, 'price');
    // A price for 100 g or for members is not the price.
    else if (!valuesOf(spec, 'referenceQuantity').length && !valuesOf(spec, 'validForMemberTier').length)
      result.price ??= read(spec, 'price', 'minPrice');
  }
  const price = read(offer, 'price');
  const low = read(offer, 'lowPrice');
  if (price ?? low) result.price = price ?? low;
  return result;
}

const offersOf = (item: Item, depth = 0): Item[] =>
  itemsOf(item, 'offers').flatMap((offer) => {
    const nested = depth < 2 ? offersOf(offer, depth + 1) : [];
    return nested.length ? [offer, ...nested] : [offer];
  });

/** How surely an offer or a variant is the one the page's address asks for. */
const chosen = (item: Item, page: PageAddress): number =>
  (page.matches(text(item, 'url', '@id')) === 2 ? 2 : 0) + (page.names(text(item, 'sku', 'productID', 'mpn')) ? 1 : 0);

const best = (items: Item[], page: PageAddress): Item | undefined => {
  let winner: Item | undefined;
  let top = 0;
  for (const item of items) {
    const score = chosen(item, page);
    if (score > top) [winner, top] = [item, score];
  }
  return winner;
};

/** The offer that the address asks for, else what all offers say together: the lowest price of what can be bought. */
function readOffers(item: Item, page: PageAddress): Terms & { offer?: Item | undefined } {
  const offers = offersOf(item);
  const offer = best(offers, page) ?? (offers.length === 1 ? offers[0] : undefined);
  if (offer) return { ...termsOf(offer), offer };
  const all = offers.map(termsOf);
  const buyable = all.filter(({ availability }) => !/^(OutOf|Sold|Disc)/.test(availability ?? ''));
  const result: Terms = {
    availability: (buyable.find((one) => one.availability) ?? all.find((one) => one.availability))?.availability,
  };
  for (const one of buyable.length ? buyable : all) {
    if (one.price && !(one.price >= result.price!)) {
      result.price = one.price;
      result.listPrice = one.listPrice;
    }
    result.currency ??= one.currency;
  }
  return result;
}

/** Sets what is known and leaves out what is not: an absent field is absent, not `undefined`. */
export function known<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/**
 * What an item of the schema.org vocabulary says about a product.
 *
 * @param page decides which variant or offer counts
 */
export function productFromItem(item: Item, page: PageAddress): PartialProduct {
  const variants = itemsOf(item, 'hasVariant');
  const variant = best(variants, page) ?? variants[0];
  const group = itemsOf(item, 'isVariantOf')[0];
  const from = (...properties: string[]): string | undefined =>
    (variant && text(variant, ...properties)) ?? text(item, ...properties) ?? (group && text(group, ...properties));
  const offers = { ...readOffers(item, page), ...(variant && known(readOffers(variant, page))) };
  const { offer = {}, currency, price, listPrice } = offers;
  // `productID` may be written as `isbn:9780…`.
  const productId = from('productID')?.replace(/^[a-z]+\d*:/i, '');
  const sku = from('sku') ?? text(offer, 'sku') ?? productId ?? from('identifier');
  const mpn = from('mpn') ?? text(offer, 'mpn');
  const gtin = ['gtin13', 'gtin', 'gtin14', 'gtin12', 'gtin8', 'isbn', 'productID']
    .map((name) => gtinOf((from(name) ?? text(offer, name))?.replace(/^(gtin|isbn|ean|upc)\d*:/i, '')))
    .find(Boolean);
  const url = [variant, item, offer].map((one) => one && absoluteUrl(text(one, 'url'), page.href)).find(Boolean);
  return known<Product>({
    id: sku,
    name: from('name'),
    url: url ?? absoluteUrl(/^http/.test(String(item['@id'])) && item['@id'], page.href),
    image: [variant, item]
      .flatMap((one) => (one ? valuesOf(one, 'image') : []))
      .map((value) => address(value, page.href))
      .find(Boolean),
    price: price ?? parsePrice(from('price'), currency),
    currency: currency ?? currencyOf(from('priceCurrency')),
    brand: from('brand'),
    category:
      valuesOf(item, 'category')
        .map((value) => (isItem(value) ? text(value, 'name') : cleanText(value)))
        .filter(Boolean)
        .join(' > ')
        .slice(0, 500) || undefined,
    variant:
      variant || group
        ? ['size', 'color', 'pattern', 'material']
            .map((name) => text(variant ?? item, name))
            .filter(Boolean)
            .join(' / ') || undefined
        : undefined,
    availability: offers.availability ?? parseAvailability(from('availability')),
    listPrice,
    sku,
    gtin,
    // Shop systems fill this with their own number, too; then it tells nothing.
    mpn: mpn === sku ? undefined : mpn,
  });
}

const product = /product|vehicle|^car$|motorcycle/;
const neverSold = /article|posting|page|organization|business|store|recipe|website|list|review|offer|person|brand/;

/** Whether an item is something sold: a product by type, or anything else (a book, a ticket) that has offers. */
export const isProductItem = (item: Item): boolean => {
  const types = typesOf(item);
  return (
    types.some((type) => product.test(type) && !neverSold.test(type)) ||
    (types.length > 0 && itemsOf(item, 'offers').length > 0 && !types.some((type) => neverSold.test(type)))
  );
};
