import { expect } from 'chai';
import fc from 'fast-check';
import { createCart } from '../../src/store/cart.js';
import { $consent, createConsent, setConsent, setConsentDefault } from '../../src/store/consent.js';
import { createDevice } from '../../src/store/device.js';
import type { Device } from '../../src/store/device.js';
import { erase } from '../../src/store/erase.js';
import { exportData } from '../../src/store/export-data.js';
import { $ledger, createLedger, logDecision } from '../../src/store/ledger.js';
import { createPause, pausePrompts } from '../../src/store/pause.js';
import { createSession, touchSession } from '../../src/store/session.js';
import { $viewed, createViewed, rememberViewed } from '../../src/store/viewed.js';
import { $visitor, createVisitor } from '../../src/store/visitor.js';
import { $wishlist, addWish, createWishlist } from '../../src/store/wishlist.js';
import { forgetPage } from '../forget-page.js';
import { hearReports } from '../hear-reports.js';
import { contentOf, fakeStorage } from './fake-storage.js';
import { openTabs } from './open-tabs.js';

const keys = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith('cuekit:'));

function everything(): void {
  $visitor.get();
  touchSession();
  rememberViewed({ id: 'p' });
  logDecision({ campaign: 'c', outcome: 'held', reason: 'typing' });
  addWish({ id: 'p' });
  pausePrompts();
}

/** A page with all that the kit knows. */
function openPage(device: Device, byDefault: 'granted' | 'pending') {
  const consent = createConsent(device);
  consent.setDefault({ personalization: byDefault, analytics: byDefault, ads: byDefault });
  const visitor = createVisitor(device, consent.$allowed('analytics'));
  const session = createSession(device, consent.$allowed('analytics'));
  const viewed = createViewed(device, consent.$allowed('personalization'));
  const cart = createCart(device, consent.$allowed('personalization'));
  const ledger = createLedger(device, consent.$allowed('personalization'));
  const wishes = createWishlist(device);
  const pause = createPause(device);
  return {
    consent,
    fill(id: string) {
      session.touch(Date.now());
      viewed.update(id, () => ({ product: { id }, viewedAt: 1 }));
      cart.set({ lines: [{ key: id, product: { id }, quantity: 1 }] }, 1);
      ledger.update(id, () => ({ id, at: 1, campaign: 'c', outcome: 'shown', reason: 'r' }));
      wishes.update(id, () => ({ product: { id }, wished: true, changedAt: 1 }));
      pause.update('prompts', () => ({ paused: true, changedAt: 1 }));
    },
    /** How much it knows, the visitor left out: a page always has one. */
    size: () =>
      [viewed, ledger, wishes, pause].reduce((sum, { $items }) => sum + $items.get().size, 0) + (cart.latest() ? 1 : 0),
    visitor: () => visitor.get('me')!.id,
  };
}

describe('what the shopper has erased', () => {
  let heard: ReturnType<typeof hearReports>;
  beforeEach(() => {
    forgetPage();
    heard = hearReports();
  });
  afterEach(() => heard.stop());

  for (const how of ['by choice', 'by default'] as const) {
    it(`is gone from the device and from memory, where all was granted ${how}`, () => {
      if (how === 'by choice') setConsent('granted');
      else setConsentDefault('granted');
      everything();
      localStorage.setItem('cuekit:bad:note:x', 'what was unreadable once');
      localStorage.setItem('cuekit:of-a-newer-version:x', '{"v":9}');
      localStorage.setItem('other', 'the shop’s');
      const before = $visitor.get()!.id;
      expect(keys().length).to.be.above(7);
      erase();
      expect(keys()).to.deep.equal([]);
      expect(localStorage.getItem('other')).to.equal('the shop’s');
      expect([$wishlist.get(), $viewed.get(), $ledger.get()]).to.deep.equal([[], [], []]);
      expect($visitor.get()!.id).to.not.equal(before);
      expect($consent.get()).to.deep.equal({ personalization: 'pending', analytics: 'pending', ads: 'pending' });
    });
  }

  it('stays gone: afterwards only what the shopper asks for is kept', () => {
    setConsentDefault('granted');
    everything();
    erase();
    $visitor.get();
    touchSession();
    rememberViewed({ id: 'p' });
    expect(keys()).to.deep.equal([]);
    expect($viewed.get()).to.have.length(1);
    addWish({ id: 'q' });
    expect(keys()).to.deep.equal(['cuekit:wish:q']);
    setConsent('granted');
    expect(keys()).to.contain('cuekit:personalization:viewed:p');
  });

  it('is gone from memory where nothing may be kept, and where storage is blocked', () => {
    everything();
    erase();
    expect($viewed.get()).to.deep.equal([]);
    const blocked = createDevice(() => null);
    const page = openPage(blocked, 'granted');
    page.fill('a');
    expect(page.size()).to.equal(5);
    erase(blocked);
    expect(page.size()).to.equal(0);
  });

  for (const byDefault of ['granted', 'pending'] as const) {
    it(`is gone in all open tabs, whichever of them erases, where all is ${byDefault} by default`, () => {
      const tab = fc.nat(2);
      fc.assert(
        fc.property(tab, fc.array(tab, { maxLength: 6 }), fc.boolean(), (erases, fills, chosen) => {
          const { tabs, settle } = openTabs(3);
          const pages = tabs.map(({ device }) => openPage(device, byDefault));
          if (chosen) pages[0]!.consent.choose({ personalization: 'granted', analytics: 'granted' }, 1);
          settle();
          fills.forEach((index, id) => pages[index]!.fill(`p${id}`));
          settle();
          const visitors = pages.map((page) => page.visitor());
          erase(tabs[erases]!.device);
          settle();
          for (const { seen } of tabs) expect(seen()).to.deep.equal({});
          expect(pages.map((page) => page.size())).to.deep.equal([0, 0, 0]);
          pages.forEach((page, index) => expect(page.visitor()).to.not.equal(visitors[index]));
        }),
        { numRuns: 40 },
      );
    });
  }

  it('is not brought back by a page that returns from the back/forward cache', () => {
    for (const byDefault of ['granted', 'pending'] as const) {
      const storage = fakeStorage();
      const cached = createDevice(() => storage);
      const open = createDevice(() => storage);
      const [before, other] = [cached, open].map((device) => openPage(device, byDefault));
      before!.fill('a');
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      other!.fill('b');
      erase(open);
      expect(contentOf(storage)).to.deep.equal({});
      // What the device tells its page on `pageshow`.
      cached.tell(undefined, null);
      before!.consent.$consent.get();
      expect(contentOf(storage), byDefault).to.deep.equal({});
      expect(before!.size(), byDefault).to.equal(0);
    }
  });

  it('was not erased when a page returns that had kept nothing', () => {
    const storage = fakeStorage();
    const device = createDevice(() => storage);
    const consent = createConsent(device);
    consent.setDefault({ analytics: 'granted' });
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    device.tell(undefined, null);
    expect(consent.$consent.get().analytics).to.equal('granted');
  });
});

describe('what the shopper takes along', () => {
  beforeEach(() => forgetPage());

  it('is everything that is kept, to the last byte, and nothing of the shop’s', () => {
    setConsent('granted');
    everything();
    localStorage.setItem('cuekit:bad:note:x', '{broken');
    localStorage.setItem('cuekit:odd:number', '1.0');
    localStorage.setItem('cuekit:odd:spaced', '{ "a": 1 }');
    localStorage.setItem('cuekit:odd:text', '"quoted"');
    localStorage.setItem('other', 'the shop’s');
    const { data, ...head } = exportData(0);
    expect(head).to.deep.equal({ format: 'cuekit-data/1', exportedAt: '1970-01-01T00:00:00.000Z' });
    const bytes = Object.entries(JSON.parse(JSON.stringify(data)) as Record<string, unknown>).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    expect(bytes).to.deep.equal(
      keys()
        .sort()
        .map((key) => [key, localStorage.getItem(key)]),
    );
    expect(data['cuekit:wish:p']).to.have.property('d');
  });

  it('is nothing where nothing is kept', () => {
    expect(exportData(0).data).to.deep.equal({});
  });

  it('is whatever texts are kept, unchanged', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.json())), (texts) => {
        const storage = fakeStorage(
          Object.fromEntries(Object.entries(texts).map(([key, text]) => [`cuekit:${key}`, text])),
        );
        const { data } = exportData(
          0,
          createDevice(() => storage),
        );
        const read = Object.entries(data).map(([key, value]) => [
          key,
          typeof value === 'string' ? value : JSON.stringify(value),
        ]);
        expect(Object.fromEntries(read)).to.deep.equal(contentOf(storage));
      }),
    );
  });
});
