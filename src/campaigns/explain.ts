import type { Boundary } from './boundary.js';
import type { Campaign } from './campaign.js';
import { lastRuling } from './engine-state.js';
import type { EngineState } from './engine-state.js';
import { explainAudience } from './explain-audience.js';
import { lengthInWords } from './length-in-words.js';
import { answeredAt, campaignKey, groupKey, isFull, lastPromptAt, lastShownAt, pageRules } from './manners.js';
import { prepareRules } from './prepare-rules.js';
import type { RulesOptions } from './prepare-rules.js';
import { ripeMsOf } from './policy.js';
import type { Cap } from './read-caps.js';
import type { Question } from './rules.js';
import type { HeldReason, Ruling } from './ruling.js';

/** Why not, and what would have to be different. */
export interface Obstacle {
  reason: HeldReason;
  because: string;
  change: string;
}

export interface Explanation {
  campaign: string;
  /** What was decided last; absent when its moment has not come yet. */
  last?: Ruling;
  /** What would hold it if its moment came at this instant; empty when it would be shown. */
  obstacles: readonly Obstacle[];
  /** All of it, for a person to read. */
  text: string;
}

export interface ExplainOptions extends RulesOptions {
  /** The other campaigns, for what is between them. */
  campaigns?: readonly Campaign[];
  /** By default the time of the latest signal. */
  at?: number;
}

type Words = (campaign: Campaign, question: Question) => readonly [because: string, change: string];

const always =
  (because: string, change: string): Words =>
  () => [because, change];

/** Why a campaign was or was not shown, and everything that would hold it now: all reasons, not only the first. */
export function explain(campaign: Campaign, state: EngineState, options: ExplainOptions = {}): Explanation {
  const { campaigns = [], at = state.at } = options;
  const rules = prepareRules([campaign, ...campaigns], options);
  const question: Question = { state, rules, now: at, id: state.visitor };
  const { restrictions } = rules.campaigns.get(campaign.name)!;
  const reasons = [...pageRules.map(([reason, holds]) => ({ reason, holds })), ...restrictions]
    .filter(({ holds }) => holds(question))
    .map(({ reason }) => reason);
  const obstacles = [...new Set(reasons)].map((reason) => inWords(reason, campaign, question));
  const last = lastRuling(state, campaign.name);
  return {
    campaign: campaign.name,
    ...(last && { last }),
    obstacles,
    text: [
      lastInWords(campaign, question, last),
      ...waitingInWords(campaign, question),
      ...nowInWords(campaign, obstacles),
    ].join('\n'),
  };
}

function inWords(reason: HeldReason, campaign: Campaign, question: Question): Obstacle {
  const [because, change] = wordsOf(reason)(campaign, question);
  return { reason, because, change };
}

function lastInWords(campaign: Campaign, { state }: Question, last: Ruling | undefined): string {
  const title = `“${campaign.name}”`;
  if (!last) return `${title} has not been decided on: none of its moments (${campaign.moments.join(', ')}) has come.`;
  const when = `at ${instant(last.at)}, on ${last.moment}`;
  if (last.outcome === 'shown') return `${title} was shown ${when}, as “${last.variant}”: nothing held it.`;
  const then: Question = { state, rules: prepareRules([campaign]), now: last.at, id: state.visitor };
  return `${title} was held ${when} (${last.reason}): ${briefly(last.reason as HeldReason, campaign, then)}.`;
}

function waitingInWords({ moments }: Campaign, { state, rules, now }: Question): string[] {
  return state.ripe
    .map(({ moment, noticedAt }) => ({ moment, leftMs: noticedAt + ripeMsOf(moment, rules.policy) - now }))
    .filter(({ moment, leftMs }) => moments.includes(moment) && leftMs > 0)
    .map(
      ({ moment, leftMs }) =>
        `${moment} still waits: it is asked again if that passes within ${lengthInWords(leftMs)}.`,
    );
}

function nowInWords(campaign: Campaign, obstacles: readonly Obstacle[]): string[] {
  if (!obstacles.length) return [`If ${campaign.moments.join(' or ')} came now, nothing would hold it.`];
  return [
    'To be shown at its next moment:',
    ...obstacles.map(({ because, change }) => `- ${change} (now: ${because})`),
  ];
}

/** Of the past, only what does not depend on what has changed since can be said with its numbers. */
function briefly(reason: HeldReason, campaign: Campaign, question: Question): string {
  return past[reason] ?? wordsOf(reason)(campaign, question)[0];
}

const past: Partial<Record<HeldReason, string>> = {
  cap: 'it had been shown as often as it may be',
  'group-cap': 'its group had been shown as often as it may be',
  'overall-cap': 'as many prompts had been shown as may be',
  audience: 'the shopper was not in its audience',
  resting: 'another prompt had gone only just before',
  'session-cap': 'the visit had had its prompts',
  after: 'what it follows had not been shown, or not long enough ago',
  excluded: 'the shopper had seen a campaign that excludes it',
};

/** Words for every reason: one that is missing does not compile. */
function wordsOf(reason: HeldReason): Words {
  const words: Readonly<Record<HeldReason, Words>> = {
    prerendering: always('the page was only rendered in advance', 'the shopper has to open the page'),
    hidden: always('the page was in the background', 'the page has to be in the foreground'),
    paused: ({ paused }) =>
      paused
        ? ['the shop has paused the campaign', 'the shop has to take “paused” off the campaign']
        : ['the shop has paused all prompts', 'the shop has to end the pause'],
    'consent-dialog-open': always('a consent dialog was open', 'the consent dialog has to be answered'),
    'host-dialog-open': always(
      'a dialog or popover of the page was open',
      'the open dialog or popover has to be closed',
    ),
    checkout: always('the shopper was in the checkout', 'the shopper has to be outside of the checkout'),
    typing: always('the shopper was typing', 'no field may have the focus'),
    'video-playing': always('a video was playing', 'no video may be playing'),
    'not-settled': (_, { rules }) => [
      'the page had not settled',
      `the page has to have loaded and kept still, and ${lengthInWords(rules.policy.settleMs)} have to have passed`,
    ],
    'not-engaged': always(
      'the shopper had done nothing on the page yet',
      'the shopper has to scroll, press or point first',
    ),
    'prompt-open': (_, { state }) => [
      `another prompt was open${state.open ? ` (“${state.open.campaign}”)` : ''}`,
      'the open prompt has to be gone',
    ],
    'prompt-coming': (_, { state }) => [
      `another prompt was about to open${state.chosen ? ` (“${state.chosen.campaign}”)` : ''}`,
      'the prompt that was chosen has to have come and gone',
    ],
    resting: (_, { state, rules, now }) => [
      `the last prompt ${state.open ? 'came' : 'went'} ${lengthInWords(now - lastPromptAt(state.memory))} ago`,
      `${lengthInWords(lastPromptAt(state.memory) + rules.policy.restMs - now)} more have to pass (“rest” is ${lengthInWords(rules.policy.restMs)})`,
    ],
    'session-cap': (_, { rules }) => [
      `this visit had ${times(rules.policy.sessionCap)}`,
      'a new visit has to begin, or “sessionCap” has to be greater',
    ],
    'overall-cap': (_, question) => fullCap('all', question.rules.policy.caps, question, 'all campaigns together'),
    'not-understood': ({ faults }) => [
      `${faults.join(' and ')} of the campaign could not be read`,
      `${faults.join(' and ')} has to be put right: the console says how`,
    ],
    'landed-from-search-on-phone': always(
      'this is the page that a phone reached from a search, and the prompt lies over it',
      'the shopper has to go on to another page, or the prompt has to have its own place in the page (overlay="false")',
    ),
    'not-started': ({ start }) => [`it has not begun`, `it has to be ${boundary(start!)} or later`],
    ended: ({ end }) => ['it has ended', `its end (${boundary(end!)}) has to be later`],
    schedule: always('it is outside of its times of the week', 'it has to be one of its times of the week'),
    subscribed: ({ asks = 'this' }) => [
      `the shopper has given what it asks for (${asks})`,
      'nothing: it is not asked for twice',
    ],
    dismissed: (campaign, { state, rules: { policy }, now }) => {
      const notNow = answeredAt(campaign, 'not-now', state.memory) + policy.notNowMs;
      const noThanks = answeredAt(campaign, 'no-thanks', state.memory) + policy.noThanksMs;
      const until = Math.max(notNow, noThanks);
      return [
        `the shopper has said ${noThanks >= notNow ? '“no thanks”' : '“not now”'}`,
        `${until > now ? `${lengthInWords(until - now)} more have to pass` : 'more time has to pass'}`,
      ];
    },
    after: ({ after }, { state, now }) => {
      const missing = after.filter(({ campaign, waitMs }) => {
        const at = lastShownAt(campaign, state.memory);
        return at === -Infinity || now - at < waitMs;
      });
      const list = missing
        .map(({ campaign, waitMs }) => `“${campaign}”${waitMs ? ` ${lengthInWords(waitMs)} ago` : ''}`)
        .join(' and ');
      return [`it follows ${list}`, `the shopper has to have seen ${list}`];
    },
    excluded: ({ name }, { state, rules }) => {
      const seen = (rules.exclusive.get(name) ?? []).filter((other) => lastShownAt(other, state.memory) > -Infinity);
      const list = [...new Set(seen)].map((other) => `“${other}”`).join(' and ');
      return [
        `the shopper has seen ${list}, which excludes it`,
        'nothing for this shopper: one of them is seen, not both',
      ];
    },
    namespace: ({ namespace }) => [
      `the shopper is in another part of “${namespace?.[0] ?? ''}”`,
      'nothing for this shopper: the part is drawn once',
    ],
    cap: ({ name, caps }, question) => fullCap(campaignKey(name), caps, question, 'it'),
    'group-cap': ({ group = '' }, question) =>
      fullCap(groupKey(group), question.rules.policy.groupCaps.get(group) ?? [], question, `the group “${group}”`),
    audience: ({ audience = {} }, { state, rules }) => {
      const parts = explainAudience(audience, state.attributes, rules.savedGroups);
      return ['the shopper is not in its audience', parts.join('; ') || 'the shopper has to be in its audience'];
    },
    holdout: always(
      'the shopper belongs to the share who see nothing, so that the others can be compared with them',
      'nothing for this shopper: the share is drawn once',
    ),
    'lower-priority': always('another campaign had a greater priority, or was drawn', 'its priority has to be greater'),
    'not-chosen': always('it was not the one that was chosen', 'it has to be chosen at one of its moments first'),
    'too-late': (_, { rules }) => [
      `it was not ready in time`,
      `what it shows has to be ready within ${lengthInWords(rules.policy.prepareMs)} of its moment`,
    ],
    'page-left': always('the shopper left the page before it was ready', 'it has to be ready sooner'),
    withdrawn: always('the campaign was taken away before it was ready', 'the campaign has to stay'),
  };
  return words[reason];
}

function fullCap(key: string, caps: readonly Cap[], question: Question, what: string): readonly [string, string] {
  const full = caps.find((cap) => isFull(cap, question.state.memory.shown[key], question));
  if (!full) return [`${what} was shown as often as it may be`, 'the cap has to allow more'];
  const { count, per } = full;
  const nth = question.state.memory.shown[key]?.at(-count) ?? question.now;
  const wait: Record<string, string> = {
    page: 'another page has to be opened',
    session: 'a new visit has to begin',
    ever: 'the cap has to allow more',
  };
  const spell =
    typeof per === 'number'
      ? `in ${lengthInWords(per)}`
      : per === 'ever'
        ? 'ever'
        : per === 'session'
          ? 'a visit'
          : 'a page';
  return [
    `${what} was shown ${times(count)}, which is all that may be ${spell}`,
    typeof per === 'number'
      ? count
        ? `${lengthInWords(nth + per - question.now)} more have to pass`
        : 'the cap has to allow more'
      : wait[per]!,
  ];
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

function instant(at: number): string {
  return new Date(at).toISOString();
}

function boundary({ at, local }: Boundary): string {
  return local ? `${instant(at).slice(0, 16).replace('T', ' ')} by the shopper's clock` : instant(at);
}
