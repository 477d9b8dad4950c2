import { expect } from 'chai';
import fc from 'fast-check';
import { inCart, leftMs, live, mergeGranted, overAs, readGranted } from '../../src/store/incentive-life.js';
import type { GrantedIncentive, IncentiveEvent, Refusal } from '../../src/store/incentive-life.js';

const granted = (endsAt?: number): GrantedIncentive => live(undefined, { type: 'grant', at: 100, endsAt })!;
const after = (...events: IncentiveEvent[]): GrantedIncentive =>
  events.reduce<GrantedIncentive>((known, event) => live(known, event)!, granted(1000));

describe('the life of an incentive', () => {
  it('begins when it is granted, and not after its end', () => {
    expect(granted(1000)).to.deep.equal({ grantedAt: 100, knownAt: 100, endsAt: 1000 });
    expect(live(undefined, { type: 'grant', at: 100, endsAt: 100 })).to.equal(undefined);
    expect(live(undefined, { type: 'redeem', at: 100 })).to.equal(undefined);
  });

  it('keeps its end when it is granted again', () => {
    const known = granted(1000);
    expect(live(known, { type: 'grant', at: 500, endsAt: 5000 })).to.equal(known);
    const ended = after({ type: 'expire', at: 1000 });
    expect(live(ended, { type: 'grant', at: 1500, endsAt: 5000 })).to.equal(ended);
  });

  it('takes each step once', () => {
    const once = after({ type: 'reveal', at: 200 }, { type: 'copy', at: 300 }, { type: 'apply', at: 400 });
    expect(once).to.include({ revealedAt: 200, copiedAt: 300, appliedAt: 400 });
    for (const type of ['reveal', 'copy', 'apply', 'grant'] as const)
      expect(live(once, { type, at: 500 })).to.equal(once);
  });

  it('is over with its last millisecond, whatever the clock says afterwards', () => {
    const known = granted(1000);
    expect([overAs(known, 999), leftMs(known, 999)]).to.deep.equal([undefined, 1]);
    expect([overAs(known, 1000), leftMs(known, 1000)]).to.deep.equal(['ended', 0]);
    const looked = live(known, { type: 'look', at: 900 })!;
    expect(leftMs(looked, 200)).to.equal(100);
    expect(live(known, { type: 'copy', at: 1000 })).to.equal(known);
    expect(live(known, { type: 'expire', at: 999 })).to.equal(known);
    expect(live(known, { type: 'expire', at: 1000 })!.over).to.deep.equal({ as: 'ended', at: 1000 });
  });

  it('lets the code go when it is over', () => {
    const received = after({ type: 'ask', token: 't', at: 200 }, { type: 'receive', code: 'A1', offer: 'o', at: 300 });
    expect(received).to.include({ token: 't', code: 'A1', offer: 'o' });
    const used = live(received, { type: 'redeem', at: 400 })!;
    expect(used).to.not.have.any.keys('token', 'code', 'offer');
    expect(mergeGranted(received, used)).to.not.have.any.keys('token', 'code', 'offer');
  });

  it('can be used by an order in the last second, which the shop knows better', () => {
    const used = after({ type: 'expire', at: 1000 }, { type: 'redeem', at: 1001 });
    expect(used.over?.as).to.equal('used');
    expect(live(used, { type: 'redeem', at: 1002 })).to.equal(used);
  });

  it('is over when the shop says so, and only then', () => {
    const refuse = (reason: Refusal) => after({ type: 'refuse', reason, at: 300 });
    const overs = (['ended', 'used', 'gone'] as const).map((reason) => refuse(reason).over?.as);
    expect(overs).to.deep.equal(['ended', 'used', 'gone']);
    for (const reason of ['minimum', 'products', 'stacking', 'unknown'] as const) {
      expect(refuse(reason).over).to.equal(undefined);
      expect(inCart(refuse(reason))).to.equal(reason);
    }
  });

  it('is in the cart or refused there, as the shop has said last', () => {
    const steps = (['minimum', 'apply', 'minimum', 'minimum', 'apply'] as const).map((each): IncentiveEvent =>
      each === 'apply' ? { type: 'apply', at: 300 } : { type: 'refuse', reason: each, at: 300 },
    );
    const said = steps.map((_, count) => inCart(after(...steps.slice(0, count + 1))));
    expect(said).to.deep.equal(['minimum', true, 'minimum', 'minimum', true]);
    expect(inCart(granted())).to.equal(false);
  });

  it('a nearer end that the shop says counts, a later one does not', () => {
    expect(after({ type: 'receive', code: 'A', endsAt: 500, at: 200 }).endsAt).to.equal(500);
    expect(after({ type: 'receive', code: 'A', endsAt: 5000, at: 200 }).endsAt).to.equal(1000);
  });
});

const instant = fc.integer({ min: 0, max: 6 });
const text = fc.constantFrom('a', 'b', 'c');
const anyGranted: fc.Arbitrary<GrantedIncentive> = fc
  .record(
    {
      grantedAt: instant,
      knownAt: instant,
      endsAt: instant,
      revealedAt: instant,
      copiedAt: instant,
      appliedAt: instant,
      refusal: fc.record({ reason: fc.constantFrom<Refusal>('minimum', 'unknown'), at: instant }),
      over: fc.record({ as: fc.constantFrom('used', 'gone', 'ended'), at: instant }),
      token: text,
      code: text,
      offer: text,
    },
    { requiredKeys: ['grantedAt', 'knownAt'] },
  )
  .map((fields) => readGranted(fields)!);

describe('what two tabs know of an incentive', () => {
  it('comes to the same in any order', () => {
    fc.assert(
      fc.property(anyGranted, anyGranted, anyGranted, (a, b, c) => {
        expect(mergeGranted(a, b)).to.deep.equal(mergeGranted(b, a));
        expect(mergeGranted(mergeGranted(a, b), c)).to.deep.equal(mergeGranted(a, mergeGranted(b, c)));
        expect(JSON.stringify(mergeGranted(a, a))).to.equal(JSON.stringify(a));
      }),
    );
  });

  it('never lasts longer together than for either, and what is over for one is over', () => {
    fc.assert(
      fc.property(anyGranted, anyGranted, instant, (a, b, now) => {
        const both = mergeGranted(a, b);
        expect(leftMs(both, now)).to.be.at.most(Math.min(leftMs(a, now), leftMs(b, now)));
        if (a.over) expect(both.over).to.not.equal(undefined);
        if (a.over?.as === 'used') expect(both.over?.as).to.equal('used');
      }),
    );
  });

  it('is read as none where its end or its state cannot be read', () => {
    const stored = { grantedAt: 1, knownAt: 2, endsAt: 3 };
    expect(readGranted(stored)).to.deep.equal(stored);
    for (const broken of [
      undefined,
      'x',
      {},
      { ...stored, endsAt: 'never' },
      { ...stored, endsAt: null },
      { ...stored, knownAt: undefined },
      { ...stored, over: { as: 'open', at: 1 } },
      { ...stored, over: 'used' },
    ])
      expect(readGranted(broken), JSON.stringify(broken)).to.equal(undefined);
    expect(readGranted({ ...stored, code: 7, refusal: { reason: 'constructor', at: 1 }, more: 1 })).to.deep.equal(
      stored,
    );
  });
});
