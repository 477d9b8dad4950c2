import { expect } from 'chai';
import fc from 'fast-check';
import {
  $pause,
  arePromptsPaused,
  createPause,
  mergePauses,
  pausePrompts,
  resumePrompts,
} from '../../src/store/pause.js';
import { forgetPage } from '../forget-page.js';
import { openTabs } from './open-tabs.js';

describe('a pause of prompts', () => {
  beforeEach(() => forgetPage());

  it('lasts until it is ended, or until its end, and is kept without consent', () => {
    expect([$pause.get(), arePromptsPaused()]).to.deep.equal([undefined, false]);
    pausePrompts(undefined, 1000);
    expect(arePromptsPaused(1e15)).to.equal(true);
    forgetPage({ storage: true });
    expect(arePromptsPaused(1e15)).to.equal(true);
    resumePrompts(2000);
    expect(arePromptsPaused(2001)).to.equal(false);
    pausePrompts(5000, 3000);
    expect([arePromptsPaused(4999), arePromptsPaused(5000)]).to.deep.equal([true, false]);
  });

  it('is what the shopper did last, even where a clock ran ahead', () => {
    pausePrompts(undefined, 9000);
    resumePrompts(1000);
    expect(arePromptsPaused(1000)).to.equal(false);
  });

  it('holds in all tabs', () => {
    const { tabs, settle } = openTabs(2);
    const pauses = tabs.map(({ device }) => createPause(device));
    pauses[0]!.update('prompts', () => ({ paused: true, changedAt: 1 }));
    settle();
    expect(pauses[1]!.get('prompts')).to.deep.equal({ paused: true, changedAt: 1 });
  });

  it('that makes no sense is none', () => {
    pausePrompts(NaN, 1);
    expect($pause.get()).to.equal(undefined);
    localStorage.setItem('cuekit:pause:prompts', '{"v":1,"d":{"paused":"yes","changedAt":1}}');
    forgetPage({ storage: true });
    expect(arePromptsPaused()).to.equal(false);
  });

  it('merges the same in any order and grouping', () => {
    const pause = fc.record(
      { paused: fc.boolean(), until: fc.nat(2), changedAt: fc.nat(2) },
      { requiredKeys: ['paused', 'changedAt'] },
    );
    fc.assert(
      fc.property(pause, pause, pause, (a, b, c) => {
        expect(mergePauses(a, b)).to.deep.equal(mergePauses(b, a));
        expect(mergePauses(mergePauses(a, b), c)).to.deep.equal(mergePauses(a, mergePauses(b, c)));
        expect(mergePauses(a, a)).to.deep.equal(a);
      }),
    );
  });
});
