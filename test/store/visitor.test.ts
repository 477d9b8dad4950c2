import { expect } from 'chai';
import fc from 'fast-check';
import { atom } from 'nanostores';
import { createDevice } from '../../src/store/device.js';
import { createVisitor, mergeVisitors } from '../../src/store/visitor.js';
import { fakeStorage } from './fake-storage.js';
import { openTabs } from './open-tabs.js';

const KEY = 'cuekit:analytics:visitor:me';
const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

describe('a visitor', () => {
  it('is the same after a reload, when analytics is allowed', () => {
    const storage = fakeStorage();
    const first = createVisitor(
      createDevice(() => storage),
      atom(true),
    ).get('me')!;
    expect(first.id).to.match(UUID);
    expect(
      createVisitor(
        createDevice(() => storage),
        atom(true),
      ).get('me'),
    ).to.deep.equal(first);
  });

  it('is another on each page without it, and leaves no trace', () => {
    const storage = fakeStorage();
    const [a, b] = [1, 2].map(() =>
      createVisitor(
        createDevice(() => storage),
        atom(false),
      ).get('me')!,
    );
    expect(a!.id).to.not.equal(b!.id);
    expect(storage.length).to.equal(0);
  });

  it('is the one of earlier visits when consent comes late', () => {
    const storage = fakeStorage();
    const earlier = { id: 'earlier', firstSeenAt: 1000 };
    storage.setItem(KEY, JSON.stringify({ v: 1, d: earlier }));
    const $allowed = atom(false);
    const visitor = createVisitor(
      createDevice(() => storage),
      $allowed,
    );
    expect(visitor.get('me')!.id).to.not.equal('earlier');
    $allowed.set(true);
    expect(visitor.get('me')).to.deep.equal(earlier);
    expect(storage.getItem(KEY)).to.contain('"earlier"');
  });

  it('is one in tabs that open at once', () => {
    const { tabs, settle } = openTabs(3);
    const visitors = tabs.map(({ device }) => createVisitor(device, atom(true)));
    expect(new Set(visitors.map((visitor) => visitor.get('me')!.id)).size).to.equal(3);
    settle();
    expect(new Set(visitors.map((visitor) => visitor.get('me')!.id)).size).to.equal(1);
    for (const tab of tabs) expect(tab.seen()[KEY]).to.contain(visitors[0]!.get('me')!.id);
  });

  it('is there, and one, also after another tab has removed it', () => {
    const { tabs, settle } = openTabs(2);
    const visitors = tabs.map(({ device }) => createVisitor(device, atom(true)));
    settle();
    tabs[0]!.device.storage.remove(KEY);
    settle();
    const ids = visitors.map((visitor) => visitor.get('me')!.id);
    expect(ids[0]).to.match(UUID).and.to.equal(ids[1]);
  });

  it('merges the same in any order and grouping', () => {
    const visitor = fc.record({ id: fc.constantFrom('a', 'b', 'c'), firstSeenAt: fc.nat(2) });
    fc.assert(
      fc.property(visitor, visitor, visitor, (a, b, c) => {
        expect(mergeVisitors(a, b)).to.deep.equal(mergeVisitors(b, a));
        expect(mergeVisitors(mergeVisitors(a, b), c)).to.deep.equal(mergeVisitors(a, mergeVisitors(b, c)));
        expect(mergeVisitors(a, a)).to.deep.equal(a);
      }),
    );
  });
});
