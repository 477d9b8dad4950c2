import { pageClock } from '../browser/clock.js';
import type { Clock } from '../browser/clock.js';
import { attempt, warnOnce } from '../browser/report.js';
import type { CueRecord } from '../events/record.js';
import { $campaigns, declareCampaigns } from '../store/campaigns.js';
import type { CampaignDeclaration } from '../store/campaigns.js';
import { logDecisions } from '../store/ledger.js';
import { onPromptMessage, setPrompt } from '../store/prompts.js';
import type { PromptMessage } from '../store/prompts.js';
import type { Campaign } from './campaign.js';
import { createEngine } from './create-engine.js';
import { keepMemory, readDeviceMemory, watchDeviceMemory } from './device-memory.js';
import { noSituation } from './engine-state.js';
import { followAudiences } from './follow-audiences.js';
import type { SavedGroups } from './match-condition.js';
import { sharedRun } from './page-run.js';
import type { CampaignRun, SharedRun } from './page-run.js';
import { pageSignal } from './page-signal.js';
import { readPolicy } from './policy.js';
import { readCampaigns } from './read-campaign.js';
import type { Ruling } from './ruling.js';
import type { BareSignal, Signal, Situation } from './signal.js';
import { watchKnowledge } from './watch-knowledge.js';
import { whenStill } from './situation/when-still.js';
import { AFTER, watchMoments } from './watch-moments.js';
import type { Noticed, WatchMoment } from './watch-moments.js';
import { watchPageViews } from './watch-page-views.js';
import { watchSituation } from './watch-situation.js';
import type { SituationWatch } from './watch-situation.js';

/** Decisions are written down when the prompt has had its time: a hundred at once take some milliseconds. */
const WRITE_AFTER_MS = 200;

/** While a moment waits for something to pass, it is looked so often whether it has. */
const LOOK_AGAIN_MS = 500;

/** Most moments that are told again. */
const MOST_NOTICED = 50;

/** As many as the ledger keeps. */
const MOST_UNWRITTEN = 200;

export interface RunOptions {
  /** Campaigns beside those that elements declare. */
  campaigns?: readonly CampaignDeclaration[];
  /** The shop's numbers for the manners: `{ "rest": "2m", "sessionCap": 1 }`. */
  manners?: unknown;
  /** Lists that audiences name with `$inGroup`. */
  savedGroups?: SavedGroups;
  /** Where facts are heard. */
  onRecord?: (listener: (record: CueRecord) => void) => () => void;
  /** What watches for moments; loaded when a campaign waits for one. */
  loadWatchMoment?: () => Promise<WatchMoment>;
  /** Told each signal: a recording of them can be replayed. */
  onSignal?: (signal: Signal) => void;
  clock?: Clock;
  /** Milliseconds since 1970. */
  now?: () => number;
  random?: () => number;
}

/** Lets the engine look at its clock. */
const nothing: BareSignal = { type: 'situation', change: {} };

/**
 * Runs the campaigns that are declared on this page. Two that run them, of two copies of the kit for instance, are one: the
 * second adds what it has, and all ends with the last.
 */
export function runCampaigns(options: RunOptions = {}): CampaignRun & { stop(): void } {
  const own = sharedRun();
  const withdraw = declareCampaigns(options.campaigns ?? []);
  const run = (own.run ??= startRun(options));
  run.take(options);
  own.users++;
  let stopped = false;
  return {
    get state() {
      return run.state;
    },
    get campaigns() {
      return run.campaigns;
    },
    get noticed() {
      return run.noticed;
    },
    explain: (name) => run.explain(name),
    stop() {
      if (stopped) return;
      stopped = true;
      withdraw();
      if (--own.users) return;
      run.stop();
      delete own.run;
    },
  };
}

function startRun(options: RunOptions): SharedRun {
  const { clock = pageClock, now = Date.now, onRecord, onSignal } = options;
  let manners: unknown;
  let policy = readPolicy(undefined);
  let savedGroups: SavedGroups = {};
  let campaigns: readonly Campaign[] = [];
  let moments: ReadonlySet<string> = new Set();
  const readBefore = new WeakMap<object, Campaign>();

  let situation: SituationWatch | undefined;
  /** As it was seen last; what the engine concludes by itself, that a checkout has begun for instance, stays. */
  let seen: Situation = noSituation;
  let knowledge: ReturnType<typeof watchKnowledge> | undefined;
  let toRead = true;
  let toRemember = false;

  let noticed: readonly Noticed[] = [];
  const unwritten: Ruling[] = [];
  let writing: unknown;
  let expiring: unknown;
  let looking: unknown;
  /** Until a video that was watched is over. */
  let stopWaiting = () => {};
  let stopped = false;

  const engine = createEngine({
    memory: readDeviceMemory(),
    clock: now,
    ...(options.random && { random: options.random }),
    ...(onSignal && { onSignal: (signal) => attempt('a signal could not be told', () => onSignal(signal)) }),
    onDecisions(decisions) {
      unwritten.push(...decisions);
      unwritten.splice(0, unwritten.length - MOST_UNWRITTEN);
      writing ??= clock.wait(write, WRITE_AFTER_MS);
    },
  });

  function write(): void {
    clock.clear(writing);
    writing = undefined;
    if (unwritten.length) logDecisions(unwritten.splice(0));
  }

  /** Reads what was declared, if it is not what was read last. */
  function read(): void {
    if (!toRead || stopped) return;
    toRead = false;
    campaigns = readCampaigns($campaigns.get(), { readBefore });
    moments = new Set(campaigns.flatMap((campaign) => campaign.moments));
    engine.setCampaigns(campaigns, { policy, savedGroups });
    if (campaigns.some(({ audience }) => audience)) knowledge ??= watchKnowledge();
    follower.want(campaigns);
    watcher?.want(moments);
  }

  /** Several are declared one after the other, by an element each. */
  function readSoon(): void {
    if (!toRead) queueMicrotask(() => attempt('campaigns could not be read', read));
    toRead = true;
  }

  /** Before something is decided: what has changed since something was decided last. */
  function catchUp(): void {
    views.check();
    if (toRemember) remember();
    const at = now();
    const next = situation!.read(at);
    const change = Object.fromEntries(
      Object.entries(next).filter(([name, value]) => value !== seen[name as keyof Situation]),
    ) as Partial<Situation>;
    seen = next;
    if (Object.keys(change).length) engine.send({ type: 'situation', change });
    if (knowledge) engine.send({ type: 'know', attributes: { ...knowledge.read(at) } });
  }

  function remember(): void {
    toRemember = false;
    engine.send({ type: 'remember', memory: readDeviceMemory() });
  }

  /** @param due whether something may be decided by it */
  function send(signal: BareSignal, due = false): void {
    if (stopped) return;
    attempt('campaigns could not be decided on', () => {
      read();
      if (due) catchUp();
      const { memory } = engine.state;
      engine.send(signal);
      const remembered = toRemember;
      keepMemory(memory, engine.state.memory, engine.state.at);
      // It has only heard itself.
      toRemember = remembered;
      settle();
    });
  }

  /** Says what is to be shown, waits no longer for what was chosen than it may take, and looks again for what waits. */
  function settle(): void {
    const { chosen, open, ripe } = engine.state;
    clock.clear(expiring);
    expiring = chosen && clock.wait(() => send(nothing), chosen.at + policy.prepareMs + 1 - now());
    if (ripe.length) {
      // What has waited for long may wait a little longer.
      const waitedMs = now() - Math.max(...ripe.map(({ noticedAt }) => noticedAt));
      looking ??= clock.wait(lookAgain, Math.max(LOOK_AGAIN_MS, waitedMs / 5));
    } else {
      clock.clear(looking);
      looking = undefined;
    }
    const prompt = open ?? chosen;
    const surface = campaigns.find(({ name }) => name === prompt?.campaign)?.surface ?? prompt?.campaign;
    setPrompt(
      prompt && {
        campaign: prompt.campaign,
        variant: prompt.variant,
        surface: surface!,
        moment: prompt.moment,
        state: open ? 'open' : 'chosen',
        at: prompt.at,
      },
    );
  }

  function lookAgain(): void {
    looking = undefined;
    send({ type: 'again' }, true);
  }

  function begin(landing: boolean): void {
    stopWaiting();
    situation?.stop();
    situation = watchSituation(clock);
    seen = noSituation;
    send(pageSignal(engine.state.memory, landing, now()));
  }

  function hear(message: PromptMessage): void {
    send(message, message.type === 'ready');
  }

  function note(record: CueRecord): void {
    situation?.hear(record);
    const { name, params } = record;
    const campaign = params?.promotion_name;
    const due = moments.has(AFTER + name.replaceAll('_', '-'));
    const tell = (): void => send({ type: 'fact', name, ...(typeof campaign === 'string' && { campaign }) }, due);
    // It is told some time before the end: until then nothing may be shown, and after the end it would not be told.
    if (due && name === 'video_complete') {
      stopWaiting();
      stopWaiting = whenStill(tell);
    } else tell();
  }

  function notice(moment: Noticed): void {
    noticed = [moment, ...noticed].slice(0, MOST_NOTICED);
    send({ type: 'moment', moment: moment.moment }, true);
  }

  const { loadWatchMoment } = options;
  const watcher = loadWatchMoment && watchMoments(loadWatchMoment, notice);
  const views = watchPageViews(begin);
  const follower = followAudiences();
  const stops = [
    $campaigns.listen(readSoon),
    watchDeviceMemory(() => {
      toRemember = true;
    }),
    onPromptMessage(hear),
    onRecord?.(note),
    watchHiding(write),
  ];
  begin(true);

  return {
    get state() {
      return engine.state;
    },
    get campaigns() {
      read();
      return campaigns;
    },
    get noticed() {
      return noticed;
    },
    async explain(name) {
      const { explain } = await import('./explain.js');
      read();
      const campaign = campaigns.find((each) => each.name === name);
      if (!campaign) {
        warnOnce(`there is no campaign “${name}”; there are ${campaigns.map((each) => `“${each.name}”`).join(', ')}`);
        return undefined;
      }
      send(nothing, true);
      return explain(campaign, engine.state, { campaigns, policy, savedGroups, at: now() });
    },
    take(more) {
      if (more.savedGroups) savedGroups = { ...more.savedGroups, ...savedGroups };
      if (more.manners !== undefined) {
        if (manners === undefined) policy = readPolicy(more.manners);
        else if (JSON.stringify(manners) !== JSON.stringify(more.manners))
          warnOnce('manners are given twice; the first ones count');
        manners ??= more.manners;
      }
      toRead = true;
      attempt('campaigns could not be read', read);
    },
    stop() {
      stopped = true;
      for (const stop of stops) stop?.();
      watcher?.stop();
      views.stop();
      follower.stop();
      stopWaiting();
      situation?.stop();
      knowledge?.stop();
      clock.clear(expiring);
      clock.clear(looking);
      write();
      setPrompt(undefined);
    },
  };
}

/** Calls back when the page goes into the background, which may be the last that is heard of it. */
function watchHiding(callback: () => void): () => void {
  const hear = (): void => {
    if (document.visibilityState === 'hidden') callback();
  };
  document.addEventListener('visibilitychange', hear);
  return () => document.removeEventListener('visibilitychange', hear);
}
