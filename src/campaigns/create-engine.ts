import type { Campaign } from './campaign.js';
import { initialState } from './engine-state.js';
import type { EngineState } from './engine-state.js';
import type { Memory } from './memory.js';
import { prepareRules } from './prepare-rules.js';
import type { RulesOptions } from './prepare-rules.js';
import { reduce } from './reduce.js';
import type { Ruling } from './ruling.js';
import type { BareSignal, Signal } from './signal.js';

export interface EngineOptions extends RulesOptions {
  campaigns?: readonly Campaign[];
  /** What the device remembers. */
  memory?: Memory;
  /** Milliseconds since 1970; a test and a story pass their own. */
  clock?: () => number;
  /** At least 0 and below 1. */
  random?: () => number;
  /** Told each signal with its time and its luck, before it is taken: a recording of them can be played again. */
  onSignal?: (signal: Signal) => void;
  /** Told what was decided, after the state is the new one. */
  onDecisions?: (decisions: readonly Ruling[]) => void;
}

export interface Engine {
  readonly state: EngineState;
  /** Takes a signal and says what it led to. */
  send(signal: BareSignal): readonly Ruling[];
  /** Other campaigns, or another policy, from now on. */
  setCampaigns(campaigns: readonly Campaign[], options?: RulesOptions): void;
}

/** The reducer with a state, a clock and a source of luck around it. */
export function createEngine(options: EngineOptions = {}): Engine {
  const { clock = Date.now, random = Math.random, onSignal, onDecisions } = options;
  let rules = prepareRules(options.campaigns ?? [], options);
  let state = initialState(options.memory);
  return {
    get state() {
      return state;
    },
    send(bare) {
      const signal: Signal = { ...bare, at: clock(), roll: random() };
      onSignal?.(signal);
      const step = reduce(state, signal, rules);
      state = step.state;
      if (step.decisions.length) onDecisions?.(step.decisions);
      return step.decisions;
    },
    setCampaigns(campaigns, more = options) {
      rules = prepareRules(campaigns, more);
    },
  };
}
