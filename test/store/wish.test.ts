import { expect } from 'chai';
import fc from 'fast-check';
import { computed } from 'nanostores';
import { createDevice } from '../../src/store/device.js';
import { $wish, addWish, createWishlist, mergeWish, removeWish } from '../../src/store/wish.js';
import type { Wish } from '../../src/store/wish.js';
import { $wishlist } from '../../src/store/wishlist.js';
import { forgetPage } from '../forget-page.js';
import { hearReports } from '../hear-reports.js';
import { fakeStorage } from './fake-storage.js';
import { openTabs } from './open-tabs.js';
import { wishes } from './wish-arbitraries.js';

/** Removals of long ago are forgotten, so instants are recent ones. */
const T = Date.now() - 1000;

const YEAR_MS = 366 * 24 * 60 * 60 * 1000;

const wish = (id: string, changedAt: number, wished = true): Wish => ({ product: { id }, wished, changedAt });
const content = (list: ReturnType<typeof createWishlist>) =>
  Object.fromEntries([...list.$items.get()].sort(([a], [b]) => (a < b ? -1 : 1)));

describe('merging two wishes for one product', () => {
  const one = wishes.map((known) => ({ ...known, product: { ...known.product, id: 'a' } }));

  it('gives the same in any order, in any grouping, and when it is done twice', () => {
    fc.assert(
      fc.property(one, one, one, (a, b, c) => {
        expect(mergeWish(a, b)).to.deep.equal(mergeWish(b, a));
        expect(mergeWish(mergeWish(a, b), c)).to.deep.equal(mergeWish(a, mergeWish(b, c)));
        expect(mergeWish(a, a)).to.deep.equal(a);
        expect(mergeWish(mergeWish(a, b), b)).to.deep.equal(mergeWish(a, b));
      }),
    );
  });

  it('takes the later change', () => {
    expect(mergeWish(wish('a', 1), wish('a', 2, false)).wished).to.equal(false);
    expect(mergeWish(wish('a', 3), wish('a', 2, false)).wished).to.equal(true);
  });

  it('takes the wish, not its removal, when both are of one instant', () => {
    const named: Wish = { ...wish('a', 1), product: { id: 'a', name: 'Teapot' } };
    for (const wished of [wish('a', 1), named])
      for (const removed of [wish('a', 1, false), { ...named, wished: false }]) {
        expect(mergeWish(wished, removed)).to.equal(wished);
        expect(mergeWish(removed, wished)).to.equal(wished);
      }
  });
});

describe('merging lists of wishes', function () {
  this.timeout(60_000);

  it('is a union, whatever the order and however often', () => {
    fc.assert(
      fc.property(
        fc
          .array(wishes, { maxLength: 12 })
          .chain((list) =>
            fc.tuple(
              fc.constant(list),
              fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2, maxLength: list.length * 2 }),
            ),
          ),
        ([list, again]) => {
          const [first, second] = [list, again].map((entries) => {
            const collection = createWishlist(createDevice(() => fakeStorage()));
            for (const entry of entries) collection.update(entry.product.id, () => entry);
            return content(collection);
          });
          expect(second).to.deep.equal(first);
          for (const { product } of list) expect(first).to.have.own.property(product.id);
        },
      ),
    );
  });
});

describe('several tabs', function () {
  this.timeout(60_000);

  const step = fc.record({
    tab: fc.nat(2),
    does: fc.oneof(
      fc.constant('hear' as const),
      wishes.map((entry) => ({ merge: entry })),
      fc.record({ press: wishes.map(({ product }) => product), wished: fc.boolean() }),
    ),
  });

  it('end up with the same list, in memory and on the device, after any interleaving', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { tabs, settle } = openTabs(3);
        const lists = tabs.map(({ device }) => createWishlist(device));
        let clock = Date.now() - 10;
        for (const { tab, does } of steps) {
          const list = lists[tab]!;
          if (does === 'hear') tabs[tab]!.hear();
          else if ('merge' in does) list.update(does.merge.product.id, () => does.merge);
          else {
            const { press: product, wished } = does;
            list.update(product.id, (known) => ({
              product,
              wished,
              changedAt: Math.max(clock++, (known?.changedAt ?? 0) + 1),
            }));
            expect(list.get(product.id)?.wished, 'what the shopper did').to.equal(wished);
          }
        }
        settle();
        expect(content(lists[1]!)).to.deep.equal(content(lists[0]!));
        expect(content(lists[2]!)).to.deep.equal(content(lists[0]!));
        expect(tabs[1]!.seen()).to.deep.equal(tabs[0]!.seen());
        const reopened = createWishlist({ ...tabs[2]!.device, onChange() {} });
        expect(content(reopened), 'after a reload').to.deep.equal(content(lists[0]!));
      }),
      { numRuns: 300 },
    );
  });

  it('keep both of two wishes of the same instant', () => {
    const { tabs, settle } = openTabs(2);
    const [first, second] = tabs.map(({ device }) => createWishlist(device));
    first!.update('a', () => wish('a', 5));
    second!.update('b', () => wish('b', 5));
    settle();
    for (const list of [first!, second!]) expect(Object.keys(content(list))).to.deep.equal(['a', 'b']);
  });

  it('put a newer change back that a stale tab has overwritten', () => {
    const { tabs, settle } = openTabs(2);
    const [first, second] = tabs.map(({ device }) => createWishlist(device));
    first!.update('a', () => wish('a', T + 9));
    second!.update('a', () => wish('a', T + 5, false));
    expect(tabs[1]!.seen()['cuekit:wish:a']).to.contain('"wished":false');
    settle();
    for (const tab of tabs) expect(tab.seen()['cuekit:wish:a']).to.contain('"wished":true');
    expect(second!.get('a')?.wished).to.equal(true);
  });

  it('write nothing when there is nothing new to say', () => {
    const { tabs } = openTabs(2);
    const [first, second] = tabs.map(({ device }) => createWishlist(device));
    first!.update('a', () => wish('a', 9));
    while (tabs[1]!.hear());
    expect(second!.get('a')).to.deep.equal(wish('a', 9));
    second!.update('a', () => wish('a', 9));
    second!.update('a', () => wish('a', 8));
    expect(tabs[0]!.hear()).to.equal(false);
  });
});

describe('a removed wish', () => {
  it('is remembered for a year and then let go, also on the device', () => {
    const storage = fakeStorage();
    const list = createWishlist(createDevice(() => storage));
    list.update('old', () => wish('old', Date.now() - YEAR_MS, false));
    list.update('new', () => wish('new', Date.now() - YEAR_MS / 2, false));
    list.update('kept', () => wish('kept', Date.now() - YEAR_MS));
    expect(Object.keys(content(list))).to.deep.equal(['kept', 'new']);
    expect(storage.getItem('cuekit:wish:old')).to.equal(null);
  });
});

describe('what the shopper does', () => {
  let heard: ReturnType<typeof hearReports>;
  beforeEach(() => {
    forgetPage();
    heard = hearReports();
  });
  afterEach(() => heard.stop());

  it('counts more than anything known, even from a device whose clock runs ahead', () => {
    const ahead = Date.now() + 24 * 60 * 60 * 1000;
    localStorage.setItem('cuekit:wish:a', JSON.stringify({ v: 1, d: wish('a', ahead) }));
    removeWish('a');
    expect($wish('a').get()?.wished).to.equal(false);
    addWish({ id: 'a' });
    expect($wish('a').get()).to.deep.equal(wish('a', ahead + 2));
  });

  it('counts more than what another tab has written and this one not yet heard of', () => {
    addWish({ id: 'a' });
    const ahead = Date.now() + 1e9;
    localStorage.setItem('cuekit:wish:a', JSON.stringify({ v: 1, d: wish('a', ahead) }));
    removeWish('a');
    expect($wish('a').get()?.wished).to.equal(false);
    expect(localStorage.getItem('cuekit:wish:a')).to.contain('"wished":false');
  });

  it('removes nothing that is not on the list', () => {
    removeWish('never');
    addWish({ id: 'a' }, T + 1);
    removeWish('a', T + 2);
    removeWish('a', T + 3);
    expect($wish('never').get()).to.equal(undefined);
    expect($wish('a').get()?.changedAt).to.equal(T + 2);
  });

  it('is kept as plain product data, whatever else the object holds', () => {
    const product = { id: 'a', name: 'Teapot', price: 3, url: '/teapot', tags: ['x'], onclick() {}, big: 1n };
    Object.assign(product, { self: product });
    addWish(product as never);
    const kept = { id: 'a', name: 'Teapot', price: 3, url: new URL('/teapot', location.href).href };
    expect($wish('a').get()?.product).to.deep.equal(kept);
    expect(JSON.parse(localStorage.getItem('cuekit:wish:a')!).d.product).to.deep.equal(kept);
  });

  it('with something that is no product warns and throws nothing', () => {
    for (const odd of [undefined, null, 'a', 7, {}, { id: '' }, { id: 7 }]) addWish(odd as never);
    removeWish(undefined as never);
    expect(heard.warnings).to.deep.equal(['[cuekit] addWish() needs a product with an id']);
    expect(heard.reports).to.deep.equal([]);
  });

  it('is heard only by those who show that product', () => {
    const calls: string[] = [];
    const stops = Array.from({ length: 1000 }, (_, index) => `p${index}`).map((id) =>
      $wish(id).listen(() => calls.push(id)),
    );
    addWish({ id: 'p7' });
    expect(calls).to.deep.equal(['p7']);
    removeWish('p7');
    expect(calls).to.deep.equal(['p7', 'p7']);
    for (const stop of stops) stop();
  });

  it('is what a computed store says, whoever looked at it while the change was told', () => {
    const heard: unknown[] = [];
    const $wished = computed($wish('a'), (known) => known?.wished);
    const $alone = computed($wish('a'), (known) => known?.wished);
    const stops = [
      $wishlist.listen(() => heard.push($wished.get(), $alone.get())),
      $wished.listen((wished) => heard.push(`told ${wished}`)),
    ];
    addWish({ id: 'a' });
    expect(heard).to.include('told true');
    expect([$wished.get(), $alone.get()]).to.deep.equal([true, true]);
    removeWish('a');
    expect(heard).to.include('told false');
    expect([$wished.get(), $alone.get()]).to.deep.equal([false, false]);
    for (const stop of stops) stop();
  });

  it('is kept, and heard by the others, when a listener throws', () => {
    const calls: unknown[] = [];
    const stops = [
      $wish('a').listen(() => {
        throw new Error('host');
      }),
      $wish('a').listen((value) => calls.push(value?.wished)),
    ];
    addWish({ id: 'a' });
    removeWish('a');
    expect(calls).to.deep.equal([true, false]);
    expect(localStorage.getItem('cuekit:wish:a')).to.contain('"wished":false');
    expect(heard.reports).to.deep.equal(['a listener of the store “wish” failed']);
    for (const stop of stops) stop();
  });
});
