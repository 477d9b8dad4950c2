import { $cart, $cartHistory, cartUnchangedMs } from '../store/cart.js';
import type { Cart } from '../store/cart.js';
import { $consent } from '../store/consent.js';
import type { Consent } from '../store/consent.js';
import { $hesitation, scoreHesitation } from '../store/hesitation.js';
import type { SignTimes } from '../store/hesitation.js';
import { $past, $visit } from '../store/journey.js';
import type { Arrival, Past, Visit } from '../store/journey.js';
import { $session } from '../store/session.js';
import type { Session } from '../store/session.js';
import { $viewed } from '../store/viewed.js';
import type { Viewed } from '../store/viewed.js';
import { $wishlist } from '../store/wishlist.js';
import type { Wish } from '../store/wishlist.js';
import type { Attributes } from './match-condition.js';

/** What of the store audiences are about. */
export interface Knowledge {
  cart?: Cart | undefined;
  cartHistory?: readonly Cart[];
  wishlist?: readonly Wish[];
  viewed?: readonly Viewed[];
  session?: Session | undefined;
  visit?: Visit | undefined;
  past?: Past | undefined;
  /** When which signs of hesitation were seen. */
  hesitation?: ReadonlyMap<string, SignTimes>;
  consent?: Consent | undefined;
  /** Whether the shopper is known to get the newsletter. */
  subscribed?: boolean;
}

/** How somebody came to the shop; null as far as it is not known. */
export interface ArrivalAttributes {
  /** Path of the first page. */
  landing: string | null;
  /** Host of the page that led here; empty when none did. */
  referrer: string | null;
  utm: Record<'source' | 'medium' | 'campaign' | 'term' | 'content', string | null>;
}

/** The names that audiences may use. Numbers are counts, money in the cart's currency, or lengths in milliseconds. */
export interface AudienceAttributes {
  cart: {
    /** What the goods in it cost; 0 when it is empty, null before the shop has said. */
    value: number | null;
    currency: string | null;
    /** Pieces. */
    quantity: number | null;
    /** Ids of the products in it. */
    products: string[];
    categories: string[];
    /** How long it has stood as it is; null when there is nothing in it. */
    unchangedMs: number | null;
  };
  wishlist: { count: number; products: string[] };
  viewed: { count: number; products: string[]; categories: string[]; brands: string[] };
  /** Of this visit. */
  visit: ArrivalAttributes & {
    /** The how-manieth visit of this browser it is, from 1. */
    number: number | null;
    durationMs: number | null;
    /** Pages that were opened. */
    pages: number | null;
    /** How long the shopper was active. */
    activeMs: number | null;
  };
  /** Of all visits of this browser: how it came here first, how long the shopper was active. */
  visitor: ArrivalAttributes & {
    /** Has been here in an earlier visit. */
    returning: boolean | null;
    activeMs: number | null;
  };
  hesitation: {
    /** Sum of the signs of the last days, by `hesitationWeights`. */
    score: number;
  };
  consent: { personalization: string | null; analytics: string | null; ads: string | null };
  subscribed: boolean;
}

/** What an audience can be about, from what the store holds. @param now milliseconds since 1970 */
export function toAttributes(knowledge: Knowledge, now: number): AudienceAttributes {
  const { cart, cartHistory = [], wishlist = [], viewed = [], session, visit, past, consent } = knowledge;
  const { hesitation = new Map<string, SignTimes>(), subscribed = false } = knowledge;
  const products = (cart?.lines ?? []).map(({ product }) => product);
  const sum = cart?.lines.reduce<number | null>((total, { total: own, quantity, product: { price } }) => {
    const cost = own ?? (price === undefined ? null : price * quantity);
    return total === null || cost === null ? null : total + cost;
  }, 0);
  // Each is known by a consent of its own.
  const number = Math.max(session?.number ?? 0, visit?.number ?? 0) || null;
  return {
    cart: {
      value: cart?.total ?? sum ?? null,
      currency: cart?.currency ?? null,
      quantity: cart ? cart.lines.reduce((count, { quantity }) => count + quantity, 0) : null,
      products: distinct(products.map(({ id }) => id)),
      categories: distinct(products.map(({ category }) => category)),
      unchangedMs: cartUnchangedMs(cartHistory, now) ?? null,
    },
    wishlist: { count: wishlist.length, products: wishlist.map(({ product }) => product.id) },
    viewed: {
      count: viewed.length,
      products: viewed.map(({ product }) => product.id),
      categories: distinct(viewed.map(({ product }) => product.category)),
      brands: distinct(viewed.map(({ product }) => product.brand)),
    },
    visit: {
      number,
      durationMs: session ? Math.max(0, now - session.startedAt) : null,
      pages: visit?.pageCount ?? null,
      activeMs: visit?.activeMs ?? null,
      ...arrivalAttributes(visit?.arrival),
    },
    visitor: {
      returning: number === null ? null : number > 1,
      activeMs: past?.activeMs ?? null,
      ...arrivalAttributes(past?.first),
    },
    hesitation: { score: scoreHesitation(hesitation, now).score },
    consent: consent ? { ...consent } : { personalization: null, analytics: null, ads: null },
    subscribed,
  };
}

/** The same, of the page's own store. */
export function readAttributes(subscribed: boolean, now = Date.now()): AudienceAttributes {
  return toAttributes(
    {
      cart: $cart.get(),
      cartHistory: $cartHistory.get(),
      wishlist: $wishlist.get(),
      viewed: $viewed.get(),
      session: $session.get(),
      visit: $visit.get(),
      past: $past.get(),
      hesitation: $hesitation.get(),
      consent: $consent.get(),
      subscribed,
    },
    now,
  );
}

/** All names, with nothing known by them. */
export function emptyAttributes(): AudienceAttributes & Attributes {
  return { ...toAttributes({}, 0) };
}

/** Without one, its names. */
function arrivalAttributes(arrival?: Arrival): ArrivalAttributes {
  const { source = null, medium = null, campaign = null, term = null, content = null } = arrival?.utm ?? {};
  return {
    landing: arrival?.path ?? null,
    referrer: arrival?.referrer ?? null,
    utm: { source, medium, campaign, term, content },
  };
}

function distinct(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.filter((name) => name !== undefined))];
}
