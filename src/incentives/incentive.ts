import type { FactDetails } from '../events/vocabulary.js';

/** What is given; the kinds of the facts about incentives. */
export type IncentiveKind = FactDetails['incentive_grant']['kind'];

/** Money: a decimal number and an ISO 4217 code. */
export interface Money {
  value: number;
  currency: string;
}

/** Where the code comes from: never from the page itself. */
export type CodeSource =
  /** The same for everybody. */
  | { from: 'static'; code: string }
  /** An offer that the shop's server has signed, and verifies itself when it is used. */
  | { from: 'signed'; url: string }
  /** One of a number of codes, each handed out once, reserved for a time. */
  | { from: 'pool'; url: string; /** Where one is given back that will not be used. */ release?: string };

/** What a shop offers, and on which terms. */
export interface Incentive {
  /** The shop's own identifier. Not the code: this one is in facts and records. */
  id: string;
  kind: IncentiveKind;
  /** What it is, in the shop's words: `10 % off your first order`. */
  name: string;
  /** The conditions, in plain words. */
  terms?: string;
  /** What it takes off the matching goods: a share in hundredths, or an amount. For comparing; the shop's cart calculates. */
  percent?: number;
  amount?: Money;
  /** What the matching goods have to cost together. */
  minimum?: Money;
  /** Identifiers or SKUs of the products that it is for; all of them without. */
  products?: readonly string[];
  /** Categories that it is for, each as a product has it or the beginning of that: `Kitchen` for `Kitchen > Teapots`. */
  categories?: readonly string[];
  /** When it is over for everybody, in milliseconds since 1970. */
  endsAt?: number;
  /** How long it lasts after it was granted: the end is stored then, and stays. */
  lastsMs?: number;
  /** Whether it can be used beside others. */
  stackable: boolean;
  /** What one use costs the shop: the value of the fact that tells of it. */
  cost?: Money;
  /** How many there are for everybody together: a condition, and told as one. The shop's server keeps count; a page could not. */
  limit?: number;
  /** An audience, as campaigns have it, that buys anyway: it is not shown this, and not given it. What somebody has, stays theirs. */
  notFor?: Readonly<Record<string, unknown>>;
  code?: CodeSource;
  /** A link that applies it, with `{code}` or `{offer}` in it: `/discount/{code}?redirect=/cart`. */
  apply?: string;
}
