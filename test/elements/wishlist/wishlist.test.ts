import { sendKeys as holdKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../../src/define/wishlist.js';
import { CueWishlist } from '../../../src/elements/wishlist/wishlist.js';
import type { FactEvent } from '../../../src/events/fact-event.js';
import type { Product } from '../../../src/events/product.js';
import type { RequestEvent } from '../../../src/events/request-event.js';
import { mergeWishlist } from '../../../src/store/merge-wishlist.js';
import { $wishlist, addWish, removeWish } from '../../../src/store/wishlist.js';
import { ariaSnapshot, emulateMedia, engine, sendKeys, setViewport } from '../../commands.js';
import { countListeners } from '../count-listeners.js';
import { expectAccessible, expectAccessibleInAllColours } from '../expect-accessible.js';
import { deferred, hear, inside, mount, nextTask, on, rendered, stage, until, warnings } from '../mount.js';
import { xssPayloads } from '../xss-payloads.js';

type Fact = FactEvent<'cue-add-to-wishlist' | 'cue-remove-from-wishlist'>;
type Mode = 'inline' | 'drawer' | 'popover';

const ASK = 'cue-request-remove-from-wishlist';
const PICTURE = new URL('/nothing.png', location.href).href;
const teapot: Product = { id: 't1', name: 'Teapot', price: 24.9, listPrice: 30, currency: 'EUR', variant: 'Blue' };
const cup: Product = { id: 't2', name: 'Cup', price: 5, currency: 'EUR', url: 'https://shop.example/cup' };
const plate: Product = { id: 't3', name: 'Plate' };

const hearFacts = (): Fact[] => hear<Fact>(document, 'cue-add-to-wishlist', 'cue-remove-from-wishlist');
const wished = (): string[] => $wishlist.get().map(({ product }) => product.id);
const rows = (element: Element): HTMLElement[] => [...element.shadowRoot!.querySelectorAll('li')];
const rowOf = (element: Element, id: string): HTMLElement => inside(element, `li[data-id="${id}"]`);
const buttonOf = (element: Element, id: string): HTMLButtonElement => rowOf(element, id).querySelector('button')!;
const panelOf = (element: Element): HTMLElement => inside(element, '.panel');
const badgeOf = (element: Element): HTMLButtonElement => inside<HTMLButtonElement>(element, '.badge');
const focused = (element: Element): Element | null => element.shadowRoot!.activeElement;

/** The newest comes first. */
function wish(...products: Product[]): void {
  let now = Date.now();
  for (const product of products.reverse()) addWish(product, now++);
}

async function mountList(mode: Mode = 'inline', attributes = ''): Promise<CueWishlist> {
  return mount<CueWishlist>(`<cue-wishlist mode="${mode}" ${attributes}></cue-wishlist>`);
}

async function mountOpen(mode: 'drawer' | 'popover'): Promise<CueWishlist> {
  const element = await mountList(mode);
  await open(element);
  return element;
}

/** As a shopper does with the keyboard. */
async function open(element: CueWishlist): Promise<void> {
  badgeOf(element).focus();
  await sendKeys({ press: 'Enter' });
  await until('it is open', () => element.open && isShown(element));
  await nextTask();
}

function isShown(element: CueWishlist): boolean {
  const panel = panelOf(element);
  if (panel instanceof HTMLDialogElement) return panel.matches(':modal');
  return panel.matches(':popover-open') && 'placed' in panel.dataset;
}

async function press(button: HTMLElement): Promise<void> {
  button.click();
  await nextTask();
}

/** Makes animations end before they could be looked at. */
async function stillness(): Promise<void> {
  for (const element of stage.querySelectorAll('cue-wishlist'))
    for (const animation of element.shadowRoot!.getAnimations()) animation.finish();
  await nextTask();
}

describe('<cue-wishlist>', () => {
  describe('is accessible', function () {
    // axe looks at each state three times; on a busy machine that takes a while.
    this.timeout(60_000);

    for (const mode of ['inline', 'drawer', 'popover'] as const) {
      const showing = async (): Promise<CueWishlist> => {
        const element = await mountList(mode);
        if (mode !== 'inline') {
          await expectAccessibleInAllColours(`${mode}, closed`);
          await open(element);
          await stillness();
        }
        return element;
      };

      it(`${mode}, empty`, async () => {
        await showing();
        await expectAccessibleInAllColours(`${mode}, empty`);
      });

      it(`${mode}, filled, and with a row taken off`, async () => {
        wish(teapot, cup, plate);
        const element = await showing();
        await expectAccessibleInAllColours(`${mode}, filled`);
        await press(buttonOf(element, 't2'));
        await expectAccessibleInAllColours(`${mode}, with a way back`);
      });

      it(`${mode}, while the shop is asked, and when it could not do it`, async () => {
        warnings();
        const { promise, reject } = deferred();
        on<RequestEvent>(document, ASK, (event) => event.respondWith(promise));
        wish(teapot);
        const element = await showing();
        await press(buttonOf(element, 't1'));
        await expectAccessibleInAllColours(`${mode}, pending`);
        reject(new Error('503'));
        await until('it is told', () => Boolean(element.shadowRoot!.querySelector('.failure')?.textContent));
        await expectAccessibleInAllColours(`${mode}, failed`);
      });
    }

    it('and reads well', async function () {
      if (engine !== 'chromium') this.skip();
      const read = async (): Promise<string> => (await ariaSnapshot('cue-wishlist'))!;
      await mountList();
      expect(await read()).to.equal(
        [
          '- region "Wishlist":',
          '  - heading "Wishlist" [level=2]',
          '  - status',
          '  - text: Nothing here yet. Press the heart on a product to keep it.',
        ].join('\n'),
      );
      wish(teapot, cup);
      const element = await mountList();
      expect(await read()).to.equal(
        [
          '- region "Wishlist":',
          '  - heading "Wishlist" [level=2]',
          '  - status',
          '  - list:',
          '    - listitem:',
          '      - text: "Teapot Blue €24.90 Before: €30.00"',
          '      - button "Remove Teapot from wishlist"',
          '    - listitem:',
          '      - link "Cup":',
          '        - /url: https://shop.example/cup',
          '      - text: €5.00',
          '      - button "Remove Cup from wishlist"',
        ].join('\n'),
      );
      buttonOf(element, 't1').focus();
      await press(buttonOf(element, 't1'));
      expect(await read()).to.equal(
        [
          '- region "Wishlist":',
          '  - heading "Wishlist" [level=2]',
          '  - status: Teapot removed.',
          '  - list:',
          '    - listitem:',
          '      - paragraph: Teapot removed.',
          '      - \'button "Undo: keep Teapot"\': Undo',
          '    - listitem:',
          '      - link "Cup":',
          '        - /url: https://shop.example/cup',
          '      - text: €5.00',
          '      - button "Remove Cup from wishlist"',
        ].join('\n'),
      );
      const popover = await mountList('popover');
      expect(await read()).to.equal('- button "Wishlist, 1 product": "1"');
      await open(popover);
      expect(await read()).to.equal(
        [
          '- button "Wishlist, 1 product" [expanded]: "1"',
          '- dialog "Wishlist":',
          '  - heading "Wishlist" [level=2]',
          '  - button "Close"',
          '  - status',
          '  - list:',
          '    - listitem:',
          '      - link "Cup":',
          '        - /url: https://shop.example/cup',
          '      - text: €5.00',
          '      - button "Remove Cup from wishlist"',
        ].join('\n'),
      );
      removeWish('t2');
      await mountList('drawer');
      expect(await read()).to.equal('- button "Wishlist, 0 products"');
    });
  });

  describe('comes and goes', () => {
    it('as markup, with properties set before its code came', async () => {
      const inert = new DOMParser().parseFromString('<cue-wishlist></cue-wishlist>', 'text/html').body
        .firstElementChild as CueWishlist;
      inert.mode = 'drawer';
      stage.append(inert);
      await rendered();
      expect(inert.getAttribute('mode')).to.equal('drawer');
      expect(badgeOf(inert).getAttribute('aria-label')).to.equal('Wishlist, 0 products');
    });

    it('made by script, without writing what nobody has set', async () => {
      const element = document.createElement('cue-wishlist');
      stage.append(element);
      await rendered();
      expect(element.getAttributeNames()).to.deep.equal([]);
      expect(inside(element, 'section').className).to.equal('root');
    });

    it('keeps its mode as a morphing page sets and removes the attribute', async () => {
      const element = await mountList('drawer');
      element.removeAttribute('mode');
      await rendered();
      expect(element.mode).to.equal('inline');
      expect(getComputedStyle(element).display).to.equal('block');
      expect(element.shadowRoot!.querySelectorAll('.badge')).to.have.length(0);
      element.setAttribute('mode', 'popover');
      await rendered();
      expect(badgeOf(element).getAttribute('aria-expanded')).to.equal('false');
    });

    it('removed while open, it comes back closed, and opens again', async () => {
      for (const mode of ['drawer', 'popover'] as const) {
        const element = await mountOpen(mode);
        element.remove();
        await nextTask();
        expect(element.open, mode).to.equal(false);
        stage.append(element);
        await rendered();
        const panel = panelOf(element);
        expect(panel.hasAttribute('open'), mode).to.equal(false);
        expect(panel.getBoundingClientRect().width, mode).to.equal(0);
        await open(element);
        expect(isShown(element), mode).to.equal(true);
        element.remove();
      }
    });

    it('changes its mode while it is open', async () => {
      const element = await mountOpen('popover');
      element.mode = 'drawer';
      await nextTask();
      expect(isShown(element)).to.equal(true);
      element.mode = 'inline';
      await nextTask();
      expect(inside(element, 'section').className).to.equal('root');
    });

    it('removed while the shop is asked: it happens all the same, and is told from the document', async () => {
      const { promise, resolve } = deferred();
      on<RequestEvent>(document, ASK, (event) => event.respondWith(promise));
      wish(teapot);
      const element = await mountList();
      await press(buttonOf(element, 't1'));
      element.remove();
      const facts = hearFacts();
      resolve();
      await nextTask();
      expect(wished()).to.deep.equal([]);
      expect(facts.map(({ target }) => target === document)).to.deep.equal([true]);
    });

    it('connected and disconnected twice in one task, it listens once', async () => {
      const before = $wishlist.lc;
      const element = await mountList();
      element.remove();
      stage.append(element);
      element.remove();
      stage.append(element);
      await rendered();
      expect($wishlist.lc).to.equal(before + 1);
    });

    it('ten times in each mode, it leaves no listener behind', async () => {
      const before = $wishlist.lc;
      wish(teapot);
      const left = await countListeners(async () => {
        for (let round = 0; round < 10; round++) {
          for (const mode of ['inline', 'drawer', 'popover'] as const) {
            const element = await mountList(mode, 'open');
            if (mode !== 'inline') await until('it is open', () => isShown(element));
            stage.replaceChildren();
            await nextTask();
          }
        }
      });
      expect(left).to.deep.equal([]);
      expect($wishlist.lc).to.equal(before);
    });
  });

  describe('and the store', () => {
    it('shows what is wished for, the newest first, and counts it', async () => {
      const inline = await mountList();
      wish(teapot, cup, plate);
      await rendered();
      expect(rows(inline).map(({ dataset }) => dataset.id)).to.deep.equal(['t1', 't2', 't3']);
      const drawer = await mountList('drawer');
      expect(badgeOf(drawer).getAttribute('aria-label')).to.equal('Wishlist, 3 products');
      expect(inside(drawer, '.count').textContent).to.equal('3');
      removeWish('t1');
      removeWish('t2');
      await rendered();
      expect(badgeOf(drawer).getAttribute('aria-label')).to.equal('Wishlist, 1 product');
      removeWish('t3');
      await rendered();
      expect(inside(drawer, '.count').getBoundingClientRect().width).to.equal(0);
    });

    it('does not touch the other rows when one goes', async () => {
      wish(teapot, cup, plate);
      const element = await mountList();
      const [first, , third] = rows(element);
      removeWish('t2');
      await rendered();
      expect(rows(element).map((row) => [first, third].indexOf(row))).to.deep.equal([0, 1]);
    });

    it('writes prices as people do where it stands', async () => {
      wish(teapot);
      stage.lang = 'de';
      const price = async (): Promise<string> => {
        const element = await mountList();
        return inside(element, '.price').firstChild!.textContent!.trim() + inside(element, '.price').textContent!;
      };
      expect(await price()).to.match(/24,90\s€/);
      stage.removeAttribute('lang');
      expect(await price()).to.contain('€24.90');
    });

    it('keeps a way back from each row that the shopper takes off, until it is opened again', async () => {
      wish(teapot, cup);
      const element = await mountOpen('drawer');
      await press(buttonOf(element, 't1'));
      await press(buttonOf(element, 't2'));
      expect(rows(element).map(({ textContent }) => textContent!.replace(/\s+/g, ' ').trim())).to.deep.equal([
        'Teapot removed. Undo',
        'Cup removed. Undo',
      ]);
      element.open = false;
      await nextTask();
      await open(element);
      expect(rows(element)).to.have.length(0);
      expect(inside(element, '.empty').textContent).to.contain('Nothing here yet');
    });

    it('puts a wish back where it was', async () => {
      wish(teapot, cup, plate);
      const element = await mountList();
      await press(buttonOf(element, 't2'));
      await press(buttonOf(element, 't2'));
      expect(rows(element).map(({ dataset }) => dataset.id)).to.deep.equal(['t1', 't2', 't3']);
      expect(wished()).to.have.members(['t1', 't2', 't3']);
    });

    it('forgets the way back when the wish comes back by another way', async () => {
      wish(teapot, cup);
      const element = await mountList();
      await press(buttonOf(element, 't1'));
      addWish(teapot);
      await rendered();
      expect(rows(element)).to.have.length(2);
      expect(buttonOf(element, 't1').className).to.equal('remove');
    });
  });

  describe('tells what the shopper did', () => {
    it('taking a wish off, and putting it back, each once', async () => {
      wish(teapot);
      const element = await mountList();
      const facts = hearFacts();
      await press(buttonOf(element, 't1'));
      await press(buttonOf(element, 't1'));
      expect(facts.map(({ type }) => type)).to.deep.equal(['cue-remove-from-wishlist', 'cue-add-to-wishlist']);
      expect(facts.map(({ detail }) => detail.cause)).to.deep.equal([
        { from: 'element', element: 'cue-wishlist', action: 'remove' },
        { from: 'element', element: 'cue-wishlist', action: 'undo' },
      ]);
      expect(facts[0]!.detail.product).to.deep.equal(teapot);
      expect(facts[0]!.detail.items).to.deep.equal([
        { item_id: 't1', quantity: 1, item_name: 'Teapot', item_variant: 'Blue', price: 24.9, discount: 5.1 },
      ]);
      expect(facts.map(({ bubbles, composed }) => bubbles && composed)).to.deep.equal([true, true]);
    });

    it('and nothing when code opens it, closes it or changes the list', async () => {
      const facts = hearFacts();
      const element = await mountList('drawer');
      element.open = true;
      addWish(cup);
      removeWish('t2');
      await nextTask();
      element.open = false;
      await nextTask();
      expect(facts).to.have.length(0);
    });

    it('and nothing when the shop vetoes it', async () => {
      on(document, ASK, (event) => event.preventDefault());
      wish(teapot);
      const facts = hearFacts();
      const element = await mountList();
      await press(buttonOf(element, 't1'));
      expect(facts).to.have.length(0);
      expect(buttonOf(element, 't1').className).to.equal('remove');
      expect(buttonOf(element, 't1').hasAttribute('aria-busy')).to.equal(false);
    });

    it('when the shop has done it; a second press meanwhile counts for nothing', async () => {
      const { promise, resolve } = deferred();
      const requests = hear(document, ASK);
      on<RequestEvent>(document, ASK, (event) => event.respondWith(promise));
      wish(teapot, cup);
      const facts = hearFacts();
      const element = await mountList();
      await press(buttonOf(element, 't1'));
      await press(buttonOf(element, 't1'));
      expect(requests).to.have.length(1);
      expect(['t1', 't2'].map((id) => buttonOf(element, id).getAttribute('aria-busy'))).to.deep.equal(['true', null]);
      resolve();
      await nextTask();
      expect(facts).to.have.length(1);
      expect(buttonOf(element, 't1').className).to.equal('undo');
    });

    it('or that it failed, in words beside the button, which the modal drawer does not cover', async () => {
      const said = warnings();
      const unhandled = hear(window, 'unhandledrejection', 'error');
      on<RequestEvent>(document, ASK, (event) => event.respondWith(Promise.reject(new Error('503'))));
      wish(teapot);
      const facts = hearFacts();
      const element = await mountOpen('drawer');
      await press(buttonOf(element, 't1'));
      await until('it is told', () => Boolean(element.shadowRoot!.querySelector('.failure')?.textContent));
      expect(inside(element, 'dialog .failure').matches(':popover-open')).to.equal(true);
      expect(facts).to.have.length(0);
      expect(wished()).to.deep.equal(['t1']);
      expect(buttonOf(element, 't1').hasAttribute('aria-busy')).to.equal(false);
      expect(said).to.have.length(1);
      expect(unhandled).to.have.length(0);
    });

    it('and that it opened or closed, once, to those who listen to it alone', async () => {
      for (const mode of ['drawer', 'popover'] as const) {
        const element = await mountList(mode);
        const toggles = hear(element, 'toggle');
        const outside = hear(document, 'toggle');
        await open(element);
        expect(toggles, mode).to.have.length(1);
        await sendKeys({ press: 'Escape' });
        await until('it is closed', () => !element.open);
        await nextTask();
        expect(toggles, mode).to.have.length(2);
        element.open = true;
        await nextTask();
        element.open = false;
        await nextTask();
        expect(toggles, mode).to.have.length(4);
        expect(outside, mode).to.have.length(0);
      }
    });
  });

  describe('by keyboard', () => {
    it('says what was done in a region that was there before', async () => {
      wish(teapot);
      const element = await mountList();
      const region = inside(element, '[role=status]');
      expect(region.textContent).to.equal('');
      const messages: string[] = [];
      const observer = new MutationObserver(() => messages.push(region.textContent!));
      observer.observe(region, { childList: true, characterData: true, subtree: true });
      await press(buttonOf(element, 't1'));
      await press(buttonOf(element, 't1'));
      observer.disconnect();
      expect(messages).to.deep.equal(['Teapot removed.', 'Teapot is back.']);
      expect(inside(element, '[role=status]') === region).to.equal(true);
      expect(element.shadowRoot!.querySelectorAll('[role=status], [aria-live]')).to.have.length(1);
    });

    it('the focus is on Undo after a removal, on the remove button after Undo', async () => {
      wish(teapot, cup);
      const element = await mountList();
      buttonOf(element, 't1').focus();
      await sendKeys({ press: 'Enter' });
      await nextTask();
      expect(focused(element) === buttonOf(element, 't1')).to.equal(true);
      expect(focused(element)!.className).to.equal('undo');
      await sendKeys({ press: 'Space' });
      await nextTask();
      expect(focused(element)!.className).to.equal('remove');
      expect(focused(element) === buttonOf(element, 't1')).to.equal(true);
    });

    it('the focus stays where the shopper has gone while the shop was asked', async () => {
      const { promise, resolve } = deferred();
      on<RequestEvent>(document, ASK, (event) => event.respondWith(promise));
      wish(teapot);
      await mount('<input aria-label="Search"><cue-wishlist></cue-wishlist>');
      const element = stage.querySelector('cue-wishlist')!;
      buttonOf(element, 't1').focus();
      await press(buttonOf(element, 't1'));
      const input = stage.querySelector('input')!;
      input.focus();
      resolve();
      await nextTask();
      expect(buttonOf(element, 't1').className).to.equal('undo');
      expect(document.activeElement === input).to.equal(true);
    });

    it('a double click takes off and does not put back', async () => {
      wish(teapot);
      const element = await mountList();
      for (const detail of [1, 2]) {
        buttonOf(element, 't1').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail }));
        await nextTask();
      }
      expect(wished()).to.deep.equal([]);
    });

    it('a held Enter key neither takes off and puts back nor opens and closes', async () => {
      wish(teapot);
      const repeated = (button: HTMLElement): boolean =>
        !button.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true }),
        );
      const element = await mountOpen('drawer');
      expect([badgeOf(element), inside(element, '.close'), buttonOf(element, 't1')].map(repeated)).to.deep.equal([
        true,
        true,
        true,
      ]);
    });

    it('a held Enter key really opens it once', async function () {
      if (engine !== 'chromium') this.skip();
      for (const mode of ['drawer', 'popover'] as const) {
        const element = await mountList(mode);
        const toggles = hear(element, 'toggle');
        badgeOf(element).focus();
        for (let times = 0; times < 4; times++) {
          await holdKeys({ down: 'Enter' });
          await nextTask();
        }
        await holdKeys({ up: 'Enter' });
        await until('it is open', () => isShown(element));
        expect(toggles, mode).to.have.length(1);
        element.remove();
      }
    });

    for (const mode of ['drawer', 'popover'] as const) {
      it(`${mode}: opens with the focus inside, closes with Escape, and the focus returns to the badge`, async () => {
        wish(teapot, cup);
        const element = await mountOpen(mode);
        expect(focused(element) === inside(element, '.close')).to.equal(true);
        await sendKeys({ press: 'Escape' });
        await until('it is closed', () => !element.open);
        await nextTask();
        expect(isShown(element)).to.equal(false);
        expect(focused(element) === badgeOf(element)).to.equal(true);
      });

      it(`${mode}: the focus returns to the badge even when something was taken off`, async () => {
        wish(teapot);
        const element = await mountOpen(mode);
        buttonOf(element, 't1').focus();
        await sendKeys({ press: 'Enter' });
        await nextTask();
        expect(focused(element)!.className).to.equal('undo');
        await sendKeys({ press: 'Escape' });
        await until('it is closed', () => !element.open);
        await nextTask();
        expect(focused(element) === badgeOf(element)).to.equal(true);
      });

      it(`${mode}: closes with its close button and with the badge’s second press`, async () => {
        const element = await mountOpen(mode);
        await press(inside(element, '.close'));
        expect(isShown(element)).to.equal(false);
        await until('the focus returns', () => focused(element) === badgeOf(element));
        if (mode === 'drawer') return;
        await open(element);
        await press(badgeOf(element));
        await nextTask();
        expect([element.open, isShown(element)]).to.deep.equal([false, false]);
        expect(badgeOf(element).getAttribute('aria-expanded')).to.equal('false');
      });
    }

    it('code that opens a popover does not take the focus', async () => {
      await mount('<input aria-label="Search"><cue-wishlist mode="popover"></cue-wishlist>');
      const element = stage.querySelector('cue-wishlist')!;
      const input = stage.querySelector('input')!;
      input.focus();
      element.open = true;
      await until('it is open', () => isShown(element));
      expect(document.activeElement === input).to.equal(true);
    });

    it('the drawer keeps the focus', async () => {
      wish(teapot, cup);
      await mount('<button>before</button><cue-wishlist mode="drawer"></cue-wishlist><button>after</button>');
      const element = stage.querySelector('cue-wishlist')!;
      await open(element);
      const visited: string[] = [];
      // From the close button to the last row and back: beyond them lie the browser's own controls.
      for (const key of ['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
        await sendKeys({ press: key });
        visited.push(focused(element)?.className || (focused(element)?.localName ?? 'outside'));
      }
      expect(visited).to.deep.equal(['remove', 'a', 'remove', 'a', 'remove', 'close']);
      for (const outside of stage.querySelectorAll<HTMLElement>(':scope > button')) {
        outside.focus();
        expect(focused(element)?.className, 'what lies under the drawer takes no focus').to.equal('close');
      }
    });

    it('a press on the backdrop closes the drawer, one below the list does not', async () => {
      wish(teapot);
      const element = await mountOpen('drawer');
      await stillness();
      const dialog = panelOf(element);
      const { left, bottom } = dialog.getBoundingClientRect();
      const pressAt = async (clientX: number, clientY: number): Promise<void> => {
        dialog.dispatchEvent(new MouseEvent('click', { clientX, clientY, bubbles: true, composed: true, detail: 1 }));
        await nextTask();
      };
      await pressAt(left + 50, bottom - 10);
      expect(element.open).to.equal(true);
      await pressAt(left - 10, 100);
      expect(element.open).to.equal(false);
    });

    it('has room for a finger', async () => {
      wish(teapot);
      const element = await mountOpen('drawer');
      await stillness();
      stage.style.setProperty('--cue-badge-size', '4px');
      await press(buttonOf(element, 't1'));
      for (const button of element.shadowRoot!.querySelectorAll('button')) {
        const { width, height } = button.getBoundingClientRect();
        expect(Math.min(width, height), button.className).to.be.at.least(24);
      }
    });
  });

  describe('on any page', () => {
    it('slides in from the end of the line', async () => {
      for (const dir of ['ltr', 'rtl']) {
        stage.dir = dir;
        const element = await mountOpen('drawer');
        const style = getComputedStyle(panelOf(element));
        expect([style.animationName, style.getPropertyValue('--from')], dir).to.deep.equal([
          'slide',
          dir === 'rtl' ? '-100%' : '',
        ]);
        await stillness();
        const { left, right } = panelOf(element).getBoundingClientRect();
        const { clientWidth } = document.documentElement;
        if (dir === 'rtl') expect(left, dir).to.equal(0);
        else expect(right, dir).to.be.closeTo(clientWidth, 20);
        element.remove();
      }
    });

    it('puts the popover inside the window, wherever the badge stands', async () => {
      wish(teapot, cup);
      for (const place of ['inset: 0 auto auto 0', 'inset: 0 0 auto auto', 'inset: auto 0 0 auto']) {
        stage.style.cssText = `position: fixed; ${place}`;
        const element = await mountOpen('popover');
        const { left, top, right, bottom } = panelOf(element).getBoundingClientRect();
        expect(Math.min(left, top), place).to.be.at.least(0);
        expect(right, place).to.be.at.most(innerWidth);
        expect(bottom, place).to.be.at.most(innerHeight);
        element.remove();
      }
    });

    it('leaves a strip of the page in view on a phone', async function () {
      if (!(await setViewport({ width: 360, height: 700 }))) this.skip();
      wish(teapot);
      const element = await mountOpen('drawer');
      await stillness();
      expect(panelOf(element).getBoundingClientRect().left).to.equal(48);
      expect(panelOf(element).scrollWidth).to.be.at.most(312);
    });

    it('does not move when reduced motion is wished for', async function () {
      if (!(await emulateMedia({ reducedMotion: 'reduce' }))) this.skip();
      wish(teapot);
      const element = await mountOpen('drawer');
      expect([...document.getAnimations(), ...element.shadowRoot!.getAnimations()]).to.deep.equal([]);
      await emulateMedia({ reducedMotion: 'no-preference' });
    });

    it('neither clips nor scrolls sideways in 320 px at twice the text size', async () => {
      stage.style.cssText = 'inline-size: 320px; --cue-font-size: 32px';
      wish(
        { ...teapot, name: 'Hand-thrown stoneware teapot with a bamboo handle' },
        {
          ...cup,
          name: 'Donaudampfschifffahrtsgesellschaftskapitänskajütentasse',
          price: 1234567.5,
          listPrice: 2345678,
        },
        { id: 't3', name: 'x'.repeat(120) },
      );
      const element = await mountList();
      await press(buttonOf(element, 't3'));
      const parts = [
        ...element.shadowRoot!.querySelectorAll<HTMLElement>('section, ul, li, .text, .text > *, .removed'),
      ];
      for (const part of parts) {
        expect(part.getBoundingClientRect().right, part.className || part.localName).to.be.at.most(
          stage.getBoundingClientRect().right + 1,
        );
        expect(part.scrollWidth, part.className || part.localName).to.be.at.most(Math.max(320, part.clientWidth + 1));
      }
      expect(stage.scrollWidth).to.be.at.most(320);
      await expectAccessible('200 %');
    });

    it('takes the room that cuekit.css has kept for its badge', async () => {
      const markup =
        '<p>a<cue-wishlist mode="drawer"></cue-wishlist>b</p><p>a<cue-wishlist mode="popover" style="--cue-badge-size: 30px"></cue-wishlist></p>';
      const size = (element: Element): number[] => {
        const { width, height } = element.getBoundingClientRect();
        return [width, height, element.parentElement!.offsetHeight];
      };
      const frame = document.createElement('iframe');
      frame.srcdoc = `<!doctype html><link rel="stylesheet" href="/src/cuekit.css">${markup}`;
      stage.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      const before = [...frame.contentDocument!.querySelectorAll('cue-wishlist')].map(size);
      await mount(markup);
      expect([...stage.querySelectorAll('cue-wishlist')].map(size)).to.deep.equal(before);
      expect(before[0]!.slice(0, 2)).to.deep.equal([44, 44]);
    });

    it('keeps its shape among hostile rules, and is hidden with what it stands in', async () => {
      wish(teapot);
      const height = async (): Promise<number> => (await mountList()).getBoundingClientRect().height;
      const before = await height();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        html { font-size: 10px }
        * { box-sizing: content-box; margin: 0; padding: 0; line-height: 3 }
        button, ul, li, h2, p { all: unset; display: none }
        #stage { font-size: 0; letter-spacing: 5px; text-transform: uppercase }`);
      document.adoptedStyleSheets.push(sheet);
      try {
        expect(await height()).to.equal(before);
        const badge = await mountList('drawer');
        expect(badge.getBoundingClientRect().height).to.equal(44);
      } finally {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
      }
      stage.style.visibility = 'hidden';
      expect(getComputedStyle(buttonOf(await mountList(), 't1')).visibility).to.equal('hidden');
    });

    it('shows the page’s own heading, text and icon', async () => {
      const element = await mount<CueWishlist>(`<cue-wishlist mode="drawer">
        <h3 slot="heading">My things</h3><p slot="empty">Nothing, alas.</p><svg slot="icon"></svg></cue-wishlist>`);
      await open(element);
      const slots = [...element.shadowRoot!.querySelectorAll('slot')];
      expect(slots.map((slot) => slot.assignedElements()[0]?.localName)).to.have.members(['svg', 'h3', 'p']);
      if (engine === 'chromium') expect(await ariaSnapshot('cue-wishlist')).to.contain('dialog "My things"');
    });
  });

  describe('given nonsense', () => {
    it('mode="sideways": is shown inline and says so once', async () => {
      const said = warnings();
      const element = await mount<CueWishlist>('<cue-wishlist mode="sideways"></cue-wishlist>'.repeat(2));
      expect(getComputedStyle(element).display).to.equal('block');
      expect(inside(element, 'section').className).to.equal('root');
      expect(said).to.have.length(1);
      expect(said[0]).to.contain('sideways');
    });

    it('an address that would run, a currency that is none, a list price below the price', async () => {
      mergeWishlist([
        {
          product: {
            id: 'n1',
            url: 'javascript:__xss=1',
            image: 'data:text/html,x',
            price: 3,
            listPrice: 2,
            currency: 'EURO',
          },
          wished: true,
          changedAt: Date.now(),
        },
      ]);
      const element = await mountList();
      expect(element.shadowRoot!.querySelectorAll('a, img, s')).to.have.length(0);
      expect(rowOf(element, 'n1').textContent!.replace(/\s+/g, ' ').trim()).to.equal('n1 3 EURO');
    });

    it('executes nothing, whatever is wished for', async () => {
      warnings();
      for (const payload of xssPayloads) {
        const text = { id: payload, name: payload, variant: payload, brand: payload, currency: payload, price: 1 };
        // Past the store’s own check: another copy of the kit may have been less careful.
        addWish({ ...text, url: payload, image: payload });
      }
      const element = await mountList();
      expect(rows(element)).to.have.length(xssPayloads.length);
      const known = 'section, div, slot, h2, p, ul, li, span, a, img, button, svg, path';
      expect(element.shadowRoot!.querySelectorAll(`:not(${known})`)).to.have.length(0);
      for (const link of element.shadowRoot!.querySelectorAll('a')) {
        expect(link.protocol).to.be.oneOf(['https:', 'http:']);
        link.addEventListener('click', (event) => event.preventDefault());
        link.click();
      }
      for (const button of element.shadowRoot!.querySelectorAll('button')) button.click();
      await nextTask();
      expect((window as { __xss?: unknown }).__xss).to.equal(undefined);
    });

    it('a picture that is not there leaves its place', async () => {
      wish({ ...cup, image: PICTURE });
      const element = await mountList();
      const img = inside<HTMLImageElement>(element, 'img');
      expect(img.src).to.equal(PICTURE);
      expect(img.alt).to.equal('');
      expect(inside(element, '.picture').getBoundingClientRect().width).to.equal(72);
    });
  });
});
