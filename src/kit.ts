import { pageSingleton } from './browser/page-singleton.js';
import { attempt, report, warnOnce } from './browser/report.js';
import type { Explanation } from './campaigns/explain.js';
import type { SavedGroups } from './campaigns/match-condition.js';
import { pageRun } from './campaigns/page-run.js';
import type { CartAdapter } from './cart/cart-adapter.js';
import { createRecorder } from './events/recorder.js';
import type { CueRecord } from './events/record.js';
import type { Sink } from './sinks/sink.js';
import { $campaigns, declareCampaigns } from './store/campaigns.js';
import type { CampaignDeclaration } from './store/campaigns.js';
import { $consent, setConsentDefault } from './store/consent.js';
import type { Consent, ConsentState } from './store/consent.js';
import { $declaredIncentives, declareIncentives } from './store/declared-incentives.js';
import type { IncentiveDeclaration } from './store/declared-incentives.js';
import { touchSession } from './store/session.js';
import { $visitor } from './store/visitor.js';

/** Most records that wait in memory for the shopper's answer; the oldest go first. */
const MOST_HELD = 50;

export interface KitOptions {
  /** Where records go. */
  sinks?: readonly Sink[];
  /**
   * What holds until the shopper chooses: `granted` where no consent is needed, `pending` (the default) where a consent
   * dialog will call `setConsent`. For all purposes, or for each.
   */
  consent?: ConsentState | Partial<Consent>;
  /**
   * The shop's cart: an adapter (`shopify()`, `domCart(…)`, `customCart(…)`), or `detect` for the one that the shop's
   * software gives away. Without it, elements that need a cart detect it; the page's own changes are told only then.
   */
  cart?: CartAdapter | 'detect';
  /** What to show to whom, and when; beside what `<cue-campaign>` elements of the page declare. */
  campaigns?: readonly CampaignDeclaration[];
  /** The shop's numbers for the manners that hold for all campaigns: `{ rest: '2m', sessionCap: 1 }`. */
  manners?: Readonly<Record<string, unknown>>;
  /** Lists that audiences of campaigns name with `$inGroup`. */
  savedGroups?: SavedGroups;
  /** What the shop offers, as `<cue-incentive>` and `<cue-countdown>` show it. */
  incentives?: readonly IncentiveDeclaration[];
}

/** Starts sending records to sinks. Starting twice, by two copies of the kit for instance, adds what is new and doubles nothing. */
export function startKit(options: KitOptions = {}): { stop(): void } {
  const { sinks = [], consent, cart, incentives } = options;
  if (consent !== undefined) setConsentDefault(consent);
  const stops = sinks.map((sink) => connect(sink));
  if (cart) stops.push(startCart(cart));
  if (incentives) stops.push(declareIncentives(incentives));
  stops.push(startJudging(options));
  stops.push(startCampaigns(options));
  return {
    stop() {
      for (const stop of stops.splice(0)) stop();
    },
  };
}

/**
 * Calls back with the record of every fact on the page, in the order in which they happen.
 *
 * @returns ends it
 */
export function onRecord(listener: (record: CueRecord) => void): () => void {
  return pageSingleton('recorder', () => createRecorder(pageContext, report)).onRecord(listener);
}

/**
 * Why a campaign of this page was or was not shown, and what would have to be different for it to be shown now. For the
 * console: `(await explainCampaign('leaving')).text`.
 */
export async function explainCampaign(name: string): Promise<Explanation | undefined> {
  // It may be on its way.
  if ($campaigns.get().length) await import('./campaigns/run-campaigns.js');
  const run = pageRun();
  if (!run) warnOnce('no campaigns are run on this page: startKit() runs those that are declared');
  return run?.explain(name);
}

const loadWatchMoment = async () => (await import('./moments/watch-moment.js')).watchMoment;

/** The code that runs campaigns is loaded when the first one is declared, by whomever. */
function startCampaigns({ campaigns = [], manners, savedGroups }: KitOptions): () => void {
  let stopped = false;
  let loading = false;
  let stop = () => {};
  async function run(): Promise<void> {
    loading = true;
    try {
      const { runCampaigns } = await import('./campaigns/run-campaigns.js');
      if (!stopped)
        ({ stop } = runCampaigns({ manners, ...(savedGroups && { savedGroups }), onRecord, loadWatchMoment }));
    } catch (error) {
      loading = false;
      throw error;
    }
  }
  const withdraw = declareCampaigns(campaigns);
  const ignore = $campaigns.subscribe((declared) => {
    if (declared.length && !loading) attempt('campaigns could not be run', run);
  });
  return () => {
    stopped = true;
    ignore();
    withdraw();
    stop();
  };
}

/** For whom an incentive is not; the code that can say so is loaded when the first one asks, by whomever it was declared. */
function startJudging({ savedGroups }: KitOptions): () => void {
  let stopped = false;
  let loading = false;
  const stops: (() => void)[] = [];
  const ignore = $declaredIncentives.subscribe((declared) => {
    if (loading || !declared.some(({ notFor }) => notFor)) return;
    loading = true;
    attempt('audiences could not be judged', async () => {
      const [{ judgeAudiences }, { declareBelongs }] = await Promise.all([
        import('./campaigns/judge-audiences.js'),
        import('./incentives/belongs.js'),
      ]);
      if (stopped) return;
      const { belongs, stop } = judgeAudiences(savedGroups);
      stops.push(declareBelongs(belongs), stop);
    });
  });
  return () => {
    stopped = true;
    ignore();
    for (const stop of stops.splice(0)) stop();
  };
}

/** Its code is loaded here: a page without a cart does without it. */
function startCart(cart: CartAdapter | 'detect'): () => void {
  let stopped = false;
  let stop = () => {};
  attempt('the cart could not be connected', async () => {
    const { connectCart, detectCart } = await import('./cart/find-cart.js');
    const adapter = cart === 'detect' ? await detectCart() : cart;
    if (adapter && !stopped) ({ stop } = connectCart({ adapter }));
  });
  return () => {
    stopped = true;
    stop();
  };
}

function pageContext() {
  return {
    visitor: $visitor.get()?.id ?? '',
    session: touchSession().id,
    page: { url: location.origin + location.pathname, title: document.title },
  };
}

function connect(sink: Sink): () => void {
  const connected = pageSingleton('sinks', () => new Set<string>());
  if (connected.has(sink.name)) return () => {};
  connected.add(sink.name);

  const held: CueRecord[] = [];
  /** One by one, and asking each time: what a sink does may bring about the next record, or end the shopper's consent. */
  function settle(): void {
    for (;;) {
      const { analytics } = $consent.get();
      if (analytics === 'denied') held.length = 0;
      if (analytics === 'pending' && sink.reach === 'network') return;
      const record = held.shift();
      if (!record) return;
      attempt(`the sink “${sink.name}” failed`, () => sink.take(record));
    }
  }

  const stopRecords = onRecord((record) => {
    held.push(record);
    if (held.length > MOST_HELD) held.shift();
    settle();
  });
  const stopConsent = $consent.listen(settle);
  return () => {
    connected.delete(sink.name);
    held.length = 0;
    stopRecords();
    stopConsent();
  };
}
