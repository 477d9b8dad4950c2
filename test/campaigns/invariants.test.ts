import { expect } from 'chai';
import fc from 'fast-check';
import { createEngine, explain, initialState, prepareRules, reduce, replay } from '../../src/campaigns/index.js';
import type { Ruling, Signal } from '../../src/campaigns/index.js';
import { engine as browser } from '../commands.js';
import { accountant, observer, play } from './check-session.js';
import { runs } from '../runs.js';
import { decode, randomSession, START } from './random-sessions.js';

describe('for any session and any campaigns', () => {
  // One test and not three, since playing ten thousand sessions is most of its work.
  it('no manner is broken, no cap exceeded, each decision has a reason, and a replay gives the same', function () {
    this.timeout(300_000);
    let shown = 0;
    let answeredLate = 0;
    const reasons = new Set<string>();
    fc.assert(
      fc.property(randomSession, (session) => {
        const { note, check, showings } = observer(session.campaigns, session.policy);
        const account = accountant(session, reasons);
        const signals: Signal[] = [];
        const decisions: Ruling[] = [];
        const engine = play(session, (signal, made, { state }) => {
          note(signal);
          for (const decision of made) if (decision.outcome === 'shown') check(decision, signal.at);
          account(signal, made, state);
          if (signal.type === 'again' && state.chosen?.at === signal.at) answeredLate++;
          signals.push(signal);
          decisions.push(...made);
        });
        shown += showings.length;
        // As a recording is kept: plain JSON.
        const recording = JSON.parse(JSON.stringify(signals)) as Signal[];
        const again = replay(recording, session.campaigns.slice().reverse(), { policy: session.policy });
        expect(again.decisions.map(({ visitor: _, session: __, ...decision }) => decision)).to.deep.equal(decisions);
        expect(again.states.get(engine.state.visitor)).to.deep.equal(engine.state);
      }),
      { numRuns: runs(10_000) },
    );
    // The property says nothing where nothing is ever shown, and every reason but those of what was taken away comes up.
    expect(shown).to.be.above(runs(4_000));
    expect(answeredLate).to.be.above(runs(200));
    if (browser === 'chromium') expect(reasons.size).to.be.at.least(32);
  });

  it('nothing that is passed in is changed, and the state stays plain JSON', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(randomSession, (session) => {
        const rules = prepareRules(session.campaigns, { policy: session.policy });
        let state = freeze(initialState());
        play(session, (signal) => {
          state = freeze(reduce(state, freeze(signal), rules).state);
        });
        expect(JSON.parse(JSON.stringify(state))).to.deep.equal(state);
      }),
      { numRuns: runs(500) },
    );
  });

  it('a clock that is put back lets nothing through sooner, and nothing waits for the future', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(
        randomSession,
        fc.array(fc.integer({ min: 0, max: 3 * 365 * 86_400_000 }), { maxLength: 5 }),
        (session, jumps) => {
          let now = START;
          const engine = createEngine({
            campaigns: session.campaigns,
            policy: session.policy,
            clock: () => now,
            random: () => 0.3,
          });
          const shown = new Map<string, number>();
          session.codes.forEach((code, index) => {
            const { bare, afterMs } = decode(code, engine.state);
            now += index % 7 === 3 ? -(jumps[(index - 3) / 7] ?? 0) : afterMs;
            for (const { outcome, campaign } of engine.send(bare))
              if (outcome === 'shown') shown.set(campaign, (shown.get(campaign) ?? 0) + 1);
            const { memory, pageAt, sessionAt } = engine.state;
            const latest = Math.max(
              ...Object.values(memory.shown).flat(),
              ...Object.values(memory.answers),
              memory.closedAt ?? 0,
              pageAt,
              sessionAt,
            );
            expect(latest).to.be.at.most(now);
          });
          for (const { name, caps } of session.campaigns)
            for (const { count, per } of caps) if (per === 'ever') expect(shown.get(name) ?? 0).to.be.at.most(count);
        },
      ),
      { numRuns: runs(1_000) },
    );
  });

  it('what is explained agrees with what is decided', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(randomSession, (session) => {
        const { campaigns, policy } = session;
        const engine = play(session, () => {});
        for (const campaign of campaigns) {
          const { obstacles, text } = explain(campaign, engine.state, { campaigns, policy });
          expect(text).to.not.match(/undefined|NaN|Infinity|(?<!\d)-\d/);
          // Alone, so that no other is drawn before it.
          const rules = prepareRules(campaigns, { policy });
          const alone = [rules.campaigns.get(campaign.name)!];
          const step = reduce(
            { ...engine.state, visitor: engine.state.visitor || 'v9' },
            { type: 'moment', moment: campaign.moments[0]!, at: engine.state.at, roll: 0 },
            { ...rules, byMoment: new Map(campaign.moments.map((moment) => [moment, alone])) },
          );
          const ruling = step.decisions.find((decision) => decision.campaign === campaign.name);
          if (!engine.state.visitor) continue;
          expect(obstacles[0]?.reason).to.equal(ruling?.reason);
          expect(obstacles.length > 0).to.equal(step.state.chosen?.at !== engine.state.at || !!ruling);
        }
      }),
      { numRuns: runs(1_000) },
    );
  });
});

function freeze<T>(data: T): T {
  if (typeof data === 'object' && data !== null && !Object.isFrozen(data)) {
    Object.freeze(data);
    Object.values(data).forEach(freeze);
  }
  return data;
}
