import { expect } from 'chai';
import fc from 'fast-check';
import { factNames } from '../../src/events/index.js';
import * as moments from '../../src/moments/index.js';
import { momentNames, parseMoment, splitMoments, watchMoment } from '../../src/moments/index.js';
import type { Noticed } from '../../src/moments/index.js';
import { setCart } from '../../src/store/cart.js';
import { setConsent } from '../../src/store/consent.js';
import { erase } from '../../src/store/erase.js';
import { setPresent } from '../../src/store/present.js';
import { addWish } from '../../src/store/wishlist.js';
import { setVisible } from '../browser/fake-clock.js';
import { rememberViewed } from '../../src/store/viewed.js';
import { countListeners } from '../elements/count-listeners.js';
import { until } from '../elements/mount.js';
import { hearReports } from '../hear-reports.js';
import { goTo, keep, notice, stage, stir, useFreshPage } from './page.js';

useFreshPage();

/** One text for each moment. */
const texts = [
  'after-add-to-cart',
  'cart-contains(T-1)',
  'cart-count(3)',
  'cart-unchanged(10m)',
  'cart-value(50)',
  'click(.help, [title="a, b"])',
  'copy',
  'dwell(2m session)',
  'dwell(30s)',
  'end-of-reviews',
  'event(size-chosen)',
  'exit-intent',
  'hesitation',
  'idle(1m)',
  'in-view(#reviews)',
  'landing(/sale/* first)',
  'nth-page(3)',
  'nth-product(3 category)',
  'nth-session(2)',
  'page-view',
  'price-drop',
  'referrer(google)',
  'return-with-cart',
  'return-with-wishes',
  'returning-visitor',
  'scroll-depth(50%)',
  'scroll-up',
  'utm(source=newsletter)',
];

/** Watches until the test is over, once the code is there. */
async function watch(text: string): Promise<Noticed[]> {
  const noticed: Noticed[] = [];
  keep(watchMoment(text, (one) => void noticed.push(one)));
  await new Promise((resolve) => setTimeout(resolve, 50));
  return noticed;
}

describe('a moment in a campaign', () => {
  it('is known by its name, with or without an argument', () => {
    for (const text of texts) {
      const [, name, argument] = /^([a-z-]+)(?:\((.*)\))?$/.exec(text)!;
      expect(parseMoment(text)).to.deep.equal(argument === undefined ? { name } : { name, argument });
    }
    expect(
      new Set(texts.map((text) => text.split('(')[0]).filter((name) => !name!.startsWith('after-'))),
    ).to.deep.equal(new Set(momentNames.filter((name) => !name.startsWith('after-'))));
    for (const text of ['dwell', 'dwell()', ' idle ', 'utm(spring)', 'referrer', 'scroll-depth(0.3)', 'landing(/)'])
      expect(parseMoment(text)).to.have.property('name');
  });

  it('may be after any fact', () => {
    for (const fact of factNames) {
      const name = `after-${fact.replaceAll('_', '-')}`;
      expect(parseMoment(name)).to.deep.equal({ name });
      expect(momentNames).to.include(name);
    }
  });

  it('that is none says what may be meant', () => {
    const problem = (text: string) => (parseMoment(text) as { problem: string }).problem;
    expect(problem('exit-intend')).to.include('“exit-intent”');
    expect(problem('exitintent')).to.include('“exit-intent”');
    expect(problem('after-add-to-basket')).to.include('“after-add-to-cart”');
    expect(problem('scroll_depth(50%)')).to.include('“scroll-depth”');
    expect(problem('dwell(soon)')).to.include('dwell(30s)');
    expect(problem('dwell(30s ever)')).to.include('dwell(2m session)');
    expect(problem('exit-intent(fast)')).to.include('nothing in parentheses');
    expect(problem('click')).to.include('click(.help)');
    expect(problem('in-view((()')).to.include('in-view(#reviews)');
    expect(problem('scroll-depth(500%)')).to.include('scroll-depth(50%)');
    expect(problem('cart-count(0)')).to.include('cart-count(3)');
    expect(problem('constructor')).to.include('no moment');
    expect(problem('')).to.include('no moment');
  });

  it('is never a reason to throw, whatever is written', () => {
    const odd = fc.oneof(
      fc.string(),
      fc.tuple(fc.constantFrom(...momentNames), fc.string()).map(([name, argument]) => `${name}(${argument})`),
    );
    fc.assert(
      fc.property(odd, (text) => {
        const parsed = parseMoment(text);
        expect('problem' in parsed || momentNames.includes(parsed.name)).to.equal(true);
        for (const part of splitMoments(text)) parseMoment(part);
      }),
    );
  });
});

describe('several moments in one text', () => {
  it('are divided by commas, but not by those that belong to one of them', () => {
    expect(splitMoments('exit-intent,dwell(30s) , idle')).to.deep.equal(['exit-intent', 'dwell(30s)', 'idle']);
    expect(splitMoments('click(.a, .b), click([title="x), y"]),copy')).to.deep.equal([
      'click(.a, .b)',
      'click([title="x), y"])',
      'copy',
    ]);
    expect(splitMoments('a), b')).to.deep.equal(['a)', 'b']);
    expect(splitMoments('')).to.deep.equal(['']);
    expect(splitMoments(texts.join(', '))).to.deep.equal(texts);
  });
});

describe('watching by a text', () => {
  // Its code is loaded late elsewhere.
  before(() =>
    Promise.all([
      import('../../src/moments/heard-moments.js'),
      import('../../src/moments/hesitation-moments.js'),
      import('../../src/moments/page-moments.js'),
      import('../../src/moments/look-moments.js'),
      import('../../src/moments/visit-moments.js'),
      import('../../src/moments/shop-moments.js'),
      import('../../src/moments/dwell-total.js'),
      import('../../src/moments/touch-exit.js'),
    ]),
  );

  it('is told with the text as it was declared', async () => {
    const noticed = await watch('event(size-chosen)');
    document.dispatchEvent(new Event('size-chosen'));
    dispatchEvent(new Event('size-chosen'));
    expect(noticed.map(({ moment, evidence }) => [moment, evidence])).to.deep.equal(
      Array(2).fill(['event(size-chosen)', { name: 'size-chosen' }]),
    );
    expect(noticed[0]!.at).to.be.closeTo(Date.now(), 5000);
  });

  it('hears a click on a selector, also where the page stops the event', async () => {
    stage.innerHTML = '<button type=button class=help><b>Help</b></button><button type=button>No</button>';
    stage.addEventListener('click', (event) => event.stopPropagation(), { once: true });
    const noticed = await watch('click(.help, .more)');
    stage.querySelector('b')!.click();
    stage.querySelector<HTMLElement>('button:last-child')!.click();
    expect(noticed.map(({ moment }) => moment)).to.deep.equal(['click(.help, .more)']);
  });

  it('hears a fact', async () => {
    const noticed = await watch('after-add-to-cart');
    const detail = { items: [], value: 20, currency: 'EUR' };
    document.body.dispatchEvent(new CustomEvent('cue-add-to-cart', { bubbles: true, detail }));
    document.body.dispatchEvent(new CustomEvent('cue-remove-from-cart', { bubbles: true, detail }));
    expect(noticed.map(({ moment, evidence }) => [moment, evidence])).to.deep.equal([
      ['after-add-to-cart', { fact: 'add_to_cart', value: 20, currency: 'EUR' }],
    ]);
  });

  it('finds the code of every moment, and ends without a trace', async () => {
    const heard = hearReports();
    const left = await countListeners(async () => {
      const ends = texts.map((text) => watchMoment(text, () => {}));
      // Those that are ended before their code has come never begin.
      for (const end of texts.map((text) => watchMoment(text, () => {}))) end();
      await new Promise((resolve) => setTimeout(resolve, 200));
      for (const end of ends) end();
      for (const end of ends) end();
    });
    expect(left).to.deep.equal([]);
    expect([heard.reports, heard.warnings]).to.deep.equal([[], []]);
    heard.stop();
  });

  it('never fails, whatever happens in whatever order, and what is noticed is plain JSON', async () => {
    const noticed: Noticed[] = [];
    const heard = hearReports();
    const faults: string[] = [];
    const onError = (event: ErrorEvent): void => void faults.push(event.message);
    addEventListener('error', onError);
    for (const text of texts) keep(watchMoment(text, (one) => void noticed.push(one)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    stage.innerHTML =
      '<button type=button class=help>Size guide</button><input name=size type=radio><p class=price>5</p>';
    const product = { id: 'T-1', price: 30, currency: 'EUR' };
    const fire = (target: EventTarget, event: Event) => void target.dispatchEvent(event);
    const pointer = (y: number) => new PointerEvent('pointermove', { pointerType: 'mouse', clientY: y, bubbles: true });
    const doings: (() => void)[] = [
      () => setVisible(false),
      () => setVisible(true),
      () => stir(),
      () => goTo('/a'),
      () => goTo('/versand'),
      () => stage.querySelector('button')!.click(),
      () => fire(stage.querySelector('input')!, new Event('change', { bubbles: true })),
      () => fire(window, new Event('scroll')),
      () => fire(document.body, pointer(2)),
      () => fire(document.body, pointer(900)),
      () => fire(document, new Event('copy')),
      () => fire(window, new Event('size-chosen')),
      () => fire(document.body, new CustomEvent('cue-add-to-cart', { bubbles: true, detail: 'odd' })),
      () => fire(document.body, new CustomEvent('cue-remove-from-cart', { bubbles: true, detail: { items: [null] } })),
      () => fire(window, new PageTransitionEvent('pageshow', { persisted: true })),
      () => void setCart({ lines: [{ key: 'a', product, quantity: 3 }] }),
      () => void setCart({ lines: [] }),
      () => addWish(product),
      () => setPresent([{ ...product, price: 20 }]),
      () => setConsent('granted'),
      () => setConsent('denied'),
      () => erase(),
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...doings), { maxLength: 30 }), (steps) => {
        for (const step of steps) step();
      }),
      { numRuns: 40 },
    );
    setVisible(true);
    removeEventListener('error', onError);
    heard.stop();
    expect([heard.reports, faults]).to.deep.equal([[], []]);
    expect(noticed.length).to.be.greaterThan(0);
    for (const one of noticed) {
      expect(texts).to.include(one.moment);
      expect(JSON.parse(JSON.stringify(one))).to.deep.equal(one);
    }
  });

  it('warns of what is no moment', async () => {
    const heard = hearReports();
    keep(watchMoment('exit-intend', () => {}));
    await until('the warning has come', () => heard.warnings.length > 0);
    expect(heard.warnings[0]).to.include('“exit-intent”');
    heard.stop();
  });

  it('reports who throws, and goes on', async () => {
    const heard = hearReports();
    keep(
      watchMoment('event(x-y)', () => {
        throw new Error('a fault');
      }),
    );
    const noticed = await watch('event(x-y)');
    dispatchEvent(new Event('x-y'));
    expect(noticed).to.have.length(1);
    expect(heard.reports).to.have.length(1);
    heard.stop();
  });

  it('has a function for each moment', () => {
    const functions = Object.keys(moments).filter((name) => name.startsWith('on'));
    // After facts it is one for all; the rest has one each.
    expect(functions).to.have.length(momentNames.filter((name) => !name.startsWith('after-')).length + 1);
  });
});

describe('copying', () => {
  /** Selects what is in an element, and copies it. */
  function copy(element: Element): void {
    getSelection()!.selectAllChildren(element);
    document.dispatchEvent(new ClipboardEvent('copy', { bubbles: true }));
    getSelection()!.removeAllRanges();
  }

  it('the name or the code of a product is a moment, and nothing else is', () => {
    stage.innerHTML = `<h1>Cast  iron <b>teapot</b></h1><p itemprop=sku>T-1000</p><p>My address is a@b.example</p><p>Kettle</p><p>p</p>`;
    rememberViewed({ id: 'K-1', name: 'Kettle' });
    const noticed = notice((callback) => moments.onCopy(callback), {});
    for (const child of stage.children) copy(child);
    expect(noticed.map(({ evidence }) => evidence)).to.deep.equal([
      { kind: 'name', text: 'cast iron teapot' },
      { kind: 'code', text: 't-1000' },
      { kind: 'name', text: 'kettle' },
    ]);
  });
});
