import { expect } from 'chai';
import fc from 'fast-check';
import { onDwell, onIdle, onPageView } from '../../src/moments/index.js';
import { ACTIVE_MS, watchActivity } from '../../src/moments/watch-activity.js';
import { setConsent } from '../../src/store/consent.js';
import { $past, $visit } from '../../src/store/journey.js';
import { fakeClock, setVisible } from '../browser/fake-clock.js';
import { countListeners } from '../elements/count-listeners.js';
import { until } from '../elements/mount.js';
import { forgetPage } from '../forget-page.js';
import { frames, goTo, keep, notice, stir, use, useFreshPage } from './page.js';

const page = useFreshPage();

describe('dwell', () => {
  // What is loaded late elsewhere is there at once here.
  before(() => import('../../src/moments/dwell-total.js'));

  it('is the time of being active, not of the page being open', () => {
    const { clock } = page;
    const noticed = notice(onDwell, { ms: 30_000, clock });
    clock.pass(300_000);
    expect(noticed).to.deep.equal([]);
    use(clock, 10_000);
    // The shopper is gone, and counts for a while.
    clock.pass(300_000);
    use(clock, 30_000 - 9000 - ACTIVE_MS - 1);
    expect(noticed).to.deep.equal([]);
    use(clock, 1);
    expect(noticed).to.have.length(1);
    expect(noticed[0]).to.deep.include({ moment: 'dwell', evidence: { activeMs: 30_000, scope: 'page' } });
    use(clock, 60_000);
    expect(noticed).to.have.length(1);
  });

  it('does not go on while the page is behind', () => {
    const { clock } = page;
    const noticed = notice(onDwell, { ms: 10_000, clock });
    use(clock, 9000);
    setVisible(false);
    stir();
    clock.pass(60_000);
    stir();
    expect(noticed).to.deep.equal([]);
    setVisible(true);
    clock.pass(999);
    expect(noticed).to.deep.equal([]);
    clock.pass(1);
    expect(noticed).to.have.length(1);
  });

  it('begins anew on another page of a single-page shop, and not where only the query changes', () => {
    const { clock } = page;
    const noticed = notice(onDwell, { ms: 10_000, clock });
    use(clock, 8000);
    history.replaceState(null, '', '?variant=2');
    use(clock, 3000);
    expect(noticed).to.have.length(1);
    goTo('/another');
    use(clock, 9000);
    expect(noticed).to.have.length(1);
    use(clock, 1000);
    expect(noticed).to.have.length(2);
  });

  it('of a visit, and of all visits, goes on from page to page', async () => {
    setConsent('granted');
    const first = page.clock;
    const stop = keep(onDwell(() => {}, { ms: 60_000, scope: 'session', clock: first }));
    await frames();
    use(first, 20_000);
    stop();
    expect($visit.get()).to.deep.include({ pageCount: 1, activeMs: 20_000 });

    forgetPage({ storage: true });
    const clock = fakeClock();
    const session = notice(onDwell, { ms: 25_000, scope: 'session' as const, clock });
    const all = notice(onDwell, { ms: 15_000, scope: 'all' as const, clock });
    await frames();
    use(clock, 2000);
    expect([session.length, all.length]).to.deep.equal([0, 0]);
    use(clock, 1000);
    // It was over before; now somebody is there.
    expect([session.length, all.length]).to.deep.equal([0, 1]);
    use(clock, 2000);
    expect(session).to.have.length(1);
    expect(session[0]!.evidence).to.deep.equal({ activeMs: 25_000, scope: 'session' });
    setVisible(false);
    expect($past.get()).to.deep.include({ activeMs: 25_000 });
    expect($visit.get()).to.deep.include({ pageCount: 2 });
  });
});

describe('idle', () => {
  it('is a page in front on which nothing is done', () => {
    const { clock } = page;
    const noticed = notice(onIdle, { ms: 30_000, clock });
    clock.pass(20_000);
    stir('pointermove');
    clock.pass(29_999);
    expect(noticed).to.deep.equal([]);
    clock.pass(1);
    expect(noticed.map(({ moment, evidence }) => [moment, evidence])).to.deep.equal([['idle', { idleMs: 30_000 }]]);
    stir();
    clock.pass(60_000);
    expect(noticed).to.have.length(1);
    goTo('/another');
    clock.pass(30_000);
    expect(noticed).to.have.length(2);
  });

  it('is not what a page behind is, which begins anew when it comes to the front', () => {
    const { clock } = page;
    const noticed = notice(onIdle, { ms: 30_000, clock });
    setVisible(false);
    clock.pass(100_000);
    expect(clock.waiting).to.equal(0);
    setVisible(true);
    clock.pass(29_999);
    expect(noticed).to.deep.equal([]);
    clock.pass(1);
    expect(noticed).to.have.length(1);
  });
});

describe('a page view', () => {
  it('is told for this page, for each path, and for a page that comes back as it was left', () => {
    const noticed = notice((callback) => onPageView(callback), {});
    expect(noticed[0]!.evidence).to.deep.equal({ path: location.pathname, way: 'load' });
    goTo('/another');
    history.replaceState(null, '', '/another?size=2');
    stir('pointermove');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(noticed.slice(1).map(({ evidence }) => [evidence.path, evidence.way])).to.deep.equal([
      ['/another', 'navigation'],
      ['/another', 'return'],
    ]);
  });

  it('says when it is one that the shopper went back to', async () => {
    history.replaceState(null, '', '/a');
    const noticed = notice((callback) => onPageView(callback), {});
    const go = async (by: () => void) => {
      const count = noticed.length;
      by();
      await until('the page is another', () => noticed.length > count);
    };
    await go(() => goTo('/b'));
    await go(() => history.back());
    expect(noticed.map(({ evidence }) => [evidence.path, evidence.way])).to.deep.equal([
      ['/a', 'load'],
      ['/b', 'navigation'],
      ['/a', 'back'],
    ]);
  });

  it('waits for the page to be in front, and for a prerendered one to be opened', () => {
    setVisible(false);
    const noticed = notice((callback) => onPageView(callback), {});
    goTo('/later');
    expect(noticed).to.deep.equal([]);
    Object.defineProperty(document, 'prerendering', { configurable: true, value: true });
    setVisible(true);
    expect(noticed).to.deep.equal([]);
    delete (document as { prerendering?: boolean }).prerendering;
    document.dispatchEvent(new Event('prerenderingchange'));
    setVisible(true);
    expect(noticed.map(({ evidence }) => evidence.path)).to.deep.equal(['/later']);
  });
});

describe('the observer of activity', () => {
  it('has no timer while nobody is there, and one at most', () => {
    const { clock } = page;
    notice(onDwell, { ms: 60_000, clock });
    expect(clock.waiting).to.equal(0);
    stir();
    // What would come after the shopper counts as gone is not waited for.
    expect(clock.waiting).to.equal(0);
    use(clock, 50_000);
    notice(onDwell, { ms: 12_000, clock });
    notice(onDwell, { ms: 5000, clock });
    expect(clock.waiting).to.equal(1);
    setVisible(false);
    expect(clock.waiting).to.equal(0);
  });

  it('takes each thing that a shopper does for a sign of life, and not what moves by itself', () => {
    const { clock } = page;
    const activity = watchActivity(clock);
    keep(activity.onChange(() => {}));
    for (const type of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove']) {
      const before = activity.activeMs();
      stir(type);
      clock.pass(100_000);
      expect(activity.activeMs() - before, type).to.equal(ACTIVE_MS);
    }
    const before = activity.activeMs();
    document.body.dispatchEvent(new Event('scroll'));
    clock.pass(100_000);
    expect(activity.activeMs()).to.equal(before);
    document.dispatchEvent(new Event('scroll', { bubbles: true }));
    clock.pass(100_000);
    expect(activity.activeMs() - before).to.equal(ACTIVE_MS);
  });

  it('never counts more than has passed, nothing while the page is hidden, and has a timer at most', () => {
    const step = fc.oneof(
      fc.constantFrom('stir', 'show', 'hide', 'go').map((type) => ({ type, ms: 0 })),
      fc.integer({ min: 0, max: 40_000 }).map((ms) => ({ type: 'pass', ms })),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.integer({ min: 1, max: 60_000 }), (steps, ms) => {
        const clock = fakeClock();
        const activity = watchActivity(clock);
        let dwelt = 0;
        const ends = [onDwell(() => dwelt++, { ms, clock }), onIdle(() => {}, { ms, clock })];
        try {
          for (const { type, ms: length } of steps) {
            const before = activity.activeMs();
            const visible = document.visibilityState === 'visible';
            if (type === 'stir') stir();
            else if (type === 'show') setVisible(true);
            else if (type === 'hide') setVisible(false);
            else if (type === 'go') goTo(`/${Math.random()}`);
            else clock.pass(length);
            const counted = activity.activeMs() - before;
            expect(counted).to.be.within(0, visible ? Math.min(length, ACTIVE_MS) : 0);
            expect(clock.waiting).to.be.at.most(document.visibilityState === 'visible' ? 1 : 0);
          }
          expect(activity.activeMs()).to.be.at.most(clock.now());
          if (dwelt) expect(activity.activeMs()).to.be.at.least(ms);
        } finally {
          for (const end of ends) end();
          setVisible(true);
          expect(clock.waiting).to.equal(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('listens only while somebody watches, whatever and however often', async () => {
    const { clock } = page;
    const left = await countListeners(async () => {
      const ends = [1, 2].flatMap(() => [
        onDwell(() => {}, { clock }),
        onDwell(() => {}, { clock, scope: 'session' }),
        onIdle(() => {}, { clock }),
        onPageView(() => {}),
      ]);
      await frames();
      stir();
      for (const end of ends) end();
      ends[0]!();
    });
    expect(left).to.deep.equal([]);
    expect(clock.waiting).to.equal(0);
  });
});
