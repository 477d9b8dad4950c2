import { expect } from 'chai';
import fc from 'fast-check';
import { atom } from 'nanostores';
import { setConsent } from '../../src/store/consent.js';
import { createDevice } from '../../src/store/device.js';
import { erase } from '../../src/store/erase.js';
import { exportData } from '../../src/store/export-data.js';
import {
  $past,
  $visit,
  createJourney,
  mergePasts,
  mergeVisits,
  noteActive,
  notePage,
} from '../../src/store/journey.js';
import type { Visit } from '../../src/store/journey.js';
import { SESSION_TIMEOUT_MS } from '../../src/store/session.js';
import { forgetPage } from '../forget-page.js';
import { fakeStorage } from './fake-storage.js';
import { openTabs } from './open-tabs.js';

const MINUTE_MS = 60 * 1000;
const open = (storage = fakeStorage(), $allowed = atom(true)) =>
  createJourney(
    createDevice(() => storage),
    $allowed,
  );
const keys = () => Object.keys(localStorage).filter((key) => /:(visit|past):/.test(key));

describe('a journey', () => {
  beforeEach(() => forgetPage());

  it('knows the pages of the visit, and how it began', () => {
    const journey = open();
    journey.notePage(
      { path: '/sale', query: '?utm_source=mail&utm_x=1&mail=a@b.c', referrer: 'https://www.google.com/?q=tea' },
      1000,
    );
    journey.notePage({ path: '/p/1', product: true, referrer: location.href }, 2000);
    journey.noteActive(1500, 3000);
    const arrival = { at: 1000, path: '/sale', referrer: 'www.google.com', utm: { source: 'mail' } };
    expect(journey.$visit.get()).to.deep.equal({
      number: 1,
      startedAt: 1000,
      lastSeenAt: 3000,
      arrival,
      pages: [
        { at: 1000, path: '/sale' },
        { at: 2000, path: '/p/1', product: true },
      ],
      pageCount: 2,
      activeMs: 1500,
    });
    expect(journey.$past.get()).to.deep.equal({ first: arrival, activeMs: 1500 });
  });

  it('goes on after a page load, and is another after half an hour without a page or activity', () => {
    const storage = fakeStorage();
    open(storage).notePage({ path: '/' }, 0);
    open(storage).noteActive(2000, 25 * MINUTE_MS);
    const journey = open(storage);
    journey.notePage({ path: '/a', referrer: 'https://b.example/' }, 50 * MINUTE_MS);
    expect(journey.$visit.get()).to.deep.include({ number: 1, pageCount: 2, activeMs: 2000 });
    const later = open(storage);
    later.notePage({ path: '/b', referrer: 'https://c.example/' }, 50 * MINUTE_MS + SESSION_TIMEOUT_MS + 1);
    later.noteActive(500, 90 * MINUTE_MS);
    expect(later.$visit.get()).to.deep.include({ number: 2, pageCount: 1, activeMs: 500 });
    expect(later.$visit.get()!.arrival.referrer).to.equal('c.example');
    expect(later.$past.get()).to.deep.include({ activeMs: 2500 });
    expect(later.$past.get()!.first).to.deep.include({ at: 0, path: '/' });
  });

  it('takes the shop itself for no referrer, nor what is no address', () => {
    for (const referrer of [location.href, '', 'about:blank', 'nonsense']) {
      const journey = open();
      journey.notePage({ path: '/', referrer }, 0);
      expect(journey.$visit.get()!.arrival.referrer).to.equal('');
    }
  });

  it('remembers the latest fifty pages, counts all, and cuts what is long', () => {
    const journey = open();
    for (let at = 0; at < 70; at++) journey.notePage({ path: `/${at}${'x'.repeat(500)}` }, at);
    const { pages, pageCount } = journey.$visit.get()!;
    expect([pages.length, pageCount, pages[0]!.at, pages[0]!.path.length]).to.deep.equal([50, 70, 20, 200]);
  });

  it('does not last for ever when the clock is put back', () => {
    const journey = open();
    journey.notePage({ path: '/' }, 1e12);
    journey.notePage({ path: '/a' }, 1e11);
    expect(journey.$visit.get()).to.deep.include({ startedAt: 1e11, pageCount: 1 });
  });

  it('is one in two tabs, of which none loses a page', () => {
    const { tabs, settle } = openTabs(2);
    const journeys = tabs.map(({ device }) => createJourney(device, atom(true)));
    journeys[0]!.notePage({ path: '/' }, 1);
    settle();
    journeys.forEach((journey, index) => journey.notePage({ path: `/${index}` }, 2 + index));
    journeys[1]!.noteActive(700, 4);
    settle();
    for (const { $visit: $own } of journeys) {
      expect($own.get()!.pages.map(({ path }) => path)).to.deep.equal(['/', '/0', '/1']);
      expect($own.get()).to.deep.include({ pageCount: 3, activeMs: 700, number: 1 });
    }
  });

  it('is in memory until it is allowed, on the device then, exported, and erased when it is refused', () => {
    notePage({ path: '/' }, 1000);
    noteActive(300, 2000);
    noteActive(-5, 2000);
    expect($visit.get()).to.deep.include({ pageCount: 1, activeMs: 300 });
    expect(keys()).to.deep.equal([]);
    setConsent({ personalization: 'granted' });
    expect(keys()).to.have.length(2);
    expect(Object.keys(exportData().data)).to.include.members(keys());
    forgetPage({ storage: true });
    expect($visit.get()).to.deep.include({ pageCount: 1, activeMs: 300 });
    setConsent({ personalization: 'denied' });
    expect(keys()).to.deep.equal([]);
    expect([$visit.get(), $past.get()]).to.deep.equal([undefined, undefined]);
  });

  it('is gone when everything is erased', () => {
    setConsent({ personalization: 'granted' });
    notePage({ path: '/' }, 1000);
    erase();
    expect(keys()).to.deep.equal([]);
    expect($visit.get()).to.equal(undefined);
  });

  it('that is no journey, on the device, is left alone', () => {
    for (const odd of ['null', '{}', '{"v":1,"d":{"number":1}}', '{"v":1,"d":{"first":{}}}', '{"v":1,"d":[]}']) {
      const storage = fakeStorage({
        'cuekit:personalization:visit:current': odd,
        'cuekit:personalization:past:current': odd,
      });
      const journey = open(storage);
      journey.notePage({ path: '/' }, 0);
      expect(journey.$visit.get()).to.deep.include({ number: 1, pageCount: 1 });
    }
  });

  it('merges in either order alike, and once more changes nothing', () => {
    const arrival = fc.record({
      at: fc.nat(3),
      path: fc.constantFrom('/', '/a'),
      referrer: fc.constant(''),
      utm: fc.constant({}),
    });
    const visit: fc.Arbitrary<Visit> = fc
      .record({
        startedAt: fc.nat(120).map((minutes) => minutes * MINUTE_MS),
        length: fc.nat(40).map((minutes) => minutes * MINUTE_MS),
        number: fc.integer({ min: 1, max: 3 }),
        arrival,
        paths: fc.array(fc.record({ at: fc.nat(5), path: fc.constantFrom('/', '/a', '/b') }), { maxLength: 4 }),
        more: fc.nat(3),
        activeMs: fc.nat(1000),
      })
      .map(({ startedAt, length, paths, more, ...rest }) => {
        const pages = [...new Map(paths.map((page) => [JSON.stringify(page), page])).values()].sort(
          (a, b) => a.at - b.at || (a.path < b.path ? -1 : 1),
        );
        return { ...rest, startedAt, lastSeenAt: startedAt + length, pages, pageCount: pages.length + more };
      });
    fc.assert(
      fc.property(visit, visit, (a, b) => {
        const merged = mergeVisits(a, b);
        expect(mergeVisits(b, a)).to.deep.equal(merged);
        expect(mergeVisits(merged, a)).to.deep.equal(merged);
        expect(mergeVisits(merged, b)).to.deep.equal(merged);
        expect(mergeVisits(a, a)).to.deep.equal(a);
      }),
    );
    const past = fc.record({ first: arrival, activeMs: fc.nat(9) });
    fc.assert(
      fc.property(past, past, past, (a, b, c) => {
        expect(mergePasts(a, b)).to.deep.equal(mergePasts(b, a));
        expect(mergePasts(mergePasts(a, b), c)).to.deep.equal(mergePasts(a, mergePasts(b, c)));
        expect(mergePasts(a, a)).to.deep.equal(a);
      }),
    );
  });
});
