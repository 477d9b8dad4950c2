import { expect } from 'chai';
import fc from 'fast-check';
import { campaignRules, pageRules } from '../../src/campaigns/manners.js';
import { engine } from '../commands.js';
import { accountant, observer, play } from './check-session.js';
import { randomSession } from './random-sessions.js';
import type { RandomSession } from './random-sessions.js';

/** Most sessions until a rule that is missing has to be noticed; two hundred are enough for all of them, as a rule. */
const MOST = 3_000;

/** Whether the checker, who knows nothing of the rules, objects to one of so many sessions. */
function isObjected(sessions: number): boolean {
  const property = fc.property(randomSession, (session: RandomSession) => {
    const { note, check } = observer(session.campaigns, session.policy);
    const account = accountant(session, new Set());
    play(session, (signal, decisions, { state }) => {
      note(signal);
      for (const decision of decisions) if (decision.outcome === 'shown') check(decision, signal.at);
      account(signal, decisions, state);
    });
  });
  return fc.check(property, { numRuns: sessions, endOnFailure: true }).failed;
}

describe('a manner that is taken out of the engine', () => {
  before(function () {
    // Nothing here depends on a browser.
    if (engine !== 'chromium') this.skip();
  });

  for (const [kind, rules] of Object.entries({ page: pageRules, campaign: campaignRules })) {
    for (const rule of rules)
      it(`is missed: ${rule[0]} (${kind})`, function () {
        this.timeout(60_000);
        const list = rules as unknown[];
        const place = list.indexOf(rule);
        list.splice(place, 1);
        try {
          expect(isObjected(MOST)).to.equal(true);
        } finally {
          list.splice(place, 0, rule);
        }
      });
  }

  it('is put back: nobody objects to the engine as it is', function () {
    this.timeout(60_000);
    expect(pageRules.length + campaignRules.length).to.equal(30);
    expect(isObjected(300)).to.equal(false);
  });
});
