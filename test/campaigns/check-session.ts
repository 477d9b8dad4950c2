import { expect } from 'chai';
import { createEngine, evaluateAudience, prepareRules } from '../../src/campaigns/index.js';
import type { Campaign, EngineState, Policy, Prompt, Ruling, Signal, Situation } from '../../src/campaigns/index.js';
import { inHoldout, inNamespace } from '../../src/experiments/index.js';
import { decode, START } from './random-sessions.js';
import type { RandomSession } from './random-sessions.js';

/** Plays a random session live; hears each step. */
export function play(
  { campaigns, policy, codes }: RandomSession,
  hear: (signal: Signal, decisions: readonly Ruling[], engine: ReturnType<typeof createEngine>) => void,
) {
  let now = START;
  let luck = 0;
  let latest: Signal | undefined;
  const engine = createEngine({
    campaigns,
    policy,
    clock: () => now,
    random: () => luck,
    onSignal: (signal) => (latest = signal),
  });
  for (const code of codes) {
    const { bare, afterMs, roll } = decode(code, engine.state);
    now += afterMs;
    luck = roll;
    const decisions = engine.send(bare);
    hear(latest!, decisions, engine);
  }
  return engine;
}

/** What has truly happened, noted by the side of the engine and without its help. */
export function observer(campaigns: readonly Campaign[], policy: Policy) {
  const flags: Partial<Record<keyof Situation, boolean>> = {};
  const showings: { campaign: Campaign; at: number; session: number; page: number }[] = [];
  const answers: { topic: string; answer: string; at: number }[] = [];
  const byName = new Map(campaigns.map((campaign) => [campaign.name, campaign]));
  const noticed = new Map<string, number>();
  let attributes: Record<string, unknown> = {};
  let page = 0;
  let session = 0;
  let sessionName = '';
  let pageAt = 0;
  let landing = false;
  let visitor = '';
  let previews: Readonly<Record<string, number | string>> = {};
  let open: string | undefined;
  let closedAt = -Infinity;
  let offset = 0;

  const topic = (name: string) => byName.get(name)?.asks ?? `campaign ${name}`;
  const within = (list: { at: number; session: number; page: number }[], per: number | string, now: number) =>
    list.filter((showing) =>
      per === 'ever'
        ? true
        : per === 'session'
          ? showing.session === session
          : per === 'page'
            ? showing.page === page
            : now - showing.at < (per as number),
    ).length;

  function note(signal: Signal): void {
    switch (signal.type) {
      case 'page':
        page++;
        if (signal.session !== sessionName) session++;
        sessionName = signal.session;
        pageAt = signal.at;
        landing = !!signal.phone && !!signal.fromSearch;
        visitor = signal.visitor;
        previews = signal.previews ?? {};
        offset = signal.utcOffsetMinutes ?? 0;
        for (const name of Object.keys(flags)) delete flags[name as keyof Situation];
        Object.assign(flags, { settled: signal.settled, engaged: signal.engaged });
        if (open) closedAt = signal.at;
        open = undefined;
        noticed.clear();
        break;
      case 'moment':
        noticed.set(signal.moment, signal.at);
        break;
      case 'situation':
        Object.assign(flags, signal.change);
        break;
      case 'know':
        attributes = { ...attributes, ...signal.attributes };
        break;
      case 'closed':
        if (open === signal.campaign) {
          open = undefined;
          closedAt = signal.at;
        }
        break;
      case 'answer':
        answers.push({ topic: signal.asks ?? topic(signal.campaign!), answer: signal.answer, at: signal.at });
        break;
      case 'fact':
        noticed.set(`after-${signal.name.replaceAll('_', '-')}`, signal.at);
        flags.engaged = true;
        if (signal.name === 'begin_checkout') flags.checkout = true;
        if (signal.name === 'purchase') flags.checkout = false;
        if (signal.name === 'newsletter_sign_up') answers.push({ topic: 'newsletter', answer: 'given', at: signal.at });
        if (signal.name === 'prompt_dismiss') {
          answers.push({ topic: topic(signal.campaign!), answer: 'not-now', at: signal.at });
          if (open === signal.campaign) {
            open = undefined;
            closedAt = signal.at;
          }
        }
        break;
    }
  }

  function check({ campaign: name, variant, moment }: Ruling, now: number): void {
    expect(now - noticed.get(moment!)!, 'ripe').to.be.at.most(policy.ripeMs + policy.prepareMs);
    const campaign = byName.get(name)!;
    for (const flag of [
      'prerendering',
      'hidden',
      'paused',
      'consentDialogOpen',
      'hostDialogOpen',
      'promptOpen',
      'checkout',
      'typing',
      'videoPlaying',
    ] as const)
      expect(flags[flag] ?? false, flag).to.equal(false);
    expect(flags.settled && now - pageAt >= policy.settleMs, 'settled').to.equal(true);
    expect(flags.engaged, 'engaged').to.equal(true);
    expect(open, 'one at a time').to.equal(undefined);
    const lastAt = Math.max(closedAt, showings.at(-1)?.at ?? -Infinity);
    expect(now - lastAt, 'rest').to.be.at.least(policy.restMs);
    expect(within(showings, 'session', now), 'a visit').to.be.below(policy.sessionCap);
    for (const { count, per } of policy.caps) expect(within(showings, per, now), 'all').to.be.below(count);
    const own = showings.filter((showing) => showing.campaign === campaign);
    for (const { count, per } of campaign.caps) expect(within(own, per, now), `cap ${per}`).to.be.below(count);
    const group =
      campaign.group === undefined ? [] : showings.filter((showing) => showing.campaign.group === campaign.group);
    for (const { count, per } of policy.groupCaps.get(campaign.group ?? '') ?? [])
      expect(within(group, per, now), `group ${per}`).to.be.below(count);
    expect(landing && campaign.overlay, 'landed from a search').to.equal(false);
    for (const { topic: about, answer, at } of answers) {
      if (about !== topic(name)) continue;
      expect(answer, 'given').to.not.equal('given');
      expect(now - at, answer).to.be.at.least(answer === 'not-now' ? policy.notNowMs : policy.noThanksMs);
    }
    if (campaign.audience) expect(evaluateAudience(campaign.audience, attributes), 'audience').to.equal(true);
    if (visitor && !Object.hasOwn(previews, name)) {
      expect(inHoldout(visitor, name, campaign.holdout), 'holdout').to.equal(false);
      expect(inHoldout(visitor, '', policy.holdout), 'common holdout').to.equal(false);
    }
    for (const other of campaigns)
      if (other !== campaign && (other.exclusiveWith.includes(name) || campaign.exclusiveWith.includes(other.name)))
        expect(
          showings.some((showing) => showing.campaign === other),
          'excluded',
        ).to.equal(false);
    for (const { campaign: other, waitMs } of campaign.after)
      expect(
        showings.some((showing) => showing.campaign.name === other && now - showing.at >= waitMs),
        'after',
      ).to.equal(true);
    const wall = now + offset * 60_000;
    if (campaign.start) expect(campaign.start.local ? wall : now).to.be.at.least(campaign.start.at);
    if (campaign.end) expect(campaign.end.local ? wall : now).to.be.below(campaign.end.at);
    const weekday = new Date(wall);
    const minute = (weekday.getUTCDay() * 24 + weekday.getUTCHours()) * 60 + weekday.getUTCMinutes();
    const covers = ([from, to]: readonly [number, number]) =>
      [minute, minute + 7 * 24 * 60].some((each) => each >= from && each < to);
    expect(!campaign.schedule || campaign.schedule.some(covers), 'times of the week').to.equal(true);
    if (visitor && campaign.namespace) expect(inNamespace(visitor, campaign.namespace), 'namespace').to.equal(true);
    expect(campaign.paused || campaign.faults.length > 0, 'paused').to.equal(false);
    expect(campaign.variants.map((each) => each.name)).to.include(variant);
    showings.push({ campaign, at: now, session, page });
    open = name;
  }
  return { note, check, showings };
}

/** Reasons for which a moment is worth another question. */
const passing = [
  'hidden',
  'consent-dialog-open',
  'host-dialog-open',
  'typing',
  'video-playing',
  'not-settled',
  'not-engaged',
  'resting',
];

/** Sees to it that each campaign whose moment comes has one decision, or is the one that is chosen and has its own later. */
export function accountant({ campaigns, policy }: RandomSession, reasons: Set<string>) {
  const { byMoment } = prepareRules(campaigns, { policy });
  let before: Prompt | undefined;
  /** What was said of whom since a moment was noticed. */
  const said = new Map<string, Set<string>>();
  return (signal: Signal, decisions: readonly Ruling[], { chosen, ripe }: EngineState) => {
    const fresh =
      signal.type === 'moment' ? signal.moment : signal.type === 'fact' && `after-${signal.name.replaceAll('_', '-')}`;
    if (fresh) said.delete(fresh);
    for (const { campaign, moment = '', reason, variant } of decisions) {
      const reasons = said.get(moment) ?? new Set();
      if (signal.type === 'again' && variant === undefined)
        expect(reasons.has(`${campaign} ${reason}`), 'said again').to.equal(false);
      said.set(moment, reasons.add(`${campaign} ${reason}`));
    }
    for (const { moment } of ripe)
      expect(
        [...said.get(moment)!].some((each) => passing.includes(each.split(' ').at(-1)!)),
        'ripe',
      ).to.equal(true);
    if (before && chosen?.at !== before.at) {
      const { campaign, variant } = before;
      const own = decisions.filter((each) => each.campaign === campaign && each.variant === variant);
      expect(own, 'chosen').to.have.length(1);
    }
    before = chosen;
    for (const { outcome, reason, at } of decisions) {
      expect(outcome === 'shown').to.equal(reason === 'allowed');
      expect(at).to.equal(signal.at);
      reasons.add(reason);
    }
    if (!fresh) return;
    const decided = decisions
      .filter((decision) => decision.moment === fresh && decision.reason !== 'too-late')
      .map(({ campaign }) => campaign);
    const isNew = chosen?.at === signal.at && chosen.moment === fresh;
    if (isNew && !decided.includes(chosen.campaign)) decided.push(chosen.campaign);
    expect(decided.sort()).to.deep.equal((byMoment.get(fresh) ?? []).map(({ name }) => name).sort());
  };
}
