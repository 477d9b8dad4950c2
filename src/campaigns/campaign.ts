import type { Namespace } from '../experiments/in-namespace.js';
import type { Boundary } from './boundary.js';
import type { Condition } from './match-condition.js';
import type { Cap } from './read-caps.js';
import type { Opening } from './schedule.js';

/** One way to say it, and how often it is to be said so. */
export interface Variant {
  name: string;
  /** In any unit: of weights 1 and 2, the second is seen by two thirds. */
  weight: number;
}

/** One rule: at which moment, for whom, how often, what. Made by `readCampaign`, of JSON or of what an element declares. */
export interface Campaign {
  name: string;
  /** Names of the moments that it waits for: `exit-intent`, `after-add-to-cart` … */
  moments: readonly string[];
  /** Condition on what is known; without one, everybody. */
  audience?: Condition;
  /** All of them hold; once a visit, when the shop says nothing. */
  caps: readonly Cap[];
  /** Campaigns of a group share the caps that the policy has for it. */
  group?: string;
  /** What the shopper is asked for: `newsletter`, `account`. Whoever has given it, or has said no, is not asked by another campaign either. */
  asks?: string;
  /** Share of shoppers, from 0 to 1, who see nothing and are measured. */
  holdout: number;
  start?: Boundary;
  end?: Boundary;
  schedule?: readonly Opening[];
  /** Of several that could be shown, the one with the greatest. */
  priority: number;
  /** Campaigns of which a shopper sees at most one, this one or them. */
  exclusiveWith: readonly string[];
  /** Campaigns that the shopper must have seen, and how long ago at least. */
  after: readonly { campaign: string; waitMs: number }[];
  /** Part of all shoppers for whom it is, so that campaigns tried at the same time do not meet in one shopper. */
  namespace?: Namespace;
  /** At least one. */
  variants: readonly Variant[];
  /** Id of what is shown: the element that waits for it. */
  surface: string;
  /** Whether it lies over the page; what has its own place in the page may be shown to a phone that came from a search. */
  overlay: boolean;
  /** Switched off by the shop. */
  paused: boolean;
  /** Fields that were not understood and without which it must not be shown. */
  faults: readonly string[];
}
