// @ts-check
import { randomUUID, scryptSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { findProduct, findVariant, offerOf, shop } from './catalog.mjs';
import { findOffer } from './incentives.mjs';
import { add } from './money.mjs';

/**
 * @typedef {{ slug: string, variant: string | undefined, quantity: number }} Line
 * @typedef {{ product: import('./catalog.mjs').Product, variant: import('./catalog.mjs').Variant | undefined, key: string,
 *   price: number, quantity: number, total: number }} PricedLine
 * @typedef {{ number: string, placedAt: number, lines: PricedLine[], shipping: number, total: number,
 *   address: Record<string, string>, incentive?: string }} Order
 * @typedef {{ email: string, name: string, salt: Buffer, hash: Buffer, orders: Order[], offered?: string }} Account
 * @typedef {{ id: string, cart: Map<string, Line>, account: Account | undefined, orders: Order[], notice: string | undefined,
 *   reviews: Map<string, import('./reviews.mjs').Waiting>, incentive?: import('./incentives.mjs').Applied | undefined,
 *   refused?: { id: string, reason: string } | undefined, letters?: boolean, reads?: boolean }} Session
 */

export const MAX_QUANTITY = 12;
const MAX_SESSIONS = 500;

/** What a demo shop knows, in memory: gone when the server stops, which is what a demo should do. */
export function createSessions() {
  /** @type {Map<string, Session>} */
  const sessions = new Map();
  /** @type {Map<string, Account>} */
  const accounts = new Map();
  let orderNumber = 20417;

  /** @returns {Session} */
  const empty = () => ({
    id: '',
    cart: new Map(),
    account: undefined,
    orders: [],
    notice: undefined,
    reviews: new Map(),
  });

  return {
    /** The session of a cookie; an unknown or missing one reads as empty and is stored by `keep`. @param {string | undefined} id */
    read: (id) => (id && sessions.get(id)) || empty(),

    /** Gives the session an id and keeps it. The oldest go when there are too many. @param {Session} session */
    keep(session) {
      session.id ||= randomUUID();
      sessions.delete(session.id);
      sessions.set(session.id, session);
      for (const id of sessions.keys()) {
        if (sessions.size <= MAX_SESSIONS) break;
        sessions.delete(id);
      }
      return session.id;
    },

    /** @param {Session} session @param {Record<string, string>} address @returns {Order} */
    placeOrder(session, address) {
      const cart = priceCart(session);
      /** @type {Order} */
      const order = {
        number: `SH-${(orderNumber += 7)}`,
        placedAt: Date.now(),
        lines: cart.lines,
        shipping: cart.shipping,
        total: cart.total,
        address,
        ...(session.incentive && { incentive: session.incentive.id }),
      };
      session.incentive = undefined;
      session.orders.unshift(order);
      session.account?.orders.unshift(order);
      session.cart.clear();
      return order;
    },

    /** @param {string} email @param {string} name @param {string} password @returns {Account | undefined} undefined when taken */
    signUp(email, name, password) {
      const id = email.toLowerCase();
      if (accounts.has(id)) return undefined;
      const salt = randomBytes(16);
      const account = { email, name, salt, hash: scryptSync(password, salt, 32), orders: [] };
      accounts.set(id, account);
      return account;
    },

    /** @param {string} email @param {string} password @returns {Account | undefined} */
    signIn(email, password) {
      const account = accounts.get(email.toLowerCase());
      return account && timingSafeEqual(account.hash, scryptSync(password, account.salt, 32)) ? account : undefined;
    },
  };
}

/** @param {string} slug @param {string | undefined} variant */
export const lineKey = (slug, variant) => (variant ? `${slug}.${variant}` : slug);

/** The cart with today's prices: lines never carry a price of their own. @param {Session} session */
export function priceCart(session) {
  /** @type {PricedLine[]} */
  const lines = [];
  for (const [key, line] of session.cart) {
    const product = findProduct(line.slug);
    if (!product) continue;
    const variant = line.variant === undefined ? undefined : findVariant(product, line.variant);
    const { price } = offerOf(product, variant);
    lines.push({
      product,
      variant,
      key,
      price,
      quantity: line.quantity,
      total: Math.round(price * 100 * line.quantity) / 100,
    });
  }
  const goods = add(...lines.map((line) => line.total));
  const offer = session.incentive && findOffer(session.incentive.id);
  const discount = offer?.percent ? Math.round(goods * offer.percent) / 100 : 0;
  const free = offer?.kind === 'free-shipping' || goods >= shop.freeShippingFrom;
  const shipping = lines.length === 0 || free ? 0 : shop.shipping;
  return {
    lines,
    count: lines.reduce((count, line) => count + line.quantity, 0),
    goods,
    discount,
    offer,
    shipping,
    total: add(goods, -discount, shipping),
  };
}
