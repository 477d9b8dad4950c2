import { expect } from 'chai';
import fc from 'fast-check';
import { addWish, removeWish } from '../../src/store/wish.js';
import {
  $listed,
  $lists,
  cleanName,
  createList,
  deleteList,
  mergeList,
  mergeListed,
  MOST_NAME,
  moveToList,
  putOnList,
  renameList,
  restoreList,
  takeOffList,
} from '../../src/store/wish-lists.js';
import type { ListedWish, WishList } from '../../src/store/wish-lists.js';
import { exportWishlist, mergeWishlist } from '../../src/store/merge-wishlist.js';
import { $wishlist } from '../../src/store/wishlist.js';
import { forgetPage } from '../forget-page.js';

const T = Date.now() - 10_000;
const YEAR_MS = 366 * 24 * 60 * 60 * 1000;

const names = () => $lists.get().map(({ name }) => name);
const on = (listId: string | undefined) => [...($listed.get().get(listId!) ?? [])];

/** Lets nobody see the warning that a test provokes. */
function quietly<R>(run: () => R): R {
  const { warn } = console;
  console.warn = () => {};
  try {
    return run();
  } finally {
    console.warn = warn;
  }
}

describe('lists with names', () => {
  beforeEach(() => forgetPage());

  it('stand in the order in which they were made, and are there after a reload', () => {
    createList('Birthday', T + 2);
    createList('Kitchen', T + 1);
    expect(names()).to.deep.equal(['Kitchen', 'Birthday']);
    forgetPage({ storage: true });
    expect(names()).to.deep.equal(['Kitchen', 'Birthday']);
  });

  it('take wishes, each on as many lists as the shopper likes', () => {
    const birthday = createList('Birthday', T)!;
    const kitchen = createList('Kitchen', T)!;
    addWish({ id: 'a' }, T);
    putOnList(birthday, 'a', T);
    putOnList(kitchen, 'a', T);
    expect([on(birthday), on(kitchen)]).to.deep.equal([['a'], ['a']]);
    takeOffList(birthday, 'a', T + 1);
    expect([on(birthday), on(kitchen)]).to.deep.equal([[], ['a']]);
    expect($wishlist.get()).to.have.length(1);
    moveToList('a', kitchen, birthday, T + 2);
    expect([on(birthday), on(kitchen)]).to.deep.equal([['a'], []]);
    moveToList('a', birthday, birthday, T + 3);
    expect(on(birthday)).to.deep.equal(['a']);
  });

  it('lose no wish when they are deleted, and come back with what was on them', () => {
    const birthday = createList('Birthday', T)!;
    addWish({ id: 'a' }, T);
    putOnList(birthday, 'a', T);
    deleteList(birthday, T + 1);
    expect(names()).to.deep.equal([]);
    expect($wishlist.get()).to.have.length(1);
    restoreList(birthday, T + 2);
    expect(names()).to.deep.equal(['Birthday']);
    expect(on(birthday)).to.deep.equal(['a']);
  });

  it('know a wish again that was taken off the wishlist and put back', () => {
    const birthday = createList('Birthday', T)!;
    addWish({ id: 'a' }, T);
    putOnList(birthday, 'a', T);
    removeWish('a', T + 1);
    addWish({ id: 'a' }, T + 2);
    expect(on(birthday)).to.deep.equal(['a']);
  });

  it('can be renamed; a name that is none, the same name, and a list that is gone change nothing', () => {
    const id = createList('Birthday', T)!;
    renameList(id, ' Mum’s \n birthday ', T + 1);
    expect(names()).to.deep.equal(['Mum’s birthday']);
    const [before] = $lists.get();
    renameList(id, '   ', T + 2);
    renameList(id, 'Mum’s birthday', T + 3);
    renameList('nowhere', 'X', T + 4);
    expect($lists.get()[0]).to.equal(before);
    deleteList(id, T + 5);
    renameList(id, 'X', T + 6);
    expect(names()).to.deep.equal([]);
  });

  it('need a name', () => {
    expect(quietly(() => createList(' \n '))).to.equal(undefined);
    expect(quietly(() => createList(7 as never))).to.equal(undefined);
    expect(names()).to.deep.equal([]);
  });

  it('are not made twice under one id, nor hold what has none', () => {
    createList('Birthday', T, undefined, 'one');
    createList('Kitchen', T + 1, undefined, 'one');
    expect(names()).to.deep.equal(['Birthday']);
    deleteList('one', T + 2);
    createList('Kitchen', T, undefined, 'one');
    expect(names(), 'a deleted one is made anew').to.deep.equal(['Kitchen']);
    quietly(() => putOnList('one', '', T));
    quietly(() => putOnList('not an id/', 'a', T));
    expect($listed.get().size).to.equal(0);
  });

  it('have names of one line, cut between characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
        const name = cleanName(text);
        expect(name.length).to.be.at.most(MOST_NAME);
        expect(name).to.equal(cleanName(name));
        expect(/[\n\r\t]/.test(name)).to.equal(false);
        expect(/[\uD800-\uDBFF]$/.test(name)).to.equal(false);
      }),
    );
  });

  it('are forgotten with what was on them a year after they were deleted', () => {
    const id = createList('Birthday', T - 2 * YEAR_MS)!;
    putOnList(id, 'a', T - 2 * YEAR_MS);
    expect(exportWishlist()).to.have.length(2);
    deleteList(id, T - YEAR_MS);
    putOnList('other', 'b', T);
    expect(exportWishlist().map((item) => JSON.stringify(item))).to.deep.equal([
      JSON.stringify({ listId: 'other', productId: 'b', listed: true, changedAt: T }),
    ]);
  });
});

describe('merging lists', function () {
  this.timeout(60_000);

  beforeEach(() => forgetPage());

  const instants = fc.integer({ min: T, max: T + 2 });
  const lists: fc.Arbitrary<WishList> = fc.record({
    id: fc.constant('one'),
    name: fc.constantFrom('Birthday', 'Kitchen'),
    kept: fc.boolean(),
    createdAt: instants,
    changedAt: instants,
  });
  const entries: fc.Arbitrary<ListedWish> = fc.record({
    listId: fc.constant('one'),
    productId: fc.constant('a'),
    listed: fc.boolean(),
    changedAt: instants,
  });

  for (const [what, merge, arbitrary] of [
    ['two states of a list', mergeList, lists],
    ['two states of what is on it', mergeListed, entries],
  ] as const) {
    it(`${what} gives the same in any order, in any grouping, and when it is done twice`, () => {
      const both = merge as (a: unknown, b: unknown) => unknown;
      fc.assert(
        fc.property(arbitrary, arbitrary, arbitrary, (a, b, c) => {
          expect(both(a, b)).to.deep.equal(both(b, a));
          expect(both(both(a, b), c)).to.deep.equal(both(a, both(b, c)));
          expect(both(a, a)).to.deep.equal(a);
        }),
      );
    });
  }

  it('takes what is there, not its removal, when both are of one instant', () => {
    const list: WishList = { id: 'one', name: 'A', kept: true, createdAt: T, changedAt: T };
    expect(mergeList({ ...list, name: 'Z', kept: false }, list)).to.equal(list);
    const entry: ListedWish = { listId: 'one', productId: 'a', listed: true, changedAt: T };
    expect(mergeListed({ ...entry, listed: false }, entry)).to.equal(entry);
  });

  it('brings a guest’s lists into the account’s, with their wishes', () => {
    const id = createList('Birthday', T)!;
    addWish({ id: 'a' }, T);
    putOnList(id, 'a', T);
    const guest = JSON.parse(JSON.stringify(exportWishlist())) as unknown[];
    forgetPage();
    createList('Kitchen', T + 1);
    expect(mergeWishlist(guest)).to.equal(0);
    expect(names()).to.deep.equal(['Birthday', 'Kitchen']);
    expect(on(id)).to.deep.equal(['a']);
    const once = exportWishlist();
    mergeWishlist(guest);
    expect(exportWishlist()).to.deep.equal(once);
  });

  it('takes an old list’s wishes even where they come before it', () => {
    const list = { id: 'one', name: 'A', kept: true, createdAt: T - 2 * YEAR_MS, changedAt: T - 2 * YEAR_MS };
    mergeWishlist([{ listId: 'one', productId: 'a', listed: true, changedAt: T - 2 * YEAR_MS }, list]);
    expect(on('one')).to.deep.equal(['a']);
  });

  it('tells how many entries are none, and wakes a listener once', () => {
    let calls = 0;
    const stop = $lists.listen(() => calls++);
    const list = { id: 'one', name: 'A', kept: true, createdAt: T, changedAt: T };
    const entry = { listId: 'one', productId: 'a', listed: true, changedAt: T };
    const bad = [
      { ...list, id: 'no id!' },
      { ...list, id: '' },
      { ...list, name: ' ' },
      { ...list, kept: 1 },
      { ...list, createdAt: NaN },
      { ...list, changedAt: '1' },
      { ...entry, listId: '../x' },
      { ...entry, productId: '' },
      { ...entry, productId: 7 },
      { ...entry, listed: 'yes' },
      { ...entry, changedAt: 1e300 },
    ];
    expect(mergeWishlist([...bad, entry, list, { ...list, id: 'two' }])).to.equal(bad.length);
    expect(names()).to.deep.equal(['A', 'A']);
    expect(calls).to.equal(1);
    stop();
  });
});
