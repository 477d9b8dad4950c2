import { inHoldout } from '../experiments/in-holdout.js';
import { inNamespace } from '../experiments/in-namespace.js';
import { isReached } from './boundary.js';
import type { Campaign } from './campaign.js';
import type { EngineState } from './engine-state.js';
import { fulfils } from './evaluate-audience.js';
import type { Rules } from './prepare-rules.js';
import type { Cap } from './read-caps.js';
import type { HeldReason } from './ruling.js';
import { isOpen } from './schedule.js';
import type { Answer } from './signal.js';

/** What a rule looks at. */
export interface Question {
  state: EngineState;
  rules: Rules;
  now: number;
  /** Who is assigned: the visitor, or this once for a visitor without a name. */
  id: string;
}

type PageRule = readonly [reason: HeldReason, holds: (question: Question) => boolean];
type CampaignRule = readonly [reason: HeldReason, holds: (campaign: Campaign, question: Question) => boolean];

/** What holds every prompt, whatever its campaign: the arbiter's manners. The first that applies gives the reason. */
export const pageRules: readonly PageRule[] = [
  ['prerendering', ({ state }) => state.situation.prerendering],
  ['hidden', ({ state }) => state.situation.hidden],
  ['paused', ({ state }) => state.situation.paused],
  ['consent-dialog-open', ({ state }) => state.situation.consentDialogOpen],
  ['host-dialog-open', ({ state }) => state.situation.hostDialogOpen],
  ['checkout', ({ state }) => state.situation.checkout],
  ['typing', ({ state }) => state.situation.typing],
  ['video-playing', ({ state }) => state.situation.videoPlaying],
  ['not-settled', ({ state, rules, now }) => !state.situation.settled || now - state.pageAt < rules.policy.settleMs],
  ['not-engaged', ({ state }) => !state.situation.engaged],
  ['prompt-open', ({ state }) => !!state.open],
  ['prompt-coming', ({ state }) => !!state.chosen],
  ['resting', ({ state, rules, now }) => now - lastPromptAt(state) < rules.policy.restMs],
  ['session-cap', (question) => isFull('all', { count: question.rules.policy.sessionCap, per: 'session' }, question)],
  ['overall-cap', (question) => question.rules.policy.caps.some((cap) => isFull('all', cap, question))],
];

/** What holds this campaign. The holdout comes last: only who would have seen it is compared with who did. */
export const campaignRules: readonly CampaignRule[] = [
  ['not-understood', ({ faults }) => faults.length > 0],
  ['paused', ({ paused }) => paused],
  ['not-started', ({ start }, { now, state }) => !!start && !isReached(start, now, state.utcOffsetMinutes)],
  ['ended', ({ end }, { now, state }) => !!end && isReached(end, now, state.utcOffsetMinutes)],
  [
    'schedule',
    ({ schedule }, { now, state }) => !!schedule && !isOpen(schedule, now + state.utcOffsetMinutes * 60_000),
  ],
  ['landed-from-search-on-phone', ({ overlay }, { state }) => overlay && state.phone && state.fromSearch],
  ['subscribed', (campaign, { state }) => answeredAt(campaign, 'given', state) > -Infinity],
  [
    'dismissed',
    (campaign, { state, rules: { policy }, now }) =>
      now - answeredAt(campaign, 'not-now', state) < policy.notNowMs ||
      now - answeredAt(campaign, 'no-thanks', state) < policy.noThanksMs,
  ],
  [
    'after',
    ({ after }, { state, now }) => after.some(({ campaign, waitMs }) => !wasShown(campaign, state, now, waitMs)),
  ],
  [
    'excluded',
    ({ name }, { state, rules }) => !!rules.exclusive.get(name)?.some((other) => lastShownAt(other, state) > -Infinity),
  ],
  ['namespace', ({ namespace }, { id }) => !!namespace && !inNamespace(id, namespace)],
  ['cap', (campaign, question) => campaign.caps.some((cap) => isFull(keysOf(campaign).own, cap, question))],
  [
    'group-cap',
    (campaign, question) =>
      campaign.group !== undefined &&
      !!question.rules.policy.groupCaps
        .get(campaign.group)
        ?.some((cap) => isFull(keysOf(campaign).group!, cap, question)),
  ],
  [
    'audience',
    ({ audience }, { state, rules }) => !!audience && !fulfils(audience, state.attributes, rules.savedGroups),
  ],
  [
    'holdout',
    ({ name, holdout }, { id, rules: { policy }, state }) =>
      !Object.hasOwn(state.previews, name) &&
      ((policy.holdout > 0 && inHoldout(id, '', policy.holdout)) || (holdout > 0 && inHoldout(id, name, holdout))),
  ],
];

/** The first manner that holds everything now. */
export function holdPage(question: Question): HeldReason | undefined {
  return pageRules.find(([, holds]) => holds(question))?.[0];
}

/** The first rule that holds this campaign now. */
export function holdCampaign(campaign: Campaign, question: Question): HeldReason | undefined {
  return campaignRules.find(([, holds]) => holds(campaign, question))?.[0];
}

/** Under which names the memory has what concerns a campaign. */
interface Keys {
  /** All places where its showings are counted. */
  shown: readonly string[];
  own: string;
  group: string | undefined;
  answers: Readonly<Record<Answer, string>>;
}

/** Made once for each campaign: there may be hundreds to ask at a signal. */
const keys = new WeakMap<Campaign, Keys>();

export function keysOf(campaign: Campaign): Keys {
  let known = keys.get(campaign);
  if (!known) {
    const own = `c:${campaign.name}`;
    const group = campaign.group === undefined ? undefined : `g:${campaign.group}`;
    const topic = answerTopic(campaign);
    known = {
      shown: ['all', own, ...(group === undefined ? [] : [group])],
      own,
      group,
      answers: {
        given: answerKey('given', topic),
        'not-now': answerKey('not-now', topic),
        'no-thanks': answerKey('no-thanks', topic),
      },
    };
    keys.set(campaign, known);
  }
  return known;
}

/** What an answer to a campaign is about: what it asks for, so that it holds for whatever else asks for the same. */
export function answerTopic({ name, asks }: Pick<Campaign, 'name' | 'asks'>): string {
  return asks === undefined ? `c:${name}` : asks;
}

export function answerKey(answer: Answer, topic: string): string {
  return `${answer} ${topic}`;
}

/** When the last prompt went, or came while nobody has heard of its end. */
export function lastPromptAt({ memory }: EngineState): number {
  return Math.max(memory.closedAt ?? -Infinity, memory.shown.all?.at(-1) ?? -Infinity);
}

export function lastShownAt(campaign: string, { memory }: EngineState): number {
  return memory.shown[`c:${campaign}`]?.at(-1) ?? -Infinity;
}

function wasShown(campaign: string, state: EngineState, now: number, waitMs: number): boolean {
  const at = lastShownAt(campaign, state);
  return at > -Infinity && now - at >= waitMs;
}

export function answeredAt(campaign: Campaign, answer: Answer, { memory }: EngineState): number {
  return memory.answers[keysOf(campaign).answers[answer]] ?? -Infinity;
}

/** Whether as many were shown as the cap allows. */
export function isFull(key: string, { count, per }: Cap, { state, now }: Question): boolean {
  if (count <= 0) return true;
  const nth = state.memory.shown[key]?.at(-count);
  if (nth === undefined) return false;
  switch (per) {
    case 'ever':
      return true;
    case 'session':
      return nth >= state.sessionAt;
    case 'page':
      return nth >= state.pageAt;
    default:
      return now - nth < per;
  }
}
