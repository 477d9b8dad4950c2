/** Whether a product can be bought now, in schema.org's own words (https://schema.org/ItemAvailability). */
export type Availability =
  | 'BackOrder'
  | 'Discontinued'
  | 'InStock'
  | 'InStoreOnly'
  | 'LimitedAvailability'
  | 'MadeToOrder'
  | 'OnlineOnly'
  | 'OutOfStock'
  | 'PreOrder'
  | 'PreSale'
  | 'Reserved'
  | 'SoldOut';

/**
 * One product, as the page, the shop's code or an attribute describes it. Only `id` is sure to be there: a field that
 * was not found is absent, never guessed.
 */
export interface Product {
  /** The shop's own identifier: SKU, product or variant number; without any of them, the path of the product's page. */
  id: string;
  name?: string;
  /** Absolute http(s) address of the product's page. */
  url?: string;
  /** Absolute http(s) address of a picture. */
  image?: string;
  /** What one piece costs now, as a decimal number in `currency`: `12.5` is twelve and a half euros, not cents. */
  price?: number;
  /** ISO 4217 code in capitals: `EUR`. */
  currency?: string;
  brand?: string;
  /** From general to special, joined by ` > `: `Kitchen > Teapots`. */
  category?: string;
  /** The chosen variant in the shop's words: `Large / Blue`. */
  variant?: string;
  availability?: Availability;
  /** The price before a reduction, in `currency`; only present when it is above `price`. */
  listPrice?: number;
  sku?: string;
  /** GTIN-8, -12, -13 or -14: digits only. */
  gtin?: string;
  /** The manufacturer's part number. */
  mpn?: string;
}
