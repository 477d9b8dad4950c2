import type { CueRecord } from '../events/record.js';
import { hash } from '../experiments/hash.js';
import type { Campaign } from './campaign.js';
import { initialState } from './engine-state.js';
import type { EngineState } from './engine-state.js';
import { nothingTold, tell } from './know-from-records.js';
import type { Attributes } from './match-condition.js';
import type { Memory } from './memory.js';
import { prepareRules } from './prepare-rules.js';
import type { RulesOptions } from './prepare-rules.js';
import { reduce } from './reduce.js';
import type { Rules } from './rules.js';
import type { Ruling } from './ruling.js';
import type { BareSignal, Signal } from './signal.js';

/** How long a prompt stays, where nobody has seen how long it did. */
const STAYS_MS = 10_000;

export interface ReplayOptions extends RulesOptions {
  /** What the device remembered at the beginning. */
  memory?: Memory;
  /**
   * Whether prompts come and go by themselves, `ready` and `closed` of the recording being about others: for campaigns that
   * were not there then. Records are always replayed so.
   */
  simulate?: boolean;
  /** Moments, beside its own (`after-add-to-cart`), that a record gives rise to. */
  moments?: (record: CueRecord, attributes: Attributes) => readonly string[];
}

/** A ruling, and on whom. */
export interface ReplayedRuling extends Ruling {
  visitor: string;
  session: string;
}

export interface Replay {
  decisions: readonly ReplayedRuling[];
  /** The state at the end, by visitor; of a recording of signals, one. */
  states: ReadonlyMap<string, EngineState>;
}

/**
 * What would have been decided: of a recording of signals the same as it was, or, of the records of yesterday, who would
 * have seen what. Records tell what shoppers did, not what went on in their pages: each is taken to have happened on a
 * page that had settled, and moments of which there is no record (leaving, hesitating) are not in it.
 */
export function replay(
  entries: Iterable<Signal | CueRecord>,
  campaigns: readonly Campaign[],
  options: ReplayOptions = {},
): Replay {
  const rules = prepareRules(campaigns, options);
  const signals: Signal[] = [];
  const records = new Map<string, CueRecord>();
  for (const entry of entries) {
    if ('type' in entry) signals.push(entry);
    else if (!records.has(entry.id)) records.set(entry.id, entry);
  }
  const decisions: ReplayedRuling[] = [];
  const states = new Map<string, EngineState>();
  const start = () => createRun(rules, options.memory, decisions);

  if (signals.length) {
    const run = start();
    for (const signal of signals) {
      if (!options.simulate) run.take(signal);
      else if (signal.type !== 'ready' && signal.type !== 'closed') run.simulate(signal);
    }
    states.set(run.state().visitor, run.state());
  }
  const runs = new Map<string, (record: CueRecord) => void>();
  const inOrder = [...records.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  for (const record of inOrder) {
    let play = runs.get(record.visitor);
    if (!play) {
      const run = start();
      const next = playRecords(run, rules, options);
      play = (each) => {
        next(each);
        states.set(each.visitor, run.state());
      };
      runs.set(record.visitor, play);
    }
    play(record);
  }
  return { decisions, states };
}

interface Run {
  state(): EngineState;
  take(signal: Signal): void;
  simulate(signal: Signal): void;
}

function createRun(rules: Rules, memory: Memory | undefined, decisions: ReplayedRuling[]): Run {
  let state = initialState(memory);
  function take(signal: Signal): void {
    const step = reduce(state, signal, rules);
    // A new page is another visitor's or visit's at most; what was left behind belongs to the one before.
    const { visitor, session } = signal.type === 'page' ? state : step.state;
    for (const decision of step.decisions) decisions.push({ ...decision, visitor, session });
    state = step.state;
  }
  return {
    state: () => state,
    take,
    simulate(signal) {
      const { open } = state;
      if (open && signal.at - open.at >= STAYS_MS)
        take({ type: 'closed', campaign: open.campaign, at: open.at + STAYS_MS, roll: 0 });
      take(signal);
      if (state.chosen) take({ type: 'ready', campaign: state.chosen.campaign, at: signal.at, roll: signal.roll });
    },
  };
}

/** Plays the records of one visitor, in their order. */
function playRecords(run: Run, rules: Rules, { moments }: ReplayOptions): (record: CueRecord) => void {
  const told = nothingTold();
  let url: string | undefined;
  return (record) => {
    // Luck that is the same whenever these records are replayed.
    const roll = luckOf(record.id);
    const send = (signal: BareSignal, at = record.at) => run.simulate({ ...signal, at, roll });
    const { visitor, session } = record;
    if (session !== run.state().session || record.page.url !== url) {
      url = record.page.url;
      const openedAt = Math.max(run.state().at, record.at - rules.policy.settleMs);
      send({ type: 'page', visitor, session, settled: true, engaged: true }, Math.min(openedAt, record.at));
    }
    tell(told, record);
    send({ type: 'know', attributes: { ...told.attributes } });
    const campaign = record.params?.promotion_name;
    send({ type: 'fact', name: record.name, ...(typeof campaign === 'string' && { campaign }) });
    for (const moment of moments?.(record, told.attributes as unknown as Attributes) ?? [])
      send({ type: 'moment', moment });
  };
}

function luckOf(id: string): number {
  return hash('luck', id)!;
}
