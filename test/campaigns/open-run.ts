import { lastRuling } from '../../src/campaigns/engine-state.js';
import { runCampaigns } from '../../src/campaigns/run-campaigns.js';
import type { RunOptions } from '../../src/campaigns/run-campaigns.js';
import type { WatchMoment } from '../../src/campaigns/watch-moments.js';
import type { CueRecord } from '../../src/events/record.js';
import type { FactName } from '../../src/events/vocabulary.js';
import { $prompt, tellPrompt } from '../../src/store/prompts.js';
import { fakeClock } from '../browser/fake-clock.js';

const START = Date.UTC(2026, 5, 1, 10);

const stops: (() => void)[] = [];

/** Ends all that a test has opened. */
export function closeRuns(): void {
  for (const stop of stops.splice(0)) stop();
}

/** Campaigns that are run in this page, with a clock, luck and moments that the test makes; the page has long settled. */
export async function openRun(options: Partial<RunOptions> = {}, { settled = true, engaged = true } = {}) {
  const clock = fakeClock();
  const start = clock.now();
  const watched = new Map<string, () => void>();
  const listeners = new Set<(record: CueRecord) => void>();
  const watchMoment: WatchMoment = (moment, callback) => {
    watched.set(moment, () => callback({ moment, at: clock.now(), evidence: {} }));
    return () => void watched.delete(moment);
  };
  const run = runCampaigns({
    clock,
    now: () => START + clock.now() - start,
    random: () => 0,
    loadWatchMoment: () => Promise.resolve(watchMoment),
    onRecord(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ...options,
  });
  stops.push(run.stop);
  const fact = (name: FactName, params: Record<string, unknown> = {}) => {
    const record = { v: 1, id: '', name, at: START + clock.now(), visitor: 'v', session: 's', page: {}, params };
    for (const listener of listeners) listener(record as unknown as CueRecord);
  };
  // The watching of moments is loaded.
  await new Promise((resolve) => setTimeout(resolve));
  if (settled) clock.pass(10_000_000);
  if (engaged) fact('search');
  return {
    run,
    clock,
    fact,
    watched,
    /** The moment is noticed. */
    notice: (moment = 'exit-intent') => watched.get(moment)?.(),
    /** It is noticed, and what is chosen is ready at once. Says what is open then. */
    show(moment = 'exit-intent') {
      watched.get(moment)?.();
      const chosen = $prompt.get();
      if (chosen?.state === 'chosen') tellPrompt({ type: 'ready', campaign: chosen.campaign });
      const now = $prompt.get();
      return now?.state === 'open' ? now.campaign : undefined;
    },
    close() {
      const campaign = $prompt.get()?.campaign;
      if (campaign) tellPrompt({ type: 'closed', campaign });
    },
    /** Why it was held last. */
    reason: (name = 'leaving') => lastRuling(run.state, name)?.reason,
  };
}
