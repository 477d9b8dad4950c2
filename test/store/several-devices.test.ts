import { expect } from 'chai';
import fc from 'fast-check';
import { addWish, createWishlist, removeWish } from '../../src/store/wish.js';
import {
  createList,
  createWishLists,
  deleteList,
  moveToList,
  putOnList,
  renameList,
  restoreList,
  takeOffList,
} from '../../src/store/wish-lists.js';
import { exportWishlist, mergeWishlist } from '../../src/store/merge-wishlist.js';
import type { WishlistItem, WishlistStores } from '../../src/store/merge-wishlist.js';
import { runs } from '../runs.js';
import { openTabs } from './open-tabs.js';

const DEVICES = 3;
const TABS = 2;
const START = Date.now() - 100_000_000;

interface Place {
  device: number;
  tab: number;
}

const places = fc.record({ device: fc.nat(DEVICES - 1), tab: fc.nat(TABS - 1) });
const productIds = fc.constantFrom('a', 'b', '__proto__', 'c/ü:😀');
const listIds = fc.constantFrom('one', 'two', 'constructor');
const names = fc.constantFrom('Birthday', 'Kitchen', '  A   very long name '.repeat(9));

/** Everything a shopper, a shop's script and a browser can do, on one of six pages. */
const steps = fc.oneof(
  fc.record({ kind: fc.constantFrom('add', 'remove'), at: places, product: productIds, price: fc.nat(3) }),
  fc.record({ kind: fc.constantFrom('put', 'take'), at: places, product: productIds, list: listIds }),
  fc.record({ kind: fc.constant('move'), at: places, product: productIds, list: listIds, to: listIds }),
  fc.record({ kind: fc.constantFrom('create', 'rename'), at: places, list: listIds, name: names }),
  fc.record({ kind: fc.constantFrom('delete', 'restore'), at: places, list: listIds }),
  // What one page has exported reaches another now, or was exported long before.
  fc.record({ kind: fc.constantFrom('merge', 'export', 'mergeOld'), at: places, from: places }),
  fc.record({ kind: fc.constant('hear'), at: places }),
  fc.record({ kind: fc.constant('reload'), at: places }),
  fc.record({ kind: fc.constant('tick'), at: places, ms: fc.nat(3) }),
);

type Step = { kind: string; at: Place } & Partial<{
  product: string;
  price: number;
  list: string;
  to: string;
  name: string;
  from: Place;
  ms: number;
}>;

function openPages(clocks: readonly number[]) {
  const devices = Array.from({ length: DEVICES }, () => openTabs(TABS));
  const open = ({ device, tab }: Place): WishlistStores => {
    const { device: browser } = devices[device]!.tabs[tab]!;
    return { wishes: createWishlist(browser), ...createWishLists(browser) };
  };
  const pages = devices.map((_, device) => Array.from({ length: TABS }, (__, tab) => open({ device, tab })));
  let ticks = 0;
  return {
    devices,
    pages,
    reload: (at: Place) => void (pages[at.device]![at.tab] = open(at)),
    tick: (ms: number) => void (ticks += ms),
    now: ({ device }: Place) => START + clocks[device]! + ticks,
  };
}

/** In one order: that in which things were first heard of does not matter. */
const content = (page: WishlistStores) =>
  exportWishlist(Date.now(), page)
    .map((item) => JSON.stringify(item))
    .sort();

function run(steps: readonly Step[], clocks: readonly number[]) {
  const site = openPages(clocks);
  const old = new Map<string, WishlistItem[]>();
  for (const { kind, at, product = '', price, list = '', to = '', name = '', from = at, ms = 0 } of steps) {
    const page = site.pages[at.device]![at.tab]!;
    const now = site.now(at);
    const source = site.pages[from.device]![from.tab]!;
    const key = JSON.stringify(from);
    if (kind === 'add') addWish({ id: product, ...(price && { price, currency: 'EUR' }) }, now, page.wishes);
    else if (kind === 'remove') removeWish(product, now, page.wishes);
    else if (kind === 'put') putOnList(list, product, now, page);
    else if (kind === 'take') takeOffList(list, product, now, page);
    else if (kind === 'move') moveToList(product, list, to, now, page);
    else if (kind === 'create') createList(name, now, page, list);
    else if (kind === 'rename') renameList(list, name, now, page);
    else if (kind === 'delete') deleteList(list, now, page);
    else if (kind === 'restore') restoreList(list, now, page);
    else if (kind === 'export') old.set(key, exportWishlist(Date.now(), source));
    else if (kind === 'mergeOld') mergeWishlist(old.get(key) ?? [], page);
    else if (kind === 'hear') site.devices[at.device]!.tabs[at.tab]!.hear();
    else if (kind === 'reload') site.reload(at);
    else if (kind === 'tick') site.tick(ms);
    else mergeWishlist(JSON.parse(JSON.stringify(exportWishlist(Date.now(), source))) as unknown[], page);
  }
  return site;
}

/** As an account does: all hand in what they have, and take what it then is, in whatever order. */
function synchronise({ devices, pages }: ReturnType<typeof openPages>, order: readonly number[]): void {
  for (const { settle } of devices) settle();
  let account: WishlistItem[] = [];
  for (const device of [...order, ...order]) {
    const page = pages[device]![device % TABS]!;
    mergeWishlist(account, page);
    account = exportWishlist(Date.now(), page);
    devices[device]!.settle();
  }
}

describe('a shopper with three devices, two tabs on each, and clocks that differ', function () {
  this.timeout(120_000);

  const orders = fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 });
  // Some agree, so that things happen at the same instant; some are an hour apart.
  const clocks = fc.array(fc.constantFrom(0, 0, 1, -1, 3_600_000, -3_600_000), {
    minLength: DEVICES,
    maxLength: DEVICES,
  });

  it('has the same wishlist on all, whatever was done where and in whatever order it met', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 60 }), clocks, orders, (list, offsets, order) => {
        const site = run(list, offsets);
        synchronise(site, order);
        const all = site.pages.flat().map(content);
        for (const one of all) expect(one).to.deep.equal(all[0]);
        // What is kept is what is known: a page opened afterwards knows the same.
        for (const [device, { tabs }] of site.devices.entries()) {
          tabs.forEach((_, tab) => site.reload({ device, tab }));
          for (const page of site.pages[device]!) expect(content(page)).to.deep.equal(all[0]);
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it('comes to the same whichever device hands in first', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 40 }), clocks, orders, orders, (list, offsets, one, other) => {
        const results = [one, other].map((order) => {
          const site = run(list, offsets);
          synchronise(site, order);
          return content(site.pages[0]![0]!);
        });
        expect(results[1]).to.deep.equal(results[0]);
      }),
      { numRuns: runs(100) },
    );
  });

  it('finds what it did last, when nothing was done elsewhere since', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 30 }), clocks, orders, places, (list, offsets, order, at) => {
        const site = run(list, offsets);
        const page = () => site.pages[at.device]![at.tab]!;
        const now = site.now(at);
        const found = () =>
          site.pages.flat().map(({ wishes, lists, entries }) => {
            const one = lists.get('one');
            const a = wishes.get('a');
            return [a?.wished && a.product.name, wishes.get('b')?.wished ?? false, one?.kept && one.name].concat(
              entries.get('one/a')?.listed,
            );
          });
        const expectAll = (...state: unknown[]) => {
          synchronise(site, order);
          for (const each of found()) expect(each).to.deep.equal(state);
        };
        synchronise(site, order);
        createList('One', now, page(), 'one');
        restoreList('one', now, page());
        renameList('one', 'First', now, page());
        addWish({ id: 'a', name: 'Last' }, now, page().wishes);
        removeWish('b', now, page().wishes);
        putOnList('one', 'a', now, page());
        expectAll('Last', false, 'First', true);
        takeOffList('one', 'a', now, page());
        renameList('one', 'Second', now, page());
        expectAll('Last', false, 'Second', false);
        removeWish('a', now, page().wishes);
        deleteList('one', now, page());
        expectAll(false, false, false, false);
      }),
      { numRuns: runs(100) },
    );
  });
});
