import { expect } from 'chai';
import fc from 'fast-check';
import { computed } from 'nanostores';
import { exportWishlist, mergeWishlist } from '../../src/store/merge-wishlist.js';
import { $wishlist, addWish, removeWish } from '../../src/store/wishlist.js';
import type { Wish } from '../../src/store/wishlist.js';
import { forgetPage } from '../forget-page.js';
import { wishes } from './wish-arbitraries.js';

/** Removals of long ago are forgotten, so instants are recent ones. */
const T = Date.now() - 10_000;

/** The order in which things were first heard of does not matter. */
const inOneOrder = (items: readonly unknown[]) => items.map((item) => JSON.stringify(item)).sort();

const ids = () => $wishlist.get().map(({ product }) => product.id);

describe('the wishlist', () => {
  beforeEach(() => forgetPage());

  it('has the newest wish first', () => {
    addWish({ id: 'a' }, T + 1000);
    addWish({ id: 'b' }, T + 3000);
    addWish({ id: 'c' }, T + 2000);
    expect(ids()).to.deep.equal(['b', 'c', 'a']);
    addWish({ id: 'a' }, T + 4000);
    removeWish('c', T + 5000);
    expect(ids()).to.deep.equal(['a', 'b']);
  });

  it('has one order for wishes of one instant, however they came', () => {
    addWish({ id: 'b' }, T + 1000);
    addWish({ id: 'a' }, T + 1000);
    expect(ids()).to.deep.equal(['a', 'b']);
  });

  it('can be listened to, subscribed to and computed with like any store', () => {
    const heard: number[] = [];
    const $count = computed($wishlist, (list) => list.length);
    const stops = [$wishlist.listen((list) => heard.push(list.length)), $count.subscribe((n) => heard.push(n * 10))];
    addWish({ id: 'a' });
    addWish({ id: 'b' });
    expect(heard).to.deep.equal([0, 1, 10, 2, 20]);
    for (const stop of stops) stop();
    addWish({ id: 'c' });
    expect(heard).to.have.length(5);
    expect($count.get()).to.equal(3);
  });

  it('is there after a reload', () => {
    addWish({ id: 'a', name: 'Teapot' }, T + 1000);
    forgetPage({ storage: true });
    expect($wishlist.get()).to.deep.equal([
      { product: { id: 'a', name: 'Teapot' }, wished: true, changedAt: T + 1000 },
    ]);
  });

  it('knows a change already when a listener of one product looks at the whole', () => {
    addWish({ id: 'a' });
    let seen: string[] = [];
    const stop = $wishlist.listen(() => (seen = ids()));
    addWish({ id: 'b' }, Date.now() + 10);
    expect(seen).to.deep.equal(['b', 'a']);
    stop();
  });
});

describe('a wishlist from elsewhere', function () {
  this.timeout(60_000);

  beforeEach(() => forgetPage());

  it('is merged, and merging it twice or in another order changes nothing', () => {
    fc.assert(
      fc.property(fc.array(wishes, { maxLength: 10 }), fc.array(wishes, { maxLength: 10 }), (one, other) => {
        const results = [[one, other], [other, one], [one, other, one, other], [[...other, ...one].reverse()]].map(
          (lists) => {
            forgetPage();
            for (const list of lists) expect(mergeWishlist(list)).to.equal(0);
            return [$wishlist.get(), inOneOrder(exportWishlist())];
          },
        );
        for (const result of results) expect(result).to.deep.equal(results[0]);
      }),
      { numRuns: 50 },
    );
  });

  it('does not bring a removed wish back', () => {
    addWish({ id: 'a' }, T + 1000);
    const account = exportWishlist();
    removeWish('a', T + 2000);
    mergeWishlist(account);
    expect(ids()).to.deep.equal([]);
    expect(exportWishlist(T + 3000)).to.deep.equal([{ product: { id: 'a' }, wished: false, changedAt: T + 2000 }]);
  });

  it('tells how many entries are no wishes, and takes the others', () => {
    const good: Wish = { product: { id: 'a' }, wished: true, changedAt: 1 };
    const bad = [
      null,
      7,
      'wish',
      [],
      { ...good, changedAt: '1' },
      { ...good, changedAt: Infinity },
      { ...good, changedAt: 1e300 },
      { ...good, wished: 1 },
      { ...good, product: { name: 'no id' } },
      JSON.parse('{"__proto__":{"polluted":true},"product":{"__proto__":{"polluted":true}}}'),
    ];
    expect(mergeWishlist([...bad, good])).to.equal(bad.length);
    expect(ids()).to.deep.equal(['a']);
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
    expect(mergeWishlist(null as never)).to.equal(1);
  });

  it('with an address that runs as a script loses the address', () => {
    mergeWishlist([
      { product: { id: 'a', url: ' java\tscript:alert(1)', image: 'data:x' }, wished: true, changedAt: 1 },
    ]);
    expect($wishlist.get()[0]?.product).to.deep.equal({ id: 'a' });
  });

  it('of a thousand wishes wakes a listener of the list once', () => {
    let calls = 0;
    const stop = $wishlist.listen(() => calls++);
    mergeWishlist(
      Array.from({ length: 1000 }, (_, index) => ({ product: { id: `p${index}` }, wished: true, changedAt: index })),
    );
    expect(calls).to.equal(1);
    expect($wishlist.get()).to.have.length(1000);
    stop();
  });

  it('is not hurt by old Prototype.js, which gives arrays a toJSON of its own', () => {
    const list = Array.prototype as { toJSON?: unknown };
    list.toJSON = function () {
      return `spoilt: ${(this as unknown[]).length}`;
    };
    try {
      addWish({ id: 'a', name: 'Teapot' }, T + 1000);
      forgetPage({ storage: true });
      expect(ids()).to.deep.equal(['a']);
    } finally {
      delete list.toJSON;
    }
  });
});

describe('two pages of one shop, side by side', () => {
  let other: HTMLIFrameElement;

  beforeEach(async () => {
    forgetPage();
    other = document.createElement('iframe');
    const module = new URL('../../src/store/wishlist.ts', import.meta.url).href;
    other.srcdoc = `<script type="module">
      import * as kit from ${JSON.stringify(module)};
      kit.$wishlist.listen(() => {});
      window.kit = kit;
      parent.dispatchEvent(new Event('other-page-ready'));
    </script>`;
    const ready = new Promise((resolve) => addEventListener('other-page-ready', resolve, { once: true }));
    document.body.append(other);
    await ready;
  });
  afterEach(() => other.remove());

  const there = () => (other.contentWindow as unknown as { kit: typeof import('../../src/store/wishlist.js') }).kit;
  const change = () =>
    new Promise<void>((resolve) => {
      const stop = $wishlist.listen(() => {
        stop();
        resolve();
      });
    });

  it('show a wish of one in the other', async () => {
    const changed = change();
    there().addWish({ id: 'from-there' });
    await changed;
    expect(ids()).to.deep.equal(['from-there']);
  });

  it('keep both when both wish at once', async () => {
    addWish({ id: 'here' });
    const changed = change();
    there().addWish({ id: 'there' });
    await changed;
    expect(ids().sort()).to.deep.equal(['here', 'there']);
  });

  it('forget together when storage is cleared in one', async () => {
    addWish({ id: 'a' });
    const changed = change();
    (other.contentWindow as Window).localStorage.clear();
    await changed;
    expect(ids()).to.deep.equal([]);
  });

  it('lose one wish when its key is removed in one', async () => {
    addWish({ id: 'a' });
    addWish({ id: 'b' });
    const changed = change();
    (other.contentWindow as Window).localStorage.removeItem('cuekit:wish:a');
    await changed;
    expect(ids()).to.deep.equal(['b']);
  });
});
