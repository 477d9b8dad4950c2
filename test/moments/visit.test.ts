import { expect } from 'chai';
import {
  followJourney,
  onLanding,
  onNthPage,
  onNthProduct,
  onNthSession,
  onReferrer,
  onReturningVisitor,
  onReturnWithWishes,
  onUtm,
} from '../../src/moments/index.js';
import { setConsent } from '../../src/store/consent.js';
import { $past, $visit, notePage } from '../../src/store/journey.js';
import { SESSION_TIMEOUT_MS } from '../../src/store/session.js';
import { rememberViewed } from '../../src/store/viewed.js';
import { addWish } from '../../src/store/wishlist.js';
import { countListeners } from '../elements/count-listeners.js';
import { forgetPage } from '../forget-page.js';
import { goTo, keep, notice, stage, use, useFreshPage } from './page.js';

const page = useFreshPage();

/** A visit of yesterday, by a newsletter. */
function visitYesterday(): void {
  notePage(
    { path: '/sale/tea', query: '?utm_source=newsletter&utm_campaign=Spring', referrer: 'https://mail.example/' },
    Date.now() - 24 * 60 * 60 * 1000,
  );
}

describe('the n-th page', () => {
  it('is counted over the pages of the visit, and comes when somebody uses it', () => {
    const { clock } = page;
    const noticed = notice(onNthPage, { page: 3, clock });
    use(clock, 5000);
    goTo('/b');
    use(clock, 5000);
    goTo('/c');
    use(clock, 2000);
    expect(noticed).to.deep.equal([]);
    use(clock, 1000);
    expect(noticed.map(({ moment, evidence }) => [moment, evidence])).to.deep.equal([['nth-page', { page: 3 }]]);
    goTo('/d');
    use(clock, 5000);
    expect(noticed.at(-1)!.evidence).to.deep.equal({ page: 4 });
  });

  it('goes on after a page load', () => {
    setConsent('granted');
    notePage({ path: '/a' }, Date.now() - 2000);
    notePage({ path: '/b' }, Date.now() - 1000);
    forgetPage({ storage: true });
    const noticed = notice(onNthPage, { page: 3, clock: page.clock });
    use(page.clock, 3000);
    expect(noticed).to.have.length(1);
  });
});

describe('the n-th product', () => {
  /** The shopper looks at a product on a page of its own, and uses that. */
  function lookAt(id: string, category?: string): void {
    goTo(`/${id}`);
    rememberViewed({ id, ...(category && { category }) });
    use(page.clock, 3000);
  }

  it('is counted over different products of one category, looked at in this visit', () => {
    const { clock } = page;
    rememberViewed({ id: 'old', category: 'Kettles' }, Date.now() - 2 * SESSION_TIMEOUT_MS);
    const noticed = notice(onNthProduct, { product: 3, of: 'category', clock });
    for (const id of ['a', 'b', 'a']) lookAt(id, 'Kettles');
    lookAt('pot', 'Pots');
    lookAt('odd');
    expect(noticed).to.deep.equal([]);
    lookAt('c', 'Kettles');
    expect(noticed.map(({ moment, evidence }) => [moment, evidence])).to.deep.equal([
      ['nth-product', { product: 3, id: 'c', category: 'Kettles' }],
    ]);
    lookAt('d', 'Kettles');
    expect(noticed.at(-1)!.evidence).to.deep.equal({ product: 4, id: 'd', category: 'Kettles' });
  });

  it('may be of any category, and of none', () => {
    const noticed = notice(onNthProduct, { clock: page.clock });
    lookAt('a', 'Kettles');
    lookAt('b', 'Pots');
    lookAt('c');
    expect(noticed.map(({ evidence }) => evidence)).to.deep.equal([{ product: 3, id: 'c' }]);
  });

  it('comes once in a page view, when its product is known and somebody uses the page, and on no page of no product', () => {
    const { clock } = page;
    const noticed = notice(onNthProduct, { product: 2, clock });
    lookAt('a');
    goTo('/b');
    use(clock, 3000);
    expect(noticed).to.deep.equal([]);
    rememberViewed({ id: 'b' });
    expect(noticed).to.have.length(1);
    rememberViewed({ id: 'b', variant: 'red' });
    expect(noticed).to.have.length(1);
    goTo('/cart');
    // A page of its own time: what was looked at in the same millisecond would be of both.
    for (const until = Date.now() + 2; Date.now() < until;);
    goTo('/delivery');
    use(clock, 3000);
    expect(noticed).to.have.length(1);
  });
});

describe('a visitor who returns', () => {
  it('is known by the visits before', () => {
    const { clock } = page;
    visitYesterday();
    const noticed = [
      notice(onReturningVisitor, { clock }),
      notice(onNthSession, { session: 2, clock }),
      notice(onNthSession, { session: 3, clock }),
    ];
    use(clock, 3000);
    expect(noticed.map(({ length }) => length)).to.deep.equal([1, 1, 0]);
    expect(noticed[0]![0]!.evidence.session).to.equal(2);
    expect(noticed[0]![0]!.evidence.firstAt).to.be.below(Date.now() - 1000);
  });

  it('is not somebody who is here for the first time', () => {
    const { clock } = page;
    const noticed = [notice(onReturningVisitor, { clock }), notice(onReturnWithWishes, { clock })];
    addWish({ id: 'a' });
    use(clock, 5000);
    expect(noticed).to.deep.equal([[], []]);
  });

  it('may have wishes from before', () => {
    const { clock } = page;
    visitYesterday();
    addWish({ id: 'a' }, Date.now() - 2 * SESSION_TIMEOUT_MS);
    addWish({ id: 'b' });
    const noticed = notice(onReturnWithWishes, { clock });
    use(clock, 3000);
    expect(noticed.map(({ evidence }) => evidence)).to.deep.equal([{ wishes: 1, products: ['a'] }]);
  });
});

describe('how somebody came', () => {
  it('first and this time are two things', () => {
    const { clock } = page;
    visitYesterday();
    const noticed = {
      'utm now': notice(onUtm, { clock }),
      'utm first': notice(onUtm, { of: 'first' as const, clock }),
      'utm first, by name and value': notice(onUtm, { of: 'first' as const, name: 'campaign', value: 'spring', clock }),
      'utm first, another value': notice(onUtm, { of: 'first' as const, name: 'source', value: 'spring', clock }),
      'referrer now': notice(onReferrer, { clock }),
      'referrer first': notice(onReferrer, { of: 'first' as const, host: 'Mail', clock }),
      'referrer first, another': notice(onReferrer, { of: 'first' as const, host: 'google', clock }),
      'landing now': notice(onLanding, { path: location.pathname, clock }),
      'landing first': notice(onLanding, { of: 'first' as const, path: '/sale/*', clock }),
      'landing first, another': notice(onLanding, { of: 'first' as const, path: '/sale', clock }),
    };
    use(clock, 3000);
    const came = Object.entries(noticed).flatMap(([name, { length }]) => (length ? [name] : []));
    expect(came).to.deep.equal([
      'utm first',
      'utm first, by name and value',
      'referrer first',
      'landing now',
      'landing first',
    ]);
    expect(noticed['utm first'][0]!.evidence).to.deep.equal({
      utm: { source: 'newsletter', campaign: 'Spring' },
      of: 'first',
    });
  });
});

describe('following a journey', () => {
  it('notes each page and each second once, however many follow', () => {
    const { clock } = page;
    const journeys = [followJourney(clock), followJourney(clock)];
    for (const { stop } of journeys) keep(stop);
    use(clock, 4000);
    goTo('/b');
    expect($visit.get()).to.deep.include({ pageCount: 2, activeMs: 4000 });
    use(clock, 1000);
    expect(journeys.map(({ activeMs }) => activeMs('session'))).to.deep.equal([5000, 5000]);
    journeys[0]!.stop();
    journeys[0]!.stop();
    goTo('/c');
    expect($visit.get()!.pageCount).to.equal(3);
    journeys[1]!.stop();
    goTo('/d');
    use(clock, 4000);
    expect($visit.get()).to.deep.include({ pageCount: 3 });
    expect($past.get()!.activeMs).to.equal($visit.get()!.activeMs);
  });

  it('knows the page of a product', () => {
    keep(followJourney(page.clock).stop);
    for (const [path, json] of [
      ['/list', '{"@graph":[{"@type":"ItemList"},{"@type":"Product"}]}'],
      ['/p', '{"@type": ["Product"], "name": "Teapot"}'],
      ['/about', '{"@type": "Organization"}'],
    ] as const) {
      const data = document.createElement('script');
      data.type = 'application/ld+json';
      data.textContent = json;
      stage.replaceChildren(data);
      goTo(path);
    }
    expect(
      $visit
        .get()!
        .pages.slice(1)
        .map(({ path, product }) => [path, product]),
    ).to.deep.equal([
      ['/list', undefined],
      ['/p', true],
      ['/about', undefined],
    ]);
  });

  it('leaves no listener and no timer behind', async () => {
    const { clock } = page;
    const left = await countListeners(async () => {
      const ends = [followJourney(clock).stop, onUtm(() => {}, { clock }), onNthPage(() => {}, { clock })];
      use(clock, 1000);
      for (const end of ends) end();
    });
    expect(left).to.deep.equal([]);
    expect(clock.waiting).to.equal(0);
  });
});
