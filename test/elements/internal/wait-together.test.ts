import { expect } from 'chai';
import { waitTogether } from '../../../src/elements/internal/wait-together.js';
import { fakeClock } from '../../browser/fake-clock.js';

describe('waiting together', () => {
  it('takes one timer for all, set for what is due next', () => {
    const clock = fakeClock();
    const rung: string[] = [];
    waitTogether(() => rung.push('late'), 5000, clock);
    waitTogether(() => rung.push('soon'), 1000, clock);
    const end = waitTogether(() => rung.push('never'), 2000, clock);
    expect(clock.waiting).to.equal(1);
    clock.pass(1000);
    expect(rung).to.deep.equal(['soon']);
    end();
    clock.pass(4000);
    expect(rung).to.deep.equal(['soon', 'late']);
    expect(clock.waiting).to.equal(0);
  });

  it('waits longer than browsers can', () => {
    const clock = fakeClock();
    const waits: number[] = [];
    const spied = { ...clock, wait: (run: () => void, ms: number) => (waits.push(ms), clock.wait(run, ms)) };
    let rung = 0;
    waitTogether(() => rung++, 60 * 86_400_000, spied);
    for (let day = 0; day < 60; day++) clock.pass(86_400_000);
    expect(rung).to.equal(1);
    expect(Math.max(...waits)).to.be.at.most(2 ** 31 - 1);
  });

  it('can be begun again by who was called', () => {
    const clock = fakeClock();
    let rung = 0;
    const again = (): void => void (rung++ < 3 && waitTogether(again, 1000, clock));
    again();
    for (let second = 0; second < 5; second++) clock.pass(1000);
    expect(rung).to.equal(4);
    expect(clock.waiting).to.equal(0);
  });
});
