import { expect } from 'chai';
import { $ledger } from '../../src/store/ledger.js';
import { $prompt, tellPrompt } from '../../src/store/prompts.js';
import { forgetPage } from '../forget-page.js';
import { hearReports } from '../hear-reports.js';
import { closeRuns, openRun } from './open-run.js';

const leaving = { name: 'leaving', moment: 'exit-intent' };

let heard: ReturnType<typeof hearReports>;
beforeEach(() => {
  forgetPage();
  heard = hearReports();
});
afterEach(() => {
  closeRuns();
  heard.stop();
});

describe('a campaign on a page', () => {
  it('is chosen at its moment, shown when it is ready, gone when it is closed, and all of it is in the ledger', async () => {
    const { notice, clock } = await openRun({ campaigns: [{ ...leaving, variants: 'calm', surface: 'corner' }] });
    expect($prompt.get()).to.equal(undefined);
    notice();
    expect($prompt.get()).to.deep.include({ campaign: 'leaving', variant: 'calm', surface: 'corner', state: 'chosen' });
    tellPrompt({ type: 'ready', campaign: 'leaving' });
    expect($prompt.get()).to.deep.include({ campaign: 'leaving', moment: 'exit-intent', state: 'open' });
    tellPrompt({ type: 'closed', campaign: 'leaving' });
    expect($prompt.get()).to.equal(undefined);
    notice();
    expect($prompt.get()).to.equal(undefined);
    clock.pass(1000);
    expect($ledger.get().map(({ outcome, reason }) => `${outcome} ${reason}`)).to.deep.equal([
      'shown allowed',
      'held resting',
    ]);
    expect(clock.waiting).to.equal(0);
    expect(heard.warnings).to.deep.equal([]);
  });
});
