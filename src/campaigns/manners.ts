import { inHoldout } from '../experiments/in-holdout.js';
import { inNamespace } from '../experiments/in-namespace.js';
import { isReached } from './boundary.js';
import type { Campaign } from './campaign.js';
import { compileAudience } from './evaluate-audience.js';
import type { Sources } from './match-condition.js';
import type { Memory } from './memory.js';
import { onceFor } from './once-for.js';
import type { Cap } from './read-caps.js';
import type { Holds, PreparedCampaign, Question, Rules } from './rules.js';
import type { HeldReason } from './ruling.js';
import { isOpen } from './schedule.js';
import type { Answer } from './signal.js';

type PageRule = readonly [reason: HeldReason, holds: Holds];

/** What is known when a campaign is prepared. */
type Basis = Pick<Rules, 'policy' | 'exclusive'> & Sources;

/** Looks at each campaign once, and makes what it is to be asked; nothing when the rule cannot concern it. */
type CampaignRule = readonly [
  reason: HeldReason,
  restrict: (campaign: Campaign, basis: Basis) => Holds | false | undefined,
];

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
  ['prompt-open', ({ state }) => !!state.open || state.situation.promptOpen],
  ['prompt-coming', ({ state }) => !!state.chosen],
  ['resting', ({ state, rules, now }) => now - lastPromptAt(state.memory) < rules.policy.restMs],
  [
    'session-cap',
    (question) =>
      isFull({ count: question.rules.policy.sessionCap, per: 'session' }, question.state.memory.shown.all, question),
  ],
  [
    'overall-cap',
    (question) => question.rules.policy.caps.some((cap) => isFull(cap, question.state.memory.shown.all, question)),
  ],
];

/** What passes while the shopper goes on; the other reasons are an answer. */
const passing: ReadonlySet<HeldReason | undefined> = new Set([
  'hidden',
  'consent-dialog-open',
  'host-dialog-open',
  'typing',
  'video-playing',
  'not-settled',
  'not-engaged',
]);

/** Whether what holds everything now may be over before that instant. */
export function mayPass(reason: HeldReason | undefined, until: number, { state, rules }: Question): boolean {
  return reason === 'resting' ? lastPromptAt(state.memory) + rules.policy.restMs <= until : passing.has(reason);
}

const always: Holds = () => true;

/** What holds a campaign. The holdout comes last: only who would have seen it is compared with who did. */
export const campaignRules: readonly CampaignRule[] = [
  ['not-understood', ({ faults }) => faults.length > 0 && always],
  ['paused', ({ paused }) => paused && always],
  ['not-started', ({ start }) => start && (({ now, state }) => !isReached(start, now, state.utcOffsetMinutes))],
  ['ended', ({ end }) => end && (({ now, state }) => isReached(end, now, state.utcOffsetMinutes))],
  [
    'schedule',
    ({ schedule }) => schedule && (({ now, state }) => !isOpen(schedule, now + state.utcOffsetMinutes * 60_000)),
  ],
  ['landed-from-search-on-phone', ({ overlay }) => overlay && (({ state }) => state.phone && state.fromSearch)],
  ['subscribed', (campaign) => byMemory((memory) => answeredAt(campaign, 'given', memory) > -Infinity, Boolean)],
  [
    'dismissed',
    (campaign, { policy: { notNowMs, noThanksMs } }) =>
      byMemory(
        (memory) =>
          Math.max(
            answeredAt(campaign, 'not-now', memory) + notNowMs,
            answeredAt(campaign, 'no-thanks', memory) + noThanksMs,
          ),
        isAhead,
      ),
  ],
  [
    'after',
    ({ after }) =>
      after.length > 0 &&
      byMemory(
        (memory) =>
          Math.max(
            ...after.map(({ campaign, waitMs }) => {
              const at = lastShownAt(campaign, memory);
              return at > -Infinity ? at + waitMs : Infinity;
            }),
          ),
        isAhead,
      ),
  ],
  [
    'excluded',
    ({ name }, { exclusive }) => {
      const others = exclusive.get(name);
      return others && byMemory((memory) => others.some((other) => lastShownAt(other, memory) > -Infinity), Boolean);
    },
  ],
  [
    'namespace',
    ({ namespace }) => {
      const isIn = namespace && onceFor((id: string) => inNamespace(id, namespace));
      return isIn && (({ id }) => !isIn(id));
    },
  ],
  ['cap', ({ name, caps }) => limitTo(caps, campaignKey(name))],
  ['group-cap', ({ group = '' }, { policy: { groupCaps } }) => limitTo(groupCaps.get(group), groupKey(group))],
  [
    'audience',
    ({ audience }, basis) => {
      const fulfils = audience && compileAudience(audience, basis);
      return fulfils && (({ state }) => !fulfils(state.attributes));
    },
  ],
  [
    'holdout',
    ({ name, holdout }, { policy }) => {
      const isHeldOut = onceFor((id: string) => inHoldout(id, '', policy.holdout) || inHoldout(id, name, holdout));
      return (
        (policy.holdout > 0 || holdout > 0) &&
        (({ id, state }) => isHeldOut(id) && !Object.hasOwn(state.previews, name))
      );
    },
  ],
];

/** What can hold this campaign at all. */
export function restrictionsOf(campaign: Campaign, basis: Basis): PreparedCampaign['restrictions'] {
  return campaignRules.flatMap(([reason, restrict]) => {
    const holds = restrict(campaign, basis);
    return holds ? [{ reason, holds }] : [];
  });
}

/** The first manner that holds everything now. */
export function holdPage(question: Question): HeldReason | undefined {
  return pageRules.find(([, holds]) => holds(question))?.[0];
}

/** The first rule that holds this campaign now. */
export function holdCampaign({ restrictions }: PreparedCampaign, question: Question): HeldReason | undefined {
  return restrictions.find(({ holds }) => holds(question))?.reason;
}

/** Under which names the memory counts showings. */
export const campaignKey = (name: string): string => `c:${name}`;
export const groupKey = (group: string): string => `g:${group}`;

/** What an answer to a campaign is about: what it asks for, so that it holds for whatever else asks for the same. */
export function answerTopic({ name, asks }: Pick<Campaign, 'name' | 'asks'>): string {
  return asks ?? campaignKey(name);
}

export function answerKey(answer: Answer, topic: string): string {
  return `${answer} ${topic}`;
}

/** When the last prompt went, or came while nobody has heard of its end. */
export function lastPromptAt(memory: Memory): number {
  return Math.max(memory.closedAt ?? -Infinity, memory.shown.all?.at(-1) ?? -Infinity);
}

export function lastShownAt(campaign: string, { shown }: Memory): number {
  return shown[campaignKey(campaign)]?.at(-1) ?? -Infinity;
}

export function answeredAt(campaign: Campaign, answer: Answer, { answers }: Memory): number {
  return answers[answerKey(answer, answerTopic(campaign))] ?? -Infinity;
}

/** Whether as many were shown as the cap allows. @param shown instants, the latest last */
export function isFull({ count, per }: Cap, shown: readonly number[] | undefined, { state, now }: Question): boolean {
  if (count <= 0) return true;
  const nth = shown?.at(-count);
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

function limitTo(caps: readonly Cap[] | undefined, key: string): Holds | undefined {
  return (
    caps &&
    byMemory(
      ({ shown }) => shown[key],
      (shown, question) => caps.some((cap) => isFull(cap, shown, question)),
    )
  );
}

/** What the memory says is worked out when it is another; whether that holds, at each question. */
function byMemory<T>(workOut: (memory: Memory) => T, holds: (value: T, question: Question) => boolean): Holds {
  const value = onceFor(workOut);
  return (question) => holds(value(question.state.memory), question);
}

function isAhead(at: number, { now }: Question): boolean {
  return now < at;
}
