import type { Availability } from '../events/product.js';

const names =
  'BackOrder Discontinued InStock InStoreOnly LimitedAvailability MadeToOrder OnlineOnly OutOfStock PreOrder PreSale Reserved SoldOut'.split(
    ' ',
  ) as Availability[];

/** Words of Open Graph (`oos`, `pending`) and of merchant feeds (`available for order`) for the same thing. */
const others: Record<string, Availability> = {
  available: 'InStock',
  oos: 'OutOfStock',
  unavailable: 'OutOfStock',
  notavailable: 'OutOfStock',
  pending: 'PreOrder',
  availablefororder: 'BackOrder',
};

/**
 * Reads schema.org's ItemAvailability in any spelling (address with http or https, bare, any case, `in stock`,
 * `in_stock`) and Open Graph's words. `undefined` for anything else: a sentence for people is not interpreted.
 */
export function parseAvailability(value: unknown): Availability | undefined {
  if (typeof value !== 'string') return;
  const word = value
    .trim()
    .replace(/\/$/, '')
    .replace(/^.*[/#:]/s, '')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();
  return names.find((name) => name.toLowerCase() === word) ?? (Object.hasOwn(others, word) ? others[word] : undefined);
}
