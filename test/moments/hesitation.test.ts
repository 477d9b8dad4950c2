import { expect } from 'chai';
import fc from 'fast-check';
import { followHesitation, onHesitation } from '../../src/moments/index.js';
import { speaksOf } from '../../src/moments/hesitation-words.js';
import { $hesitation, hesitationWeights, noteHesitation, readHesitation, tally } from '../../src/store/hesitation.js';
import type { HesitationSign } from '../../src/store/hesitation.js';
import { notePage } from '../../src/store/journey.js';
import { setVisible } from '../browser/fake-clock.js';
import { countListeners } from '../elements/count-listeners.js';
import { hearReports } from '../hear-reports.js';
import { frames, goTo, keep, notice, stage, stir, use, useFreshPage } from './page.js';

const page = useFreshPage();

/** Follows until the test is over; which signs were seen. */
function follow(): HesitationSign[] {
  const signs: HesitationSign[] = [];
  keep(followHesitation((sign) => void signs.push(sign), page.clock));
  return signs;
}

function put(markup: string): void {
  stage.innerHTML = markup;
}

/** The shopper chooses. */
function choose(selector: string): void {
  const field = stage.querySelector<HTMLInputElement>(selector)!;
  if (field.type === 'radio') field.checked = true;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

function say(name: string, detail: object = {}): void {
  document.body.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
}

describe('a sign of hesitation', () => {
  it('is another variant, not the first choice, and not a country or a number of pieces', () => {
    put(`<form action="/cart/add"><input type=radio name=options[Color] id=red><input type=radio name=options[Color] id=blue>
      <select name=Size><option>S<option>M</select><select name=quantity></select></form>
      <form><select name=country></select></form>`);
    const signs = follow();
    for (const first of ['#red', '[name=Size]', '[name=country]', '[name=quantity]']) choose(first);
    expect(signs).to.deep.equal([]);
    choose('#blue');
    choose('#red');
    choose('[name=country]');
    choose('[name=quantity]');
    expect(signs).to.deep.equal(['variant-toggle', 'variant-toggle']);
    goTo('/another');
    choose('#blue');
    expect(signs).to.have.length(2);
  });

  it('is another product in <cue-product>, for swatches that are no fields', () => {
    put('<cue-product></cue-product>');
    const signs = follow();
    const change = () => stage.firstChild!.dispatchEvent(new Event('cue-product-change'));
    change();
    expect(signs).to.deep.equal([]);
    change();
    expect(signs).to.deep.equal(['variant-toggle']);
  });

  it('is counted once where a field changes the product', () => {
    put('<cue-product></cue-product><form><select name=size></select></form>');
    const signs = follow();
    for (let time = 0; time < 3; time++) {
      choose('[name=size]');
      stage.firstChild!.dispatchEvent(new Event('cue-product-change'));
    }
    expect(signs).to.have.length(2);
  });

  it('is a visit to the size guide, in any of ten languages', () => {
    const labels = [
      'Size guide',
      'Größentabelle',
      'Guide des tailles',
      'Guía de tallas',
      'Guida alle taglie',
      'Maattabel',
    ];
    labels.push('Tabela rozmiarów', 'Guia de tamanhos', 'サイズ表', 'دليل المقاسات');
    put(`${labels.map((label) => `<button type=button><span>${label}</span></button>`).join('')}
      <a href="#size-chart">?</a><a href="#reviews">Reviews</a><button type=button>Add to cart</button>`);
    const signs = follow();
    for (const span of stage.querySelectorAll('span')) span.click();
    expect(signs).to.have.length(10);
    for (const link of stage.querySelectorAll('a')) link.click();
    stage.querySelector<HTMLElement>('button:last-of-type')!.click();
    expect(signs).to.have.length(11);
    expect(new Set(signs)).to.deep.equal(new Set(['size-guide']));
  });

  it('is reading the price again', async () => {
    const { clock } = page;
    put('<p itemprop=price>24.90</p>');
    stage.style.height = '400vh';
    const signs = follow();
    const look = async (away: boolean, ms: number) => {
      scrollTo(0, away ? innerHeight * 2 : 0);
      await frames();
      clock.pass(ms);
    };
    await look(false, 2000);
    await look(true, 2000);
    await look(false, 2000);
    expect(signs).to.deep.equal(['price-reread']);
    // A glance away is none.
    await look(true, 100);
    await look(false, 2000);
    expect(signs).to.have.length(1);
  });

  it('is going from one product to another and back', () => {
    const signs = follow();
    const at = Date.now();
    const product = true as const;
    put('<meta property="og:type" content="product">');
    notePage({ path: '/a', product }, at - 5);
    notePage({ path: '/list' }, at - 4);
    notePage({ path: '/b', product }, at - 3);
    notePage({ path: '/list' }, at - 2);
    goTo('/a');
    expect(signs).to.deep.equal(['back-and-forth']);
    stage.replaceChildren();
    goTo('/list');
    put('<meta property="og:type" content="product">');
    goTo('/a');
    goTo('/c');
    expect(signs).to.have.length(1);
  });

  it('is taking something out of the cart, and putting it in again', () => {
    const signs = follow();
    const items = [{ item_id: 'a' }];
    say('cue-add-to-cart', { items });
    expect(signs).to.deep.equal([]);
    say('cue-remove-from-cart', { items });
    say('cue-add-to-cart', { items: [{ item_id: 'b' }] });
    say('cue-add-to-cart', { items });
    say('cue-add-to-cart', { items });
    expect(signs).to.deep.equal(['cart-edit', 'cart-edit']);
  });

  it('is a refused coupon, as far as the page says so', () => {
    put('<input name=discount_code aria-invalid=true><input name=email aria-invalid=true><input name=coupon>');
    const signs = follow();
    expect(signs).to.deep.equal(['coupon-refused']);
    choose('[name=discount_code]');
    choose('[name=email]');
    choose('[name=coupon]');
    expect(signs).to.have.length(1);
    stage.querySelector('[name=coupon]')!.setAttribute('aria-invalid', 'true');
    stage.querySelector('[name=coupon]')!.dispatchEvent(new Event('focusout', { bubbles: true }));
    say('cue-incentive-refuse');
    expect(signs).to.deep.equal(['coupon-refused', 'coupon-refused', 'coupon-refused']);
  });

  it('is time on what shipping costs', () => {
    const { clock } = page;
    const signs = follow();
    use(clock, 20_000);
    expect(signs).to.deep.equal([]);
    put('<h1>Livraison et retours</h1>');
    goTo('/pages/42');
    use(clock, 20_000);
    stage.replaceChildren();
    goTo('/versandkosten%');
    use(clock, 9000);
    expect(signs).to.deep.equal(['shipping-dwell']);
    use(clock, 1000);
    expect(signs).to.deep.equal(['shipping-dwell', 'shipping-dwell']);
  });

  it('is noted once, however many follow', () => {
    const [a, b] = [follow(), follow()];
    say('cue-incentive-refuse');
    expect([a, b]).to.deep.equal([['coupon-refused'], ['coupon-refused']]);
    expect(readHesitation()).to.deep.equal({ score: 3, from: { 'coupon-refused': 3 } });
  });

  it('is not seen in words that only begin alike', () => {
    for (const text of ['Prize guide', 'Size: M', 'Seasonal table', 'Add to bag'])
      expect(speaksOf('size-guide', text)).to.equal(false);
    for (const text of ['/worship', '/relief', '/blog/tea']) expect(speaksOf('shipping', text)).to.equal(false);
  });
});

describe('the moment of hesitation', () => {
  it('comes with the sign that is enough, and says what it is made of', () => {
    const { clock } = page;
    const noticed = notice(onHesitation, { clock });
    use(clock, 3000);
    noteHesitation('size-guide');
    say('cue-remove-from-cart', { items: [] });
    expect(noticed).to.deep.equal([]);
    say('cue-remove-from-cart', { items: [] });
    expect(noticed.map(({ moment, evidence }) => [moment, evidence])).to.deep.equal([
      ['hesitation', { score: 5, from: { 'size-guide': 2, 'cart-edit': 3 }, sign: 'cart-edit' }],
    ]);
    say('cue-remove-from-cart', { items: [] });
    expect(noticed).to.have.length(1);
    goTo('/another');
    use(clock, 3000);
    expect(noticed).to.have.length(1);
    say('cue-incentive-refuse');
    expect(noticed).to.have.length(2);
  });

  it('comes at exactly the score that was asked for, although the first sign is older than the second', () => {
    const { clock } = page;
    const noticed = notice(onHesitation, { score: 4, clock });
    use(clock, 3000);
    noteHesitation('back-and-forth', Date.now() - 20 * 60_000);
    put('<button type=button>Size guide</button>');
    stage.querySelector('button')!.click();
    expect(noticed.map(({ evidence }) => evidence.score)).to.deep.equal([4]);
  });

  it('waits until somebody uses the page, when the sign is that its shopper has come back to it', () => {
    const { clock } = page;
    put('<meta property="og:type" content="product">');
    const noticed = [notice(onHesitation, { score: 2, clock }), notice(onHesitation, { score: 2, clock })];
    for (const path of ['/a', '/b', '/a']) goTo(path);
    expect(readHesitation().from).to.deep.equal({ 'back-and-forth': 2 });
    use(clock, 2000);
    expect(noticed).to.deep.equal([[], []]);
    use(clock, 1000);
    for (const own of noticed) expect(own.map(({ evidence }) => evidence.sign)).to.deep.equal(['back-and-forth']);
  });

  it('never fails, and its score is the weighted sum of its tallies, whatever happens in whatever order', () => {
    put(`<form><select name=size></select></form><button type=button>Size guide</button><cue-product></cue-product>
      <input name=coupon aria-invalid=true><p class=price>1</p><meta property="og:type" content="product">`);
    const doings: Record<string, () => void> = {
      choose: () => choose('select'),
      guide: () => stage.querySelector('button')!.click(),
      swatch: () => stage.querySelector('cue-product')!.dispatchEvent(new Event('cue-product-change')),
      coupon: () => choose('[name=coupon]'),
      remove: () => say('cue-remove-from-cart', { items: [{ item_id: 'a' }] }),
      add: () => say('cue-add-to-cart', { items: [{ item_id: 'a' }] }),
      odd: () => say('cue-add-to-cart', null as never),
      odder: () => say('cue-remove-from-cart', { items: [null, 3] }),
      a: () => goTo('/a'),
      b: () => goTo('/b'),
      shipping: () => goTo('/shipping'),
      use: () => use(page.clock, 11_000),
      hide: () => setVisible(false),
      show: () => setVisible(true),
      stir: () => stir(),
    };
    const heard = hearReports();
    const { hasOwn } = Object;
    const faults: unknown[] = [];
    const onError = (event: ErrorEvent) => void faults.push(event.message);
    addEventListener('error', onError);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(doings)), { maxLength: 25 }), (steps) => {
        let enough = 0;
        const stop = onHesitation(
          ({ evidence }) => {
            enough++;
            expect(evidence.score).to.be.at.least(5);
          },
          { clock: page.clock },
        );
        try {
          for (const step of steps) doings[step]!();
        } finally {
          stop();
          setVisible(true);
        }
        const now = Date.now();
        const { score, from } = readHesitation(now);
        const sum = Object.entries(hesitationWeights).reduce(
          (total, [sign, weight]) => total + weight * tally($hesitation.get().get(sign) ?? [], now),
          0,
        );
        expect(score).to.be.closeTo(sum, 0.05);
        for (const sign of Object.keys(from)) expect(hasOwn(hesitationWeights, sign)).to.equal(true);
        if (enough) expect(score).to.be.at.least(4.9);
      }),
      { numRuns: 40 },
    );
    removeEventListener('error', onError);
    heard.stop();
    expect([heard.reports, faults]).to.deep.equal([[], []]);
  });

  it('leaves no listener and no timer behind', async () => {
    const { clock } = page;
    put('<p class=price>1</p>');
    const left = await countListeners(async () => {
      const ends = [
        onHesitation(() => {}, { clock }),
        onHesitation(() => {}, { clock }),
        followHesitation(() => {}, clock),
      ];
      stir();
      for (const end of ends) end();
    });
    expect(left).to.deep.equal([]);
    expect(clock.waiting).to.equal(0);
  });
});
