import type { FactName } from '../events/vocabulary.js';
import type { Attributes } from './match-condition.js';
import type { Memory } from './memory.js';

/** What is going on in the page. */
export interface Situation {
  /** It has loaded and does not jump any more. */
  settled: boolean;
  /** The shopper has done something on it: scrolled, pressed, pointed. */
  engaged: boolean;
  prerendering: boolean;
  /** In the background. */
  hidden: boolean;
  consentDialogOpen: boolean;
  /** A dialog or popover of the shop's or of another vendor is open. */
  hostDialogOpen: boolean;
  /** A prompt is open, though it may be one that no campaign has shown. */
  promptOpen: boolean;
  videoPlaying: boolean;
  /** A field has the focus. */
  typing: boolean;
  /** This is a page of the checkout. */
  checkout: boolean;
  /** The shop has asked for silence. */
  paused: boolean;
}

/** A page view begins. What is not said is not so. */
export interface PageSignal extends Partial<Situation> {
  type: 'page';
  /** Identifier of the browser; empty when there is none, and then variants are drawn anew each time. */
  visitor: string;
  session: string;
  /** Since when the visit has lasted; without it, since this page when the session is another than before. */
  sessionAt?: number;
  phone?: boolean;
  /** The shopper came here from a search engine. */
  fromSearch?: boolean;
  /** How far the shopper's clock is ahead of UTC. */
  utcOffsetMinutes?: number;
  /** Variants that the shop wants to look at, by campaign: their names, or their places from 0. */
  previews?: Readonly<Record<string, number | string>>;
}

/** Something that the engine is told. */
export type BareSignal =
  | PageSignal
  /** Something in the page has changed. */
  | { type: 'situation'; change: Partial<Situation> }
  /** More is known of the shopper: each name given replaces what was known by it. */
  | { type: 'know'; attributes: Attributes }
  /** What the device, or another tab, remembers. */
  | { type: 'remember'; memory: Memory }
  /** The shopper may be receptive now. */
  | { type: 'moment'; moment: string }
  /** Something happened; its own moment, `after-add-to-cart` for instance, goes along. */
  | { type: 'fact'; name: FactName; campaign?: string }
  /** What has held a moment may have passed. */
  | { type: 'again' }
  /** What was chosen is ready to be shown, this instant if it still may. */
  | { type: 'ready'; campaign: string }
  /** What was shown is gone. */
  | { type: 'closed'; campaign: string }
  /** What the shopper answered, to a campaign or, anywhere on the page, to what campaigns ask for. */
  | { type: 'answer'; answer: Answer; campaign?: string; asks?: string };

/** `not-now` holds for some days, `no-thanks` for months, `given` (already subscribed, already has an account) for good. */
export type Answer = 'not-now' | 'no-thanks' | 'given';

/** A signal with its time and its luck: all that a decision depends on is in it, so that a recording can be played again. */
export type Signal = BareSignal & {
  /** Milliseconds since 1970. */
  at: number;
  /** A random number, at least 0 and below 1: decides between campaigns of the same priority. */
  roll: number;
};
