import { expect } from 'chai';
import { pageClock } from '../../../src/browser/clock.js';
import { connectedCart } from '../../../src/cart/connected-cart.js';
import { useCart } from '../../../src/cart/use-cart.js';
import '../../../src/define/cart-progress.js';
import { CueCartProgress } from '../../../src/elements/cart-progress/cart-progress.js';
import { emit } from '../../../src/events/emit.js';
import { FactEvent } from '../../../src/events/fact-event.js';
import { $cart, setCart } from '../../../src/store/cart.js';
import { fakeClock } from '../../browser/fake-clock.js';
import { ariaSnapshot, emulateMedia, engine } from '../../commands.js';
import { forgetPage } from '../../forget-page.js';
import { loadCopy } from '../../load-copy.js';
import { countListeners } from '../count-listeners.js';
import { expectAccessible, expectAccessibleInAllColours } from '../expect-accessible.js';
import { inside, nextTask, rendered, stage, until, warnings } from '../mount.js';
import { xssPayloads } from '../xss-payloads.js';

const SETTLE_MS = 600;
const TWO = `tiers='[{"amount":75,"kind":"free-shipping"},{"amount":120,"kind":"gift","label":"a tea towel"}]'`;

async function mountProgress(attributes = 'free-shipping="75" currency="EUR"'): Promise<CueCartProgress> {
  stage.innerHTML = `<cue-cart-progress ${attributes}></cue-cart-progress>`;
  await rendered();
  return stage.querySelector('cue-cart-progress')!;
}

/** As the shop says it, without telling anything. */
async function cart(total: number | undefined, currency: string | undefined = 'EUR'): Promise<void> {
  const lines = total === 0 ? [] : [{ key: '1', product: { id: 'a' }, quantity: 1 }];
  setCart({ lines, ...(total !== undefined && { total }), ...(currency && { currency }) });
  await rendered();
}

/** The shopper puts something in or takes it out, by whatever button. */
async function shopperHas(total: number, currency?: string): Promise<void> {
  await cart(total, currency);
  tell();
}

function tell(from: 'element' | 'platform' = 'element'): void {
  emit(document.documentElement, new FactEvent('cue-add-to-cart', { items: [], cause: { from } }));
}
const shown = (element: Element): string => inside(element, '.text').textContent!.trim();
const said = (element: Element): string => inside(element, '[role=status]').textContent!.trim();
const ticks = (element: Element): boolean[] =>
  [...element.shadowRoot!.querySelectorAll('.marker')].map((marker) => marker.classList.contains('reached'));
const done = (element: Element): number[] =>
  [...element.shadowRoot!.querySelectorAll<HTMLElement>('.track')].map((track) =>
    Math.round(parseFloat(track.style.getPropertyValue('--done'))),
  );

/** Every text that a screen reader would be given. */
function listen(element: Element): string[] {
  const heard: string[] = [];
  const region = inside(element, '[role=status]');
  new MutationObserver(() => {
    const text = region.textContent!.trim();
    if (text) heard.push(text);
  }).observe(region, { childList: true, characterData: true, subtree: true });
  return heard;
}

let clock: ReturnType<typeof fakeClock>;

/** As long as the announcement waits. */
async function settled(): Promise<void> {
  clock.pass(SETTLE_MS);
  await nextTask();
}

describe('<cue-cart-progress>', () => {
  beforeEach(() => {
    forgetPage();
    CueCartProgress.clock = clock = fakeClock();
  });
  afterEach(() => {
    CueCartProgress.clock = pageClock;
  });

  describe('is accessible', function () {
    this.timeout(60_000);

    it('before the cart is known, empty, on the way, halfway and done', async () => {
      await mountProgress(`${TWO} currency="EUR"`);
      await expectAccessibleInAllColours('unknown');
      for (const total of [0, 62.5, 100, 130]) {
        await cart(total);
        await expectAccessibleInAllColours(String(total));
      }
    });

    it('and reads well', async function () {
      if (engine !== 'chromium') this.skip();
      const read = async (): Promise<string> => (await ariaSnapshot('cue-cart-progress'))!;
      await mountProgress(`${TWO} currency="EUR"`);
      expect(await read()).to.equal(['- paragraph: Free shipping from €75.00', '- status'].join('\n'));
      await cart(62.5);
      expect(await read()).to.equal(['- paragraph: €12.50 to free shipping', '- meter "Cart"', '- status'].join('\n'));
      const meter = inside(stage.firstElementChild!, '[role=meter]');
      const values = ['now', 'min', 'max', 'text'].map((name) => meter.getAttribute(`aria-value${name}`));
      expect(values).to.deep.equal(['62.5', '0', '120', '€62.50 of €120.00']);
    });
  });

  describe('says', () => {
    it('from which amount on, on the way, what is reached and what comes next, and that all is reached', async () => {
      const element = await mountProgress(`${TWO} currency="EUR"`);
      const seen: [string, boolean[], number[]][] = [];
      const note = (): number => seen.push([shown(element), ticks(element), done(element)]);
      note();
      for (const total of [0, 62.5, 75, 100, 120, 999]) {
        await cart(total);
        note();
      }
      expect(seen).to.deep.equal([
        ['Free shipping from €75.00', [false, false], [0, 0]],
        ['Free shipping from €75.00', [false, false], [0, 0]],
        ['€12.50 to free shipping', [false, false], [83, 0]],
        ['You have free shipping. €45.00 to a tea towel', [true, false], [100, 0]],
        ['You have free shipping. €20.00 to a tea towel', [true, false], [100, 56]],
        ['You have free shipping and a tea towel', [true, true], [100, 100]],
        ['You have free shipping and a tea towel', [true, true], [100, 100]],
      ]);
    });

    it('one amount by one attribute, and another when it changes', async () => {
      const element = await mountProgress();
      await cart(50);
      expect(shown(element)).to.equal('€25.00 to free shipping');
      element.setAttribute('free-shipping', '49.90');
      await rendered();
      expect(shown(element)).to.equal('You have free shipping');
      element.freeShipping = 60;
      await rendered();
      expect(shown(element)).to.equal('€10.00 to free shipping');
      element.tiers = [{ amount: 60, kind: 'gift' }];
      await rendered();
      expect(shown(element)).to.equal('€10.00 to free shipping and a gift');
    });

    it('what lines cost together, where the shop does not say the total', async () => {
      const element = await mountProgress();
      const product = { id: 'a', price: 0.1, currency: 'EUR' };
      setCart({ lines: [{ key: '1', product, quantity: 3 }] });
      await rendered();
      expect(shown(element)).to.equal('€74.70 to free shipping');
    });

    it('nothing of a cart of which the price is not known but what always holds', async () => {
      const element = await mountProgress();
      await cart(undefined);
      expect(shown(element)).to.equal('Free shipping from €75.00');
      expect(element.shadowRoot!.querySelector('[role=meter]')).to.equal(null);
    });

    it('nothing, with one warning, of a cart in another currency', async () => {
      const heard = warnings();
      const element = await mountProgress();
      const height = element.offsetHeight;
      await cart(80, 'USD');
      await cart(90, 'USD');
      expect(shown(element)).to.equal('');
      expect(element.shadowRoot!.querySelector('[role=meter]')).to.equal(null);
      expect(element.offsetHeight).to.equal(height);
      expect(heard).to.have.length(1);
      expect(heard[0]).to.contain('USD');
      await cart(80, 'EUR');
      expect(shown(element)).to.equal('You have free shipping');
    });

    it('nothing until it knows in which currency', async () => {
      const element = await mountProgress('free-shipping="5000"');
      const height = element.offsetHeight;
      expect(shown(element)).to.equal('');
      await cart(4999, 'JPY');
      expect(shown(element)).to.equal('¥1 to free shipping');
      await cart(24.999, 'KWD');
      expect(shown(element).replace(/\s/g, ' ')).to.equal('KWD 4,975.001 to free shipping');
      expect(element.offsetHeight).to.equal(height);
    });

    it('what is due when the cart is known already', async () => {
      await cart(80);
      expect(shown(await mountProgress())).to.equal('You have free shipping');
    });

    it('what is always given, of an empty cart, too', async () => {
      const element = await mountProgress('free-shipping="0" currency="EUR"');
      await cart(0);
      expect([shown(element), ticks(element)]).to.deep.equal(['You have free shipping', [true]]);
    });

    it('it in the language of the page, with amounts as people write them there', async () => {
      stage.lang = 'de';
      try {
        const element = await mountProgress(`${TWO} currency="EUR"`);
        await cart(62.5);
        await until('it speaks German', () => shown(element).startsWith('Noch'));
        expect(shown(element)).to.match(/^Noch 12,50\s€ für kostenlosen Versand$/);
        await cart(100);
        expect(shown(element)).to.match(/^Das reicht für kostenlosen Versand. Noch 20,00\s€ für a tea towel$/);
      } finally {
        stage.removeAttribute('lang');
      }
    });

    it('what the page says in its place', async () => {
      stage.innerHTML = `<cue-cart-progress free-shipping="75" currency="EUR">
        <b slot="before">We pay the postman.</b><b slot="complete">It is on us!</b></cue-cart-progress>`;
      await rendered();
      const element = stage.querySelector('cue-cart-progress')!;
      const slot = (): string => inside<HTMLSlotElement>(element, 'slot').assignedElements()[0]!.textContent;
      expect(slot()).to.equal('We pay the postman.');
      const heard = listen(element);
      await shopperHas(80);
      expect(slot()).to.equal('It is on us!');
      await settled();
      expect(heard).to.deep.equal(['It is on us!']);
    });
  });

  describe('announces', () => {
    it('nothing at load: not what was known, not what becomes known', async () => {
      await cart(10);
      const element = await mountProgress();
      const heard = listen(element);
      expect(said(element)).to.equal('');
      await cart(20);
      await settled();
      expect(heard).to.deep.equal([]);
    });

    it('nothing of a change on the page before, which is told on this one', async () => {
      const element = await mountProgress();
      await cart(10);
      const heard = listen(element);
      const active = (hasBeenActive: boolean): void =>
        void Object.defineProperty(navigator, 'userActivation', { configurable: true, value: { hasBeenActive } });
      try {
        active(false);
        await cart(20);
        tell('platform');
        await settled();
        expect(heard).to.deep.equal([]);
        active(true);
        await cart(30);
        tell('platform');
        await settled();
      } finally {
        delete (navigator as { userActivation?: unknown }).userActivation;
      }
      expect(heard).to.deep.equal(['€45.00 to free shipping']);
    });

    it('each change by the shopper once, when it has come to rest', async () => {
      const element = await mountProgress();
      const heard = listen(element);
      await shopperHas(10);
      await shopperHas(20);
      await shopperHas(30);
      await settled();
      await shopperHas(80);
      await settled();
      await settled();
      expect(heard).to.deep.equal(['€45.00 to free shipping', 'You have free shipping']);
    });

    it('what was told before the shop has answered', async () => {
      await cart(10);
      const element = await mountProgress();
      const heard = listen(element);
      tell();
      await settled();
      expect(heard).to.deep.equal([]);
      await cart(30);
      await settled();
      expect(heard).to.deep.equal(['€45.00 to free shipping']);
    });

    it('nothing more when all is reached, and nothing of what others change later', async () => {
      await cart(80);
      const element = await mountProgress();
      const heard = listen(element);
      await shopperHas(90);
      for (let passed = 0; passed <= 9000; passed += SETTLE_MS) await settled();
      await cart(10);
      await settled();
      expect(heard).to.deep.equal([]);
    });

    it('nothing after the page has come back', async () => {
      const element = await mountProgress();
      await shopperHas(10);
      await settled();
      const heard = listen(element);
      await shopperHas(20);
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await settled();
      expect(heard).to.deep.equal([]);
      expect(said(element)).to.equal('');
      await cart(30);
      await settled();
      expect(heard).to.deep.equal([]);
    });

    it('once where it stands twice, and not from where it is hidden', async () => {
      const markup = '<cue-cart-progress free-shipping="75" currency="EUR"></cue-cart-progress>';
      stage.innerHTML = `<div hidden>${markup}</div>${markup}${markup}`;
      await rendered();
      const elements = [...stage.querySelectorAll('cue-cart-progress')];
      const heard = elements.map(listen);
      await shopperHas(10);
      await settled();
      await settled();
      expect(heard.map((texts) => texts.length)).to.deep.equal([0, 1, 0]);
    });

    it('and takes back what was said, so that it is not read twice', async () => {
      const element = await mountProgress();
      await shopperHas(10);
      await settled();
      expect(said(element)).to.equal('€65.00 to free shipping');
      // A change that makes no difference here does not keep it there.
      tell();
      for (let passed = 0; passed <= 9000; passed += SETTLE_MS) await settled();
      expect(said(element)).to.equal('');
      await shopperHas(20);
      await settled();
      expect(said(element)).to.equal('€55.00 to free shipping');
      clock.pass(9000);
      await nextTask();
      expect(said(element)).to.equal('');
      await shopperHas(10);
      expect(shown(element)).to.equal('€65.00 to free shipping');
    });
  });

  describe('comes and goes', () => {
    it('asks for the shop’s cart', async () => {
      expect(connectedCart()).to.equal(undefined);
      await mountProgress();
      await until('there is a cart', () => Boolean(connectedCart()));
    });

    it('with properties that were set before its code came', async () => {
      const inert = new DOMParser().parseFromString('<cue-cart-progress></cue-cart-progress>', 'text/html').body
        .firstElementChild as CueCartProgress;
      inert.freeShipping = 75;
      inert.currency = 'EUR';
      stage.append(inert);
      await rendered();
      expect(shown(inert)).to.equal('Free shipping from €75.00');
    });

    it('ten times, it leaves no listener behind, and follows the cart when it is back', async () => {
      await useCart();
      const element = await mountProgress();
      element.remove();
      const before = $cart.lc;
      const left = await countListeners(async () => {
        for (let round = 0; round < 10; round++) {
          stage.append(element);
          await rendered();
          element.remove();
        }
      });
      expect(left).to.deep.equal([]);
      expect($cart.lc).to.equal(before);
      await cart(50);
      stage.append(element);
      await rendered();
      expect(shown(element)).to.equal('€25.00 to free shipping');
    });

    it('removed before it has spoken, it says nothing', async () => {
      const element = await mountProgress();
      const heard = listen(element);
      await shopperHas(10);
      element.remove();
      await settled();
      stage.append(element);
      await settled();
      expect(heard).to.deep.equal([]);
    });

    it('and shares the cart with a second copy of the kit', async () => {
      const second = (await import(await loadCopy(new URL('../../../src/store/cart.ts', import.meta.url)))) as {
        setCart: typeof setCart;
      };
      const element = await mountProgress();
      second.setCart({ lines: [], total: 70, currency: 'EUR' });
      await rendered();
      expect(shown(element)).to.equal('€5.00 to free shipping');
    });
  });

  describe('on any page', () => {
    it('grows from the start of the line', async () => {
      for (const dir of ['ltr', 'rtl']) {
        stage.dir = dir;
        const element = await mountProgress();
        await cart(37.5);
        const track = inside(element, '.track').getBoundingClientRect();
        const fill = inside(element, '.fill');
        fill.getAnimations().forEach((animation) => animation.finish());
        const { left, right, width } = fill.getBoundingClientRect();
        expect(width, dir).to.be.closeTo(track.width / 2, 1);
        if (dir === 'rtl') expect(right).to.be.closeTo(track.right, 1);
        else expect(left).to.be.closeTo(track.left, 1);
      }
    });

    it('has its markers where the amounts lie, and tells reached ones by their shape', async () => {
      const element = await mountProgress(`${TWO} currency="EUR"`);
      await cart(80);
      const [first, second] = [...element.shadowRoot!.querySelectorAll('.track')].map(
        (track) => track.getBoundingClientRect().width,
      );
      expect(first! / second!).to.be.closeTo(75 / 45, 0.05);
      const shapes = [...element.shadowRoot!.querySelectorAll('.marker path')].map((path) => path.getAttribute('d'));
      expect(new Set(shapes).size).to.equal(2);
    });

    it('does not move when reduced motion is wished for', async function () {
      if (!(await emulateMedia({ reducedMotion: 'reduce' }))) this.skip();
      const element = await mountProgress();
      await cart(50);
      expect(inside(element, '.fill').getAnimations()).to.deep.equal([]);
      await emulateMedia({ reducedMotion: 'no-preference' });
    });

    it('can be seen where colours are forced', async function () {
      if (!(await emulateMedia({ forcedColors: 'active' }))) this.skip();
      const element = await mountProgress();
      await cart(50);
      expect(getComputedStyle(inside(element, '.track')).borderTopWidth).to.equal('1px');
      const { backgroundColor } = getComputedStyle(inside(element, '.fill'));
      expect(backgroundColor).to.not.equal(getComputedStyle(inside(element, '.track')).backgroundColor);
      await emulateMedia({ forcedColors: 'none' });
    });

    it('takes the room that cuekit.css has kept for it, before and after the cart is known', async () => {
      const markup = `<cue-cart-progress ${TWO} currency="EUR"></cue-cart-progress><cue-cart-progress free-shipping="75"
        style="--cue-font-size: 20px; --cue-cart-progress-lines: 3"></cue-cart-progress>`;
      const heights = (root: ParentNode): number[] =>
        [...root.querySelectorAll('cue-cart-progress')].map((element) => element.getBoundingClientRect().height);
      const frame = document.createElement('iframe');
      frame.width = String(innerWidth);
      frame.srcdoc = `<!doctype html><link rel="stylesheet" href="/src/cuekit.css"><body>${markup}`;
      stage.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      const before = heights(frame.contentDocument!);
      stage.innerHTML = markup;
      await rendered();
      for (const total of [undefined, 0, 62.5, 100, 200]) {
        await cart(total);
        heights(stage).forEach((height, index) => expect(height, String(total)).to.be.closeTo(before[index]!, 0.05));
      }
      expect(before[0]).to.be.above(50);
    });

    it('neither clips nor scrolls sideways in 320 px at twice the text size', async () => {
      stage.style.cssText = 'inline-size: 320px; --cue-font-size: 32px';
      const element = await mountProgress(
        `currency="EUR" tiers='[{"amount":10,"kind":"gift","label":"${'x'.repeat(60)}"},{"amount":1234567,"kind":"discount"}]'`,
      );
      await cart(50);
      expect(stage.scrollWidth).to.be.at.most(320);
      const text = inside(element, '.text');
      expect(text.scrollHeight).to.be.at.most(text.clientHeight + 1);
      await expectAccessible('200 %');
    });

    it('keeps its shape among hostile rules', async () => {
      const height = async (): Promise<number> => (await mountProgress()).offsetHeight;
      const before = await height();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`html { font-size: 10px } * { box-sizing: content-box; margin: 0; padding: 0; line-height: 3 }
        p, span, svg { display: none } #stage { font-size: 0; letter-spacing: 5px; text-transform: uppercase }`);
      document.adoptedStyleSheets.push(sheet);
      try {
        expect(await height()).to.equal(before);
      } finally {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
      }
    });
  });

  describe('given nonsense, warns once and shows what can be understood', () => {
    const cases: [attributes: string, text: string, warning: RegExp][] = [
      ['free-shipping="a lot"', '', /free-shipping="a lot"/],
      ['free-shipping="-5"', '', /free-shipping="-5"/],
      ['free-shipping=""', '', /free-shipping=""/],
      ['', '', /needs free-shipping/],
      ['tiers="[{"', '', /no JSON/],
      ['tiers=\'{"amount": 5}\'', '', /a list is expected/],
      ['free-shipping="20" tiers="nonsense"', 'Free shipping from €20.00', /no JSON/],
      ['tiers=\'[{"amount": "x", "kind": "gift"}, {"amount": 9, "kind": "gift"}]\'', 'A gift from €9.00', /tiers\[0\]/],
      ['tiers=\'[{"amount": 9, "kind": "__proto__"}]\'', '', /“kind” must be one of discount/],
      ['tiers=\'[null, {"amount": 9, "kind": "gift", "label": 5}]\'', '', /tiers\[/],
    ];
    for (const [attributes, text, warning] of cases) {
      it(attributes || 'no attribute', async () => {
        const heard = warnings();
        const element = await mountProgress(`${attributes} currency="EUR"`);
        expect(shown(element)).to.equal(text);
        element.requestUpdate();
        await cart(3);
        expect(heard.filter((line) => warning.test(line)).length).to.be.within(1, 2);
        expect(new Set(heard).size).to.equal(heard.length);
      });
    }

    it('sorts what is out of order', async () => {
      const element = await mountProgress(
        'currency="EUR" tiers=\'[{"amount":120,"kind":"gift"},{"amount":75,"kind":"free-shipping"}]\'',
      );
      await cart(80);
      expect(shown(element)).to.equal('You have free shipping. €40.00 to a gift');
    });

    it('a currency that is none stands as it is written', async () => {
      const element = await mountProgress('free-shipping="75" currency="doubloons"');
      expect(shown(element)).to.equal('Free shipping from 75 DOUBLOONS');
    });

    it('executes nothing that labels say', async () => {
      warnings();
      const element = await mountProgress();
      element.tiers = xssPayloads.map((label, index) => ({ amount: 100 + index, kind: 'gift', label }));
      await cart(99);
      await cart(1000);
      const known = 'div, p, span, svg, path, slot';
      expect(element.shadowRoot!.querySelectorAll(`:not(${known})`)).to.have.length(0);
      expect((window as { __xss?: unknown }).__xss).to.equal(undefined);
      for (const payload of xssPayloads) expect(shown(element)).to.contain(payload.trim());
    });
  });
});
