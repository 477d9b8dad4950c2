import { expect } from 'chai';
import '../../../src/define/product.js';
import '../../../src/define/recently-viewed.js';
import { pageClock } from '../../../src/browser/clock.js';
import { CueRecentlyViewed } from '../../../src/elements/recently-viewed/recently-viewed.js';
import type { FactEvent } from '../../../src/events/fact-event.js';
import type { Product } from '../../../src/events/product.js';
import { setConsent } from '../../../src/store/consent.js';
import { $viewed, rememberViewed } from '../../../src/store/viewed.js';
import { fakeClock, setVisible } from '../../browser/fake-clock.js';
import { ariaSnapshot, emulateMedia, engine, sendKeys } from '../../commands.js';
import { forgetPage } from '../../forget-page.js';
import { loadCopy } from '../../load-copy.js';
import { countListeners } from '../count-listeners.js';
import { expectAccessible, expectAccessibleInAllColours } from '../expect-accessible.js';
import { hear, inside, nextTask, on, rendered, stage, until, warnings } from '../mount.js';
import { xssPayloads } from '../xss-payloads.js';

const OWN = 'product-id="own" name="Vase" price="9"';
const PICTURE = new URL('/nothing.png', location.href).href;
const teapot: Product = {
  id: 't1',
  name: 'Teapot',
  price: 24.9,
  currency: 'EUR',
  variant: 'Blue',
  url: 'https://shop.example/teapot',
  image: PICTURE,
};
const cup: Product = { id: 't2', name: 'Cup', price: 5, currency: 'EUR', url: 'https://shop.example/cup' };
const plate: Product = { id: 't3', name: 'Plate', url: 'https://shop.example/plate' };

/** The first is the latest. */
function view(...products: Product[]): void {
  products.forEach((product, index) => rememberViewed(product, Date.now() - index * 1000));
}

async function mountViewed(attributes = OWN, inner = ''): Promise<CueRecentlyViewed> {
  stage.innerHTML = `<cue-recently-viewed ${attributes}>${inner}</cue-recently-viewed>`;
  await rendered();
  return stage.querySelector('cue-recently-viewed')!;
}

const names = (element: Element): string[] =>
  [...element.shadowRoot!.querySelectorAll('.name')].map(({ textContent }) => textContent.trim());
const linkOf = (element: Element, index = 0): HTMLAnchorElement =>
  element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('a')[index]!;
const clearOf = (element: Element): HTMLButtonElement => inside<HTMLButtonElement>(element, '.clear');
const noted = (): string[] => $viewed.get().map(({ product }) => product.id);

/** Links lead nowhere while a test presses them. */
const stay = (): void => {
  for (const type of ['click', 'auxclick']) on(window, type, (event) => event.preventDefault());
};

describe('<cue-recently-viewed>', () => {
  let clock: ReturnType<typeof fakeClock>;
  beforeEach(() => {
    forgetPage();
    CueRecentlyViewed.clock = clock = fakeClock();
    setVisible(true);
  });
  afterEach(() => {
    CueRecentlyViewed.clock = pageClock;
    setVisible(undefined);
    stage.removeAttribute('class');
  });

  describe('is accessible', function () {
    this.timeout(60_000);

    for (const layout of ['row', 'grid']) {
      it(`as a ${layout}, with a button that forgets, and when it has`, async () => {
        view(teapot, cup, plate);
        const element = await mountViewed(`${OWN} layout="${layout}" clearable`);
        await expectAccessibleInAllColours(layout);
        clearOf(element).click();
        await nextTask();
        await expectAccessibleInAllColours('cleared');
      });
    }

    it('empty, and with products that have no page', async () => {
      await mountViewed();
      await expectAccessible('empty');
      view({ id: 'a' }, { id: 'b', name: 'Bowl' });
      stage.style.inlineSize = '150px';
      await mountViewed();
      await expectAccessibleInAllColours('no links');
    });

    it('and reads well', async function () {
      if (engine !== 'chromium') this.skip();
      view(teapot, cup);
      await mountViewed(`${OWN} clearable`);
      expect(await ariaSnapshot('cue-recently-viewed')).to.equal(
        [
          '- region "Recently viewed":',
          '  - heading "Recently viewed" [level=2]',
          '  - \'button "Clear: forget what you looked at"\': Clear',
          '  - list:',
          '    - listitem:',
          '      - link "Teapot":',
          '        - /url: https://shop.example/teapot',
          '      - text: Blue €24.90',
          '    - listitem:',
          '      - link "Cup":',
          '        - /url: https://shop.example/cup',
          '      - text: €5.00',
        ].join('\n'),
      );
    });
  });

  describe('shows', () => {
    it('the latest first, without the page’s own product, and at most six', async () => {
      view({ id: 'own', name: 'Vase' }, ...Array.from({ length: 9 }, (_, n) => ({ id: `p${n}`, name: `P${n}` })));
      const element = await mountViewed();
      expect(names(element)).to.deep.equal(['P0', 'P1', 'P2', 'P3', 'P4', 'P5']);
      element.count = 2;
      await rendered();
      expect(names(element)).to.deep.equal(['P0', 'P1']);
      element.setAttribute('exclude', 'p0, p2');
      await rendered();
      expect(names(element)).to.deep.equal(['P1', 'P3']);
      element.setAttribute('product-id', 'p1');
      await rendered();
      expect(names(element)).to.deep.equal(['Vase', 'P3']);
    });

    it('nothing and takes no room, not even a margin, while there is nothing', async () => {
      stage.innerHTML = `<style>cue-recently-viewed { display: block; margin: 40px; padding: 10px }</style>
        <p>a</p><cue-recently-viewed ${OWN}></cue-recently-viewed><p>b</p>`;
      await rendered();
      const element = stage.querySelector('cue-recently-viewed')!;
      expect(getComputedStyle(element).display).to.equal('none');
      view(teapot);
      await rendered();
      expect(getComputedStyle(element).display).to.equal('block');
      expect(inside(element, 'h2').offsetHeight).to.be.above(10);
    });

    it('what is known already in its first rendering', async () => {
      view(teapot);
      stage.innerHTML = `<cue-recently-viewed ${OWN}></cue-recently-viewed>`;
      await Promise.resolve();
      expect(names(stage.firstElementChild!)).to.deep.equal(['Teapot']);
    });

    it('what the shop has for those who have seen nothing', async () => {
      const element = await mountViewed(OWN, '<p slot="empty">Loved by others</p>');
      expect(stage.querySelector('p')!.offsetHeight).to.be.above(5);
      view(teapot);
      await rendered();
      expect(stage.querySelector('p')!.offsetHeight).to.equal(0);
      expect(names(element)).to.deep.equal(['Teapot']);
    });

    it('the page’s own heading', async () => {
      view(teapot);
      const element = await mountViewed(OWN, '<h3 slot="heading">Seen lately</h3>');
      expect(inside<HTMLSlotElement>(element, 'slot').assignedElements()[0]!.textContent).to.equal('Seen lately');
      if (engine === 'chromium') expect(await ariaSnapshot('cue-recently-viewed')).to.contain('region "Seen lately"');
    });

    it('pictures with their size, loaded when they come near', async () => {
      view(teapot);
      const img = inside<HTMLImageElement>(await mountViewed(), 'img');
      expect(['src', 'alt', 'width', 'height', 'loading'].map((name) => img.getAttribute(name))).to.deep.equal([
        PICTURE,
        '',
        '160',
        '160',
        'lazy',
      ]);
    });

    it('prices as people write them where it stands, and none that may have changed since', async () => {
      stage.lang = 'de';
      rememberViewed(teapot, Date.now());
      rememberViewed(cup, Date.now() - 25 * 60 * 60 * 1000);
      const element = await mountViewed();
      const prices = [...element.shadowRoot!.querySelectorAll('.price')].map(({ textContent }) => textContent);
      expect(prices).to.have.length(1);
      expect(prices[0]).to.match(/^24,90\s€$/);
      stage.removeAttribute('lang');
    });
  });

  describe('notes what the shopper looks at', () => {
    it('after a second in front, once, with its page', async () => {
      await mountViewed(`${OWN} currency="EUR"`);
      clock.pass(999);
      expect(noted()).to.deep.equal([]);
      clock.pass(1);
      expect(noted()).to.deep.equal(['own']);
      expect($viewed.get()[0]!.product).to.deep.equal({
        id: 'own',
        name: 'Vase',
        price: 9,
        currency: 'EUR',
        url: location.href,
      });
      await rendered();
      expect(clock.waiting).to.equal(0);
    });

    it('not in a tab that was opened for later, nor on a page that was left at once', async () => {
      setVisible(false);
      const element = await mountViewed();
      clock.pass(60_000);
      setVisible(true);
      clock.pass(500);
      element.remove();
      clock.pass(60_000);
      expect(noted()).to.deep.equal([]);
    });

    it('also while it is hidden', async () => {
      await mountViewed(`${OWN} hidden`);
      clock.pass(1000);
      expect(noted()).to.deep.equal(['own']);
    });

    it('the next product of a shop that loads no page, and the first again', async () => {
      stage.innerHTML =
        '<cue-product product-id="a" name="A" price="1"><cue-recently-viewed></cue-recently-viewed></cue-product>';
      await rendered();
      clock.pass(1000);
      const product = stage.querySelector('cue-product')!;
      const latest = [noted()[0]];
      for (const id of ['b', 'a']) {
        await new Promise((resolve) => setTimeout(resolve, 2));
        product.setAttribute('product-id', id);
        product.setAttribute('name', id.toUpperCase());
        await nextTask();
        clock.pass(1000);
        latest.push(noted()[0]);
      }
      expect(latest).to.deep.equal(['a', 'b', 'a']);
    });

    it('not what has passed by within a second', async () => {
      const element = await mountViewed();
      clock.pass(500);
      element.setAttribute('product-id', 'next');
      await nextTask();
      clock.pass(500);
      expect(noted()).to.deep.equal([]);
      clock.pass(500);
      expect(noted()).to.deep.equal(['next']);
    });

    it('once where it stands twice, and when it moves', async () => {
      const markup = `<cue-recently-viewed ${OWN}></cue-recently-viewed>`;
      stage.innerHTML = markup + markup;
      await rendered();
      let changes = 0;
      const stop = $viewed.listen(() => changes++);
      clock.pass(1000);
      stage.append(stage.firstElementChild!);
      await rendered();
      clock.pass(1000);
      stop();
      expect(changes).to.equal(1);
    });

    it('again when the page comes back', async () => {
      await mountViewed();
      clock.pass(1000);
      const first = $viewed.get()[0]!.viewedAt;
      rememberViewed(teapot, first + 1);
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await rendered();
      await until('time has passed', () => Date.now() > first + 2);
      clock.pass(1000);
      expect(noted()).to.deep.equal(['own', 't1']);
    });

    it('not on a page that is about no product', async () => {
      await mountViewed('');
      await nextTask();
      clock.pass(5000);
      expect(noted()).to.deep.equal([]);
    });

    it('in memory only, until the shopper allows more', async () => {
      await mountViewed();
      clock.pass(1000);
      const kept = (): string[] => Object.keys(localStorage).filter((key) => key.includes('viewed'));
      expect(kept()).to.deep.equal([]);
      setConsent({ personalization: 'granted' });
      expect(kept()).to.deep.equal(['cuekit:personalization:viewed:own']);
      setConsent({ personalization: 'denied' });
      expect(kept()).to.deep.equal([]);
    });
  });

  describe('tells', () => {
    type Seen = FactEvent<'cue-view-item-list'>;
    type Chosen = FactEvent<'cue-select-item'>;

    it('once that the shopper has really seen the list', async () => {
      view(teapot, cup);
      const facts = hear<Seen>(document, 'cue-view-item-list');
      const element = await mountViewed();
      await until('it is in view', () => clock.waiting > 1);
      expect(facts).to.have.length(0);
      clock.pass(1000);
      expect(facts.map(({ detail }) => detail)).to.deep.equal([
        {
          item_list_id: 'recently_viewed',
          item_list_name: 'Recently viewed',
          currency: 'EUR',
          items: [
            { item_id: 't1', item_name: 'Teapot', item_variant: 'Blue', price: 24.9, quantity: 1, index: 0 },
            { item_id: 't2', item_name: 'Cup', price: 5, quantity: 1, index: 1 },
          ],
          cause: { from: 'element', element: 'cue-recently-viewed', action: 'view' },
        },
      ]);
      expect(facts[0]!.target).to.equal(element);
      view(plate);
      element.remove();
      stage.append(element);
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await nextTask();
      clock.pass(60_000);
      expect(facts).to.have.length(1);
    });

    it('nothing of a list that is empty or was not reached', async () => {
      const facts = hear(document, 'cue-view-item-list');
      await mountViewed();
      clock.pass(60_000);
      view(teapot);
      stage.style.cssText = 'position: absolute; top: 300vh';
      await mountViewed();
      await nextTask();
      clock.pass(60_000);
      expect(facts).to.have.length(0);
    });

    it('which product is chosen, also for a new tab, and a double click once', async () => {
      stay();
      view(teapot, cup);
      const facts = hear<Chosen>(document, 'cue-select-item');
      const element = await mountViewed();
      const press = (type: string, init: MouseEventInit): boolean =>
        linkOf(element, 1).dispatchEvent(
          new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, ...init }),
        );
      press('click', { detail: 1 });
      press('click', { detail: 2 });
      press('auxclick', { button: 1 });
      press('auxclick', { button: 2 });
      expect(facts.map(({ detail }) => detail.items)).to.deep.equal([
        [{ item_id: 't2', item_name: 'Cup', price: 5, quantity: 1, index: 1 }],
        [{ item_id: 't2', item_name: 'Cup', price: 5, quantity: 1, index: 1 }],
      ]);
      expect(facts[0]!.detail).to.deep.include({
        item_list_id: 'recently_viewed',
        cause: { from: 'element', element: 'cue-recently-viewed', action: 'click' },
      });
    });

    it('which is chosen by the keyboard, once while Enter is held', async () => {
      stay();
      view(teapot);
      const facts = hear(document, 'cue-select-item');
      const element = await mountViewed();
      linkOf(element).focus();
      await sendKeys({ press: 'Enter' });
      expect(facts).to.have.length(1);
      const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true });
      expect(linkOf(element).dispatchEvent(held)).to.equal(false);
    });
  });

  describe('forgets', () => {
    it('when the shopper asks for it, and says so where the button was', async () => {
      setConsent('granted');
      view(teapot, cup);
      const element = await mountViewed(`${OWN} clearable`);
      clock.pass(1000);
      clearOf(element).focus();
      await sendKeys({ press: 'Enter' });
      await nextTask();
      expect(noted()).to.deep.equal([]);
      expect(Object.keys(localStorage).filter((key) => key.includes('viewed'))).to.deep.equal([]);
      const line = inside(element, '.cleared');
      expect(line.textContent).to.contain('Forgotten');
      expect(element.shadowRoot!.activeElement).to.equal(line);
      clock.pass(60_000);
      expect(noted(), 'what stands on this page is not noted again').to.deep.equal([]);
      view(plate);
      await rendered();
      expect(names(element)).to.deep.equal(['Plate']);
    });

    it('only where the shop offers it', async () => {
      view(teapot);
      const element = await mountViewed();
      expect(element.shadowRoot!.querySelector('button')).to.equal(null);
    });
  });

  describe('comes and goes', () => {
    it('with properties that were set before its code came, and writes no attribute', async () => {
      view(teapot, cup);
      const inert = new DOMParser().parseFromString('<cue-recently-viewed></cue-recently-viewed>', 'text/html').body
        .firstElementChild as CueRecentlyViewed;
      inert.count = 1;
      inert.layout = 'grid';
      stage.append(inert);
      await rendered();
      expect(names(inert)).to.deep.equal(['Teapot']);
      expect(inside(inert, 'ul').className).to.equal('grid');
      expect(inert.getAttributeNames()).to.deep.equal([]);
    });

    it('ten times, it leaves no listener behind', async () => {
      view(teapot);
      const element = await mountViewed();
      element.remove();
      const before = $viewed.lc;
      const left = await countListeners(async () => {
        for (let round = 0; round < 10; round++) {
          stage.append(element);
          await rendered();
          element.remove();
        }
      });
      expect(left).to.deep.equal([]);
      expect([$viewed.lc, clock.waiting]).to.deep.equal([before, 0]);
    });

    it('and shows what a second copy of the kit has noted', async () => {
      const element = await mountViewed();
      const address = await loadCopy(new URL('../../../src/store/viewed.ts', import.meta.url));
      const second = (await import(address)) as { rememberViewed: typeof rememberViewed };
      second.rememberViewed(teapot);
      await rendered();
      expect(names(element)).to.deep.equal(['Teapot']);
    });
  });

  describe('on any page', () => {
    it('a row scrolls by itself, and brings the product into view that has the focus', async () => {
      for (const dir of ['ltr', 'rtl']) {
        stage.dir = dir;
        stage.style.inlineSize = '320px';
        view(...Array.from({ length: 6 }, (_, n) => ({ ...cup, id: `p${n}`, name: `P${n}` })));
        const element = await mountViewed();
        const list = inside(element, 'ul');
        expect(list.scrollWidth).to.be.above(list.clientWidth);
        expect(stage.scrollWidth).to.be.at.most(320);
        const last = linkOf(element, 5);
        last.focus();
        const card = (): DOMRect => last.closest('li')!.getBoundingClientRect();
        const frame = stage.getBoundingClientRect();
        await until('it is in view', () => card().left >= frame.left - 8 && card().right <= frame.right + 8);
      }
    });

    it('a row without links can be scrolled by the keyboard', async () => {
      view({ id: 'a' }, { id: 'b' });
      expect(inside(await mountViewed(), 'ul').tabIndex).to.equal(0);
      view(teapot);
      await rendered();
      expect(inside(stage.firstElementChild!, 'ul').hasAttribute('tabindex')).to.equal(false);
    });

    it('a grid breaks into lines', async () => {
      stage.style.inlineSize = '400px';
      view(teapot, cup, plate);
      const element = await mountViewed(`${OWN} layout="grid"`);
      const tops = [...element.shadowRoot!.querySelectorAll('li')].map((card) => card.getBoundingClientRect().top);
      expect(tops[0]).to.equal(tops[1]);
      expect(tops[2]).to.be.above(tops[0]!);
    });

    it('has room for a finger', async () => {
      view(plate);
      const element = await mountViewed(`${OWN} clearable`);
      for (const target of [clearOf(element), linkOf(element).closest('li')!]) {
        const { width, height } = target.getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(44);
      }
    });

    it('neither clips nor scrolls sideways in 320 px at twice the text size', async () => {
      for (const layout of ['row', 'grid']) {
        stage.style.cssText = 'inline-size: 320px; --cue-font-size: 32px';
        view({ ...teapot, name: 'x'.repeat(80) }, { ...cup, name: 'Donaudampfschifffahrtsgesellschaftskapitän' });
        const element = await mountViewed(`${OWN} clearable layout="${layout}"`);
        expect(stage.scrollWidth, layout).to.be.at.most(320);
        for (const part of element.shadowRoot!.querySelectorAll<HTMLElement>('.name, .price, .header'))
          expect(part.scrollWidth, part.className).to.be.at.most(part.clientWidth + 1);
        await expectAccessible('200 %');
      }
    });

    it('nothing moves', async function () {
      if (!(await emulateMedia({ reducedMotion: 'reduce' }))) this.skip();
      view(teapot);
      const element = await mountViewed();
      expect([...document.getAnimations(), ...element.shadowRoot!.getAnimations()]).to.deep.equal([]);
      await emulateMedia({ reducedMotion: 'no-preference' });
    });

    it('the room that the page reserves is the same before its code comes, with and without products', async () => {
      const sheet = document.createElement('link');
      sheet.rel = 'stylesheet';
      sheet.href = '/src/cuekit.css';
      document.head.append(sheet);
      await new Promise((resolve) => sheet.addEventListener('load', resolve, { once: true }));
      try {
        const markup = `<cue-recently-viewed reserve ${OWN}><p slot="empty">Nothing yet</p></cue-recently-viewed>`;
        stage.innerHTML = markup;
        await rendered();
        const element = stage.querySelector('cue-recently-viewed')!;
        const empty = element.offsetHeight;
        view({ ...teapot, name: 'A teapot with a name that needs a second line' }, cup);
        await rendered();
        expect(element.offsetHeight).to.equal(empty);
        expect(empty).to.be.above(250);
        expect(element.shadowRoot!.querySelector('section')!.offsetHeight).to.be.at.most(empty);
      } finally {
        sheet.remove();
      }
    });

    it('before its code comes it takes no room, or that which is reserved', async () => {
      const frame = document.createElement('iframe');
      frame.srcdoc = `<!doctype html><link rel="stylesheet" href="/src/cuekit.css"><style>cue-recently-viewed { margin: 9px }</style>
        <cue-recently-viewed></cue-recently-viewed><cue-recently-viewed reserve><p slot="empty">x</p></cue-recently-viewed>`;
      stage.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      const heights = [...frame.contentDocument!.querySelectorAll<HTMLElement>('cue-recently-viewed')].map(
        ({ offsetHeight }) => offsetHeight,
      );
      expect(heights).to.deep.equal([0, 336]);
    });
  });

  describe('given nonsense', () => {
    for (const [attribute, said] of [
      ['count="many"', 'count'],
      ['count="0"', 'count'],
      ['layout="pile"', 'pile'],
    ] as const) {
      it(`${attribute}: shows a row of six and warns once`, async () => {
        const heard = warnings();
        view(...Array.from({ length: 8 }, (_, n) => ({ id: `p${n}` })));
        const element = await mountViewed(`${OWN} ${attribute}`);
        element.requestUpdate();
        await rendered();
        expect(names(element)).to.have.length(6);
        expect(inside(element, 'ul').className).to.equal('row');
        expect(heard).to.have.length(1);
        expect(heard[0]).to.contain(said);
      });
    }

    it('executes nothing, whatever was looked at', async () => {
      warnings();
      stay();
      for (const payload of xssPayloads)
        rememberViewed({
          id: payload,
          name: payload,
          variant: payload,
          currency: payload,
          price: 1,
          url: payload,
          image: payload,
        });
      const element = await mountViewed(`${OWN} count="100"`);
      expect(names(element)).to.have.length(xssPayloads.length);
      const known = 'section, div, slot, h2, ul, li, span, a, img';
      expect(element.shadowRoot!.querySelectorAll(`:not(${known})`)).to.have.length(0);
      for (const link of element.shadowRoot!.querySelectorAll('a')) {
        expect(link.protocol).to.be.oneOf(['https:', 'http:']);
        link.click();
      }
      expect((window as { __xss?: unknown }).__xss).to.equal(undefined);
    });
  });
});
