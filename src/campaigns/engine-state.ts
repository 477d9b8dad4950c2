import type { Attributes } from './match-condition.js';
import { emptyMemory } from './memory.js';
import type { Memory } from './memory.js';
import type { Situation } from './signal.js';
import type { Ruling } from './ruling.js';

/** A moment that was noticed. */
export interface RipeMoment {
  moment: string;
  noticedAt: number;
  /** Its luck, which stays with it: who is assigned without a name, and which of several campaigns is drawn. */
  roll: number;
}

/** A prompt that was chosen or is open, and the moment that it answers. */
export interface Prompt extends RipeMoment {
  campaign: string;
  variant: string;
  at: number;
}

/** All that the engine knows between two signals: plain JSON, never changed, bounded in size. */
export interface EngineState {
  /** Time of the latest signal, in milliseconds since 1970. */
  at: number;
  visitor: string;
  session: string;
  sessionAt: number;
  pageAt: number;
  phone: boolean;
  fromSearch: boolean;
  utcOffsetMinutes: number;
  previews: Readonly<Record<string, number | string>>;
  situation: Readonly<Situation>;
  attributes: Attributes;
  /** Moments that something passing has held, each once: they are asked again. */
  ripe: readonly RipeMoment[];
  /** What its surface is to prepare, and to say `ready` of. */
  chosen?: Prompt;
  /** What the shopper sees. */
  open?: Prompt;
  /** What was decided, the latest last; of each campaign at least the latest. */
  rulings: readonly Ruling[];
  memory: Memory;
}

/** Nothing has happened yet in the page. */
export const noSituation: Readonly<Situation> = Object.freeze({
  settled: false,
  engaged: false,
  prerendering: false,
  hidden: false,
  consentDialogOpen: false,
  hostDialogOpen: false,
  promptOpen: false,
  videoPlaying: false,
  typing: false,
  checkout: false,
  paused: false,
});

/** Before the first signal. @param memory what the device remembers */
export function initialState(memory: Memory = emptyMemory): EngineState {
  return {
    at: 0,
    visitor: '',
    session: '',
    sessionAt: 0,
    pageAt: 0,
    phone: false,
    fromSearch: false,
    utcOffsetMinutes: 0,
    previews: {},
    situation: noSituation,
    attributes: {},
    ripe: [],
    rulings: [],
    memory,
  };
}

/** What was decided on a campaign last. */
export function lastRuling({ rulings }: EngineState, campaign: string): Ruling | undefined {
  return rulings.findLast((ruling) => ruling.campaign === campaign);
}
