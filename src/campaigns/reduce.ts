import { assign } from '../experiments/assign.js';
import type { FactName } from '../events/vocabulary.js';
import type { Campaign } from './campaign.js';
import { noSituation } from './engine-state.js';
import type { EngineState, Prompt, RipeMoment } from './engine-state.js';
import { answerKey, answerTopic, holdCampaign, holdPage, mayPass } from './manners.js';
import { mergeMemories, notAfter, withAnswer, withShowing } from './memory.js';
import { ripeMsOf } from './policy.js';
import type { PreparedCampaign, Question, Rules } from './rules.js';
import type { HeldReason, Reason, Ruling } from './ruling.js';
import type { Answer, PageSignal, Signal, Situation } from './signal.js';

/** Most rulings in the state; when there are more, only the latest on each campaign stays, and not on more campaigns than that. */
const MOST_RULINGS = 1000;
const MOST_RULED = 400;

/** Facts that give what campaigns ask for. */
const gives: Partial<Record<FactName, string>> = {
  newsletter_sign_up: 'newsletter',
  sign_up: 'account',
  login: 'account',
  review: 'review',
};

/** What a signal leads to. */
export interface Step {
  state: EngineState;
  /** One for each campaign whose moment it was, as soon as it is settled; those who are chosen hear at `ready`. */
  decisions: readonly Ruling[];
}

/**
 * The engine: what becomes of a state by a signal, and what is decided. Depends on nothing else, no clock, no luck, no
 * page, and changes nothing: what runs live, in a test, in a story and in a replay is this function.
 */
export function reduce(before: EngineState, signal: Signal, rules: Rules): Step {
  const decisions: Ruling[] = [];
  function hold(campaign: string, reason: HeldReason, { moment, noticedAt }: RipeMoment): void {
    // While a moment waits, nothing is said twice.
    const isSaid = (said: Ruling): boolean =>
      said.campaign === campaign && said.moment === moment && said.reason === reason && said.at >= noticedAt;
    if (signal.type === 'again' && before.rulings.some(isSaid)) return;
    decisions.push({ at: signal.at, campaign, outcome: 'held', reason, moment });
  }
  const settle = ({ campaign, variant, moment }: Prompt, reason: Reason) =>
    void decisions.push({
      at: signal.at,
      campaign,
      outcome: reason === 'allowed' ? 'shown' : 'held',
      reason,
      variant,
      moment,
    });

  let state = atTime(before, signal.at);
  if (state.chosen && signal.at - state.chosen.at > rules.policy.prepareMs) {
    settle(state.chosen, 'too-late');
    state = without(state, 'chosen');
  }

  switch (signal.type) {
    case 'page':
      if (state.chosen) settle(state.chosen, 'page-left');
      state = onPage(state, signal, signal.at);
      break;
    case 'situation':
      state = { ...state, situation: { ...state.situation, ...flagsOf(signal.change) } };
      break;
    case 'know':
      state = { ...state, attributes: { ...state.attributes, ...signal.attributes } };
      break;
    case 'remember':
      state = { ...state, memory: notAfter(mergeMemories(state.memory, signal.memory), signal.at) };
      break;
    case 'answer':
      state = onAnswer(state, signal.answer, signal.asks ?? topicOf(signal.campaign, rules));
      break;
    case 'closed':
      if (state.open?.campaign === signal.campaign) state = closed(state);
      break;
    case 'ready': {
      const chosen = state.chosen;
      if (chosen?.campaign !== signal.campaign) {
        if (!decisions.length) hold(signal.campaign, 'not-chosen', noticed('ready'));
        break;
      }
      state = without(state, 'chosen');
      const campaign = rules.campaigns.get(chosen.campaign);
      const question = asked(chosen, state);
      const held = holdPage(question);
      const reason = campaign ? (held ?? holdCampaign(campaign, question)) : 'withdrawn';
      settle(chosen, reason ?? 'allowed');
      state = reason ? withRipe(chosen, reason, question) : shown(state, chosen, campaign!);
      break;
    }
    case 'fact':
      state = onFact(state, signal.name, signal.campaign, rules);
      state = onMoment(noticed(`after-${signal.name.replaceAll('_', '-')}`), state);
      break;
    case 'moment':
      state = onMoment(noticed(signal.moment), state);
      break;
    case 'again':
      // The latest is the nearest to what the shopper does now.
      for (const ripe of [...state.ripe].sort((a, b) => b.noticedAt - a.noticedAt)) state = onMoment(ripe, state);
      break;
  }
  return { state: remembering(state, decisions), decisions };

  function noticed(moment: string): RipeMoment {
    return { moment, noticedAt: signal.at, roll: signal.roll };
  }

  /** For a visitor without a name, variants and holdouts are drawn anew for each moment. */
  function asked({ roll }: RipeMoment, state: EngineState): Question {
    return { state, rules, now: signal.at, id: state.visitor || String(roll) };
  }

  /** Rules on each campaign that waits for the moment; one of those that nothing holds is chosen. */
  function onMoment(ripe: RipeMoment, earlier: EngineState): EngineState {
    const { moment, noticedAt, roll } = ripe;
    const waiting = rules.byMoment.get(moment);
    const now = withoutRipe(moment, earlier);
    if (!waiting || signal.at > noticedAt + ripeMsOf(moment, rules.policy)) return now;
    const question = asked(ripe, now);
    const held = holdPage(question);
    const free: PreparedCampaign[] = [];
    for (const campaign of waiting) {
      const reason = held ?? holdCampaign(campaign, question);
      if (reason) hold(campaign.name, reason, ripe);
      else free.push(campaign);
    }
    const winner = choose(free, roll);
    if (!winner) return held ? withRipe(ripe, held, question) : now;
    for (const campaign of free) if (campaign !== winner) hold(campaign.name, 'lower-priority', ripe);
    const variant = variantOf(winner, question.id, now);
    return { ...now, chosen: { ...ripe, campaign: winner.name, variant, at: signal.at } };
  }
}

/** When the clock was put back, what lay ahead counts as just done. */
function atTime(state: EngineState, now: number): EngineState {
  if (now >= state.at) return { ...state, at: now };
  const noticed = <T extends RipeMoment>(ripe: T): T => ({ ...ripe, noticedAt: Math.min(ripe.noticedAt, now) });
  const cut = (prompt: Prompt): Prompt => noticed({ ...prompt, at: Math.min(prompt.at, now) });
  return {
    ...state,
    at: now,
    pageAt: Math.min(state.pageAt, now),
    sessionAt: Math.min(state.sessionAt, now),
    memory: notAfter(state.memory, now),
    ripe: state.ripe.map(noticed),
    ...(state.chosen && { chosen: cut(state.chosen) }),
    ...(state.open && { open: cut(state.open) }),
  };
}

function onPage(before: EngineState, signal: PageSignal, now: number): EngineState {
  const state = closed(without(before, 'chosen'));
  const same = signal.session === state.session;
  return {
    ...state,
    visitor: signal.visitor,
    session: signal.session,
    sessionAt: Math.min(now, signal.sessionAt ?? (same ? state.sessionAt : now)),
    pageAt: now,
    phone: signal.phone === true,
    fromSearch: signal.fromSearch === true,
    utcOffsetMinutes: signal.utcOffsetMinutes ?? 0,
    previews: signal.previews ?? {},
    situation: { ...noSituation, ...flagsOf(signal) },
    ripe: [],
  };
}

/** Only what is a flag, and one that there is. */
function flagsOf(change: Partial<Situation>): Partial<Situation> {
  const flags: Partial<Situation> = {};
  for (const name of Object.keys(noSituation) as (keyof Situation)[])
    if (typeof change[name] === 'boolean') flags[name] = change[name];
  return flags;
}

function onFact(before: EngineState, name: FactName, campaign: string | undefined, rules: Rules): EngineState {
  // A fact is something that the shopper has done.
  const situation = { ...before.situation, engaged: true };
  if (name === 'begin_checkout') situation.checkout = true;
  if (name === 'purchase') situation.checkout = false;
  let state: EngineState = { ...before, situation };
  if (Object.hasOwn(gives, name)) state = onAnswer(state, 'given', gives[name]);
  if (name === 'prompt_dismiss' && campaign !== undefined) {
    state = onAnswer(state, 'not-now', topicOf(campaign, rules));
    if (state.open?.campaign === campaign) state = closed(state);
  }
  return state;
}

function onAnswer(state: EngineState, answer: Answer, topic: string | undefined): EngineState {
  return topic === undefined
    ? state
    : { ...state, memory: withAnswer(state.memory, answerKey(answer, topic), state.at) };
}

/** An answer to a campaign that is gone meanwhile is still an answer. */
function topicOf(name: string | undefined, { campaigns }: Rules): string | undefined {
  return name === undefined ? undefined : answerTopic(campaigns.get(name) ?? { name });
}

/** The greatest priority; of several with the same, the roll decides, so that none is always behind. */
function choose(free: readonly Campaign[], roll: number): Campaign | undefined {
  const most = Math.max(...free.map(({ priority }) => priority));
  const best = free.filter(({ priority }) => priority === most);
  return best[Math.min(best.length - 1, Math.floor(roll * best.length))];
}

function variantOf({ name, variants }: Campaign, id: string, { previews }: EngineState): string {
  const asked = Object.hasOwn(previews, name) ? String(previews[name]) : undefined;
  const preview = variants.find((variant, index) => variant.name === asked || String(index) === asked);
  const drawn = assign(id, { salt: name, weights: variants.map(({ weight }) => weight) });
  return (preview ?? variants[drawn as number])!.name;
}

/** With a moment that may still be answered, if what holds it passes in time. */
function withRipe({ moment, noticedAt, roll }: RipeMoment, reason: HeldReason, question: Question): EngineState {
  const { state, rules } = question;
  if (!mayPass(reason, noticedAt + ripeMsOf(moment, rules.policy), question)) return state;
  return { ...state, ripe: [...withoutRipe(moment, state).ripe, { moment, noticedAt, roll }] };
}

function withoutRipe(moment: string, state: EngineState): EngineState {
  return state.ripe.length ? { ...state, ripe: state.ripe.filter((other) => other.moment !== moment) } : state;
}

function shown(state: EngineState, prompt: Prompt, { shownKeys }: PreparedCampaign): EngineState {
  return {
    ...state,
    open: { ...prompt, at: state.at },
    memory: withShowing(state.memory, shownKeys, state.at),
  };
}

function closed(state: EngineState): EngineState {
  if (!state.open) return state;
  return { ...without(state, 'open'), memory: { ...state.memory, closedAt: state.at } };
}

function without(state: EngineState, key: 'chosen' | 'open'): EngineState {
  const { [key]: _, ...rest } = state;
  return rest;
}

function remembering(state: EngineState, decisions: readonly Ruling[]): EngineState {
  if (decisions.length === 0) return state;
  const rulings = [...state.rulings, ...decisions];
  return { ...state, rulings: rulings.length > MOST_RULINGS ? latestOfEach(rulings) : rulings };
}

function latestOfEach(rulings: readonly Ruling[]): readonly Ruling[] {
  const latest = new Map<string, Ruling>();
  for (const ruling of [...rulings].reverse()) if (!latest.has(ruling.campaign)) latest.set(ruling.campaign, ruling);
  return [...latest.values()].slice(0, MOST_RULED).reverse();
}
