// @ts-check
import { randomBytes } from 'node:crypto';
import { generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { createPool } from './incentive-pool.mjs';

/**
 * @typedef {'ended' | 'used' | 'gone' | 'minimum' | 'products' | 'stacking' | 'unknown'} Reason
 * @typedef {{ id: string, text: string }} Applied what a session has in its basket: the incentive, and the code or offer
 */

const HOUR_MS = 3_600_000;
const WELCOME_MS = 48 * HOUR_MS;
const BASKET_MS = 24 * HOUR_MS;
const DELIVERY_MS = 2 * HOUR_MS;
const ISSUER = 'second-helping';
/** The code that is the same for everybody. */
const RIBBON = 'RIBBON';

/** What the shop offers, as its pages say it. No code is in it: codes come one by one, from here. */
export const offers = [
  {
    id: 'WELCOME',
    kind: 'discount',
    name: '10 % off your first order',
    terms: 'Once for each of us',
    percent: 10,
    minimum: { value: 40, currency: 'EUR' },
    lasts: '48h',
    limit: 200,
    code: { from: 'pool', url: '/incentives/reserve', release: '/incentives/release' },
  },
  {
    id: 'BASKET',
    kind: 'discount',
    name: '5 % off this basket',
    terms: 'For whoever would like to sleep on it',
    percent: 5,
    minimum: { value: 40, currency: 'EUR' },
    lasts: '24h',
    // Who has that much in it is about to buy anyway.
    notFor: { 'cart.value': { $gte: 150 } },
    code: { from: 'pool', url: '/incentives/reserve', release: '/incentives/release' },
  },
  {
    id: 'DELIVERY',
    kind: 'free-shipping',
    name: 'Delivery on us, for a new account',
    lasts: '2h',
    code: { from: 'signed', url: '/incentives/offer' },
  },
  {
    id: RIBBON,
    kind: 'gift',
    name: 'Wrapped as a present, on us',
    terms: 'For whoever keeps a list',
    code: RIBBON,
  },
  { id: 'POT-HOLDER', kind: 'gated-content', name: 'A pattern for a pot holder' },
];

/** Which incentive a text is said to be of; whether it is, is checked. @param {string} text a code or an offer */
export const idOf = (text) =>
  text.includes('.') ? 'DELIVERY' : text === RIBBON ? RIBBON : text.startsWith('STAY-') ? 'BASKET' : 'WELCOME';

/** What the shop says of an incentive in its basket. @type {Record<Reason | 'applied', string>} */
export const words = {
  applied: 'Taken off. It is in the sum already.',
  ended: 'That has ended. We would have liked to keep it for you, but an end is an end.',
  used: 'That has been used already.',
  gone: 'There are none left.',
  minimum: 'That needs a basket of €40 or more.',
  products: 'That is not for what is in your basket.',
  stacking: 'One at a time, please: take the other one out first.',
  unknown: 'We do not know that code. Is there a letter too many?',
};

/** Codes that can be read out on the telephone: no 0 and O, no 1 and I. @param {string} word what they begin with */
function makeCodes(word) {
  const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const code = () => [...randomBytes(8)].map((byte) => signs[byte % signs.length]).join('');
  return Array.from({ length: 200 }, () => `${word}-${code()}`);
}

/**
 * The shop's side of incentives, in memory: gives them out, each once, and decides at the basket. What a page says is not
 * trusted: it says no more than which code or offer it has got.
 * @param {{ now?: () => number }} [options]
 */
export function createIncentives({ now = Date.now } = {}) {
  /** @type {Record<string, ReturnType<typeof createPool>>} */
  const pools = {
    WELCOME: createPool({ codes: makeCodes('TEA'), reserveMs: WELCOME_MS, now }),
    BASKET: createPool({ codes: makeCodes('STAY'), reserveMs: BASKET_MS, now }),
  };
  /** @param {string} id */
  const poolOf = (id) => /** @type {ReturnType<typeof createPool>} */ (pools[id]);
  const keys = generateKeyPair('ES256');
  /** Offers by the token that they were asked for with: asked again, it is the same one. @type {Map<string, Promise<string>>} */
  const signed = new Map();
  /** @type {Set<string>} */
  const used = new Set();

  /** @param {string} token */
  async function sign(token) {
    return new SignJWT()
      .setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
      .setIssuer(ISSUER)
      .setSubject('DELIVERY')
      .setJti(token)
      .setIssuedAt(Math.floor(now() / 1000))
      .setExpirationTime(Math.floor((now() + DELIVERY_MS) / 1000))
      .sign((await keys).privateKey);
  }

  /** @param {string} offer @returns {Promise<{ id: string, jti: string } | { reason: Reason }>} */
  async function verify(offer) {
    try {
      const { payload } = await jwtVerify(offer, (await keys).publicKey, {
        algorithms: ['ES256'],
        issuer: ISSUER,
        requiredClaims: ['sub', 'jti', 'exp'],
        currentDate: new Date(now()),
      });
      return { id: String(payload.sub), jti: String(payload.jti) };
    } catch (error) {
      return { reason: /** @type {{ code?: string }} */ (error).code === 'ERR_JWT_EXPIRED' ? 'ended' : 'unknown' };
    }
  }

  /** @param {string} text a code or an offer @param {number} goods @returns {Promise<{ id: string } | { reason: Reason }>} */
  async function check(text, goods) {
    if (text.split('.').length === 3) {
      const read = await verify(text);
      if ('reason' in read) return read;
      return used.has(read.jti) ? { reason: 'used' } : { id: read.id };
    }
    if (text === RIBBON) return { id: RIBBON };
    const id = idOf(text);
    const pool = pools[id];
    const reason = pool ? (pool.refusal(text) ?? (goods < 40 ? 'minimum' : undefined)) : 'unknown';
    return reason ? { reason } : { id };
  }

  return {
    check,

    /** Whether codes of this incentive are given out one by one. @param {string} id */
    hasPool: (id) => Object.hasOwn(pools, id),

    /** @param {string} id @param {string} token */
    reserve: (id, token) => ({ ...poolOf(id).reserve(token), serverTime: now() }),

    /** @param {string} id @param {string} token */
    release: (id, token) => ({ released: poolOf(id).release(token), serverTime: now() }),

    /** @param {string} token */
    async offer(token) {
      const known = signed.get(token) ?? sign(token);
      signed.set(token, known);
      return { offer: await known, serverTime: now() };
    },

    /** With an order. @param {string} text */
    async redeem(text) {
      const read = text.split('.').length === 3 ? await verify(text) : undefined;
      if (!read) return void pools[idOf(text)]?.redeem(text);
      if ('jti' in read) used.add(read.jti);
    },
  };
}

/** @param {string} id */
export const findOffer = (id) => offers.find((offer) => offer.id === id);
