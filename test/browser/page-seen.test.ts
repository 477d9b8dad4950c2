import { expect } from 'chai';
import { pageSeen } from '../../src/browser/page-seen.js';
import { fakeClock, setVisible } from './fake-clock.js';

describe('pageSeen', () => {
  let clock: ReturnType<typeof fakeClock>;
  let seen: number;
  beforeEach(() => {
    clock = fakeClock();
    seen = 0;
    setVisible(true);
  });
  afterEach(() => setVisible(undefined));

  it('tells once when the page was in front for so long', () => {
    pageSeen(1000, () => seen++, clock);
    clock.pass(999);
    expect(seen).to.equal(0);
    clock.pass(1);
    setVisible(false);
    setVisible(true);
    clock.pass(5000);
    expect(seen).to.equal(1);
  });

  it('waits for a tab that was opened for later, and begins anew when it was left', () => {
    setVisible(false);
    pageSeen(1000, () => seen++, clock);
    clock.pass(60_000);
    setVisible(true);
    clock.pass(900);
    setVisible(false);
    setVisible(true);
    clock.pass(900);
    expect(seen).to.equal(0);
    clock.pass(100);
    expect(seen).to.equal(1);
  });

  it('can be ended', () => {
    const end = pageSeen(1000, () => seen++, clock);
    end();
    setVisible(true);
    clock.pass(5000);
    expect([seen, clock.waiting]).to.deep.equal([0, 0]);
  });
});
