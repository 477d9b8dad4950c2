import { sendKeys as holdKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../../src/define/product.js';
import '../../../src/define/wishlist-button.js';
import { CueWishlistButton } from '../../../src/elements/wishlist-button/wishlist-button.js';
import type { FactEvent } from '../../../src/events/fact-event.js';
import type { RequestEvent } from '../../../src/events/request-event.js';
import { $wish, $wishlist, addWish, removeWish } from '../../../src/store/wishlist.js';
import { ariaSnapshot, emulateMedia, engine, sendKeys } from '../../commands.js';
import { countListeners } from '../count-listeners.js';
import { expectAccessible, expectAccessibleInAllColours } from '../expect-accessible.js';
import { deferred, hear, inside, mount, nextTask, on, rendered, stage, until, warnings } from '../mount.js';
import { xssPayloads } from '../xss-payloads.js';

const TEAPOT = 'product-id="t1" name="Teapot" price="24.90" currency="EUR"';
const teapot = { id: 't1', name: 'Teapot', price: 24.9, currency: 'EUR' };
const ASK = 'cue-request-add-to-wishlist';

type Fact = FactEvent<'cue-add-to-wishlist' | 'cue-remove-from-wishlist'>;

const mountButton = (markup = `<cue-wishlist-button ${TEAPOT}></cue-wishlist-button>`): Promise<CueWishlistButton> =>
  mount<CueWishlistButton>(markup);
const buttonOf = (element: Element): HTMLButtonElement => inside<HTMLButtonElement>(element, 'button');
const hearFacts = (target: EventTarget = document): Fact[] =>
  hear<Fact>(target, 'cue-add-to-wishlist', 'cue-remove-from-wishlist');
const wished = (): string[] => $wishlist.get().map(({ product }) => product.id);

async function press(element: Element): Promise<void> {
  buttonOf(element).click();
  await nextTask();
}

/** Counts how often buttons render while `run` runs. */
async function countUpdates(run: () => Promise<void>): Promise<number> {
  const prototype = CueWishlistButton.prototype as unknown as { updated: () => void };
  const { updated } = prototype;
  let count = 0;
  prototype.updated = function () {
    count++;
    updated.call(this);
  };
  await run();
  prototype.updated = updated;
  return count;
}

describe('<cue-wishlist-button>', () => {
  describe('is accessible', function () {
    // axe looks at each state three times; on a busy machine that takes a while.
    this.timeout(60_000);

    it('while nobody has pressed it', async () => {
      await mountButton();
      await expectAccessibleInAllColours('idle');
    });

    it('pressed', async () => {
      await press(await mountButton());
      await expectAccessibleInAllColours('pressed');
    });

    it('while the shop is asked', async () => {
      const { promise, resolve } = deferred();
      on<RequestEvent>(document, ASK, (event) => event.respondWith(promise));
      await press(await mountButton(`<cue-wishlist-button ${TEAPOT} label="Save"></cue-wishlist-button>`));
      await expectAccessibleInAllColours('pending');
      resolve();
    });

    it('without a product', async () => {
      await mountButton('<cue-wishlist-button label="Save"></cue-wishlist-button>');
      await until('it is disabled', () => buttonOf(stage.querySelector('cue-wishlist-button')!).disabled);
      await expectAccessibleInAllColours('disabled');
    });

    it('with a label, with a count, with both, with a text and an icon of the page, and small', async () => {
      await mountButton(`
        <cue-wishlist-button ${TEAPOT} label="Save"></cue-wishlist-button>
        <cue-wishlist-button ${TEAPOT} count="12"></cue-wishlist-button>
        <cue-wishlist-button ${TEAPOT} label="Save" count="12"></cue-wishlist-button>
        <cue-wishlist-button ${TEAPOT}><svg slot="icon"></svg>Keep it</cue-wishlist-button>
        <cue-wishlist-button ${TEAPOT} style="--cue-wishlist-button-size: 8px"></cue-wishlist-button>`);
      await expectAccessibleInAllColours('variants');
      await press(stage.querySelector('cue-wishlist-button')!);
      await expectAccessibleInAllColours('variants, pressed');
    });

    it('when the shop could not do it', async () => {
      warnings();
      on<RequestEvent>(document, ASK, (event) => event.respondWith(Promise.reject(new Error('out of order'))));
      const element = await mountButton();
      await press(element);
      await until('the failure is told', () => Boolean(element.shadowRoot!.querySelector('.failure')?.textContent));
      await expectAccessibleInAllColours('failed');
    });

    it('and says the same name in each state, so that “pressed” tells the state', async function () {
      const snapshots: (string | undefined)[] = [];
      const take = async (markup?: string): Promise<CueWishlistButton> => {
        const element = await mountButton(markup);
        snapshots.push(await ariaSnapshot('cue-wishlist-button'));
        return element;
      };
      const element = await take();
      await press(element);
      snapshots.push(await ariaSnapshot('cue-wishlist-button'));
      removeWish('t1');
      await take(`<cue-wishlist-button ${TEAPOT} label="Save"></cue-wishlist-button>`);
      await take(`<cue-wishlist-button ${TEAPOT} count="1200"></cue-wishlist-button>`);
      await take(`<cue-wishlist-button ${TEAPOT} label="Save" count="12"></cue-wishlist-button>`);
      await take(`<cue-wishlist-button ${TEAPOT}>Keep it</cue-wishlist-button>`);
      await take(`<cue-wishlist-button product-id="t2" price="5"></cue-wishlist-button>`);
      if (engine !== 'chromium') this.skip();
      expect(snapshots).to.deep.equal([
        '- button "Add Teapot to wishlist"',
        '- button "Add Teapot to wishlist" [pressed]',
        '- \'button "Save: Teapot"\': Save',
        '- \'button "Add Teapot to wishlist, wishes: 1,200"\': 1,200',
        '- \'button "Save 12: Teapot"\': Save 12',
        '- button "Keep it"',
        '- button "Add to wishlist"',
      ]);
    });

    it('is named by a text of the page, not by its icon', async () => {
      const element = await mountButton(
        `<cue-wishlist-button ${TEAPOT}><span slot="icon">♥</span> </cue-wishlist-button>`,
      );
      expect(buttonOf(element).getAttribute('aria-label')).to.equal('Add Teapot to wishlist');
      element.append('Keep it');
      await nextTask();
      expect(buttonOf(element).hasAttribute('aria-label')).to.equal(false);
    });
  });

  describe('comes and goes', () => {
    it('as markup that was there before its code', async () => {
      const inert = new DOMParser().parseFromString(
        `<cue-wishlist-button ${TEAPOT} label="Save"></cue-wishlist-button>`,
        'text/html',
      ).body.firstElementChild as CueWishlistButton;
      expect(Boolean(inert.shadowRoot), 'upgraded already').to.equal(false);
      stage.append(inert);
      await rendered();
      expect(buttonOf(inert).getAttribute('aria-label')).to.equal('Save: Teapot');
    });

    it('with a property that was set before its code came', async () => {
      const inert = new DOMParser().parseFromString(
        `<cue-wishlist-button ${TEAPOT}></cue-wishlist-button>`,
        'text/html',
      ).body.firstElementChild as CueWishlistButton;
      inert.label = 'Save';
      inert.count = 7;
      stage.append(inert);
      await rendered();
      expect(buttonOf(inert).textContent).to.contain('Save').and.to.contain('7');
    });

    it('made by script, with attributes before or after it enters the page', async () => {
      const before = document.createElement('cue-wishlist-button');
      const after = document.createElement('cue-wishlist-button');
      before.setAttribute('product-id', 't1');
      before.setAttribute('name', 'Teapot');
      before.setAttribute('price', '24.90');
      stage.append(before, after);
      after.setAttribute('product-id', 't2');
      after.setAttribute('name', 'Cup');
      after.setAttribute('price', '5');
      await rendered();
      expect(buttonOf(before).getAttribute('aria-label')).to.equal('Add Teapot to wishlist');
      expect(buttonOf(after).getAttribute('aria-label')).to.equal('Add Cup to wishlist');
    });

    it('moved into another <cue-product>, stands for that one', async () => {
      const element = await mountButton(`
        <cue-product product-id="t1" name="Teapot" price="24.90"><cue-wishlist-button></cue-wishlist-button></cue-product>
        <cue-product product-id="t2" name="Cup" price="5" id="other"></cue-product>`).then(() =>
        stage.querySelector('cue-wishlist-button')!,
      );
      await press(element);
      expect(element.pressed).to.equal(true);
      stage.querySelector('#other')!.append(element);
      await rendered();
      expect(element.pressed).to.equal(false);
      expect(buttonOf(element).getAttribute('aria-label')).to.equal('Add Cup to wishlist');
    });

    it('removed, it is deaf; reconnected, it knows what it has missed', async () => {
      const element = await mountButton();
      element.remove();
      addWish(teapot);
      await nextTask();
      expect($wish('t1').lc, 'listeners of the store').to.equal(0);
      stage.append(element);
      await rendered();
      expect(buttonOf(element).getAttribute('aria-pressed')).to.equal('true');
    });

    it('removed while the shop is asked: the wish is kept and told from the document', async () => {
      const { promise, resolve } = deferred();
      on<RequestEvent>(document, ASK, (event) => event.respondWith(promise));
      const element = await mountButton();
      await press(element);
      element.remove();
      const facts = hearFacts();
      resolve();
      await nextTask();
      expect(wished()).to.deep.equal(['t1']);
      expect(facts.map(({ detail, target }) => [detail.product.id, target === document])).to.deep.equal([['t1', true]]);
    });

    it('connected and disconnected twice in one task, it listens once', async () => {
      const element = await mountButton();
      element.remove();
      stage.append(element);
      element.remove();
      stage.append(element);
      await rendered();
      expect($wish('t1').lc).to.equal(1);
      const facts = hearFacts();
      await press(element);
      expect(facts).to.have.length(1);
      expect(buttonOf(element).getAttribute('aria-pressed')).to.equal('true');
    });

    it('ten times, it leaves no listener behind', async () => {
      await mount('<cue-product product-id="t1" name="Teapot"></cue-product>');
      const product = stage.querySelector('cue-product')!;
      const left = await countListeners(async () => {
        for (let round = 0; round < 10; round++) {
          const [sure, unsure] = [0, 1].map(() => document.createElement('cue-wishlist-button'));
          sure!.setAttribute('price', '24.90');
          product.append(sure!, unsure!);
          await nextTask();
          await press(sure!);
          product.replaceChildren();
        }
        await nextTask();
      });
      expect(left).to.deep.equal([]);
      expect($wish('t1').lc).to.equal(0);
    });
  });

  describe('and the store', () => {
    it('shows a wish that was made elsewhere, and its end', async () => {
      const element = await mountButton();
      const facts = hearFacts();
      addWish(teapot);
      await rendered();
      expect(buttonOf(element).getAttribute('aria-pressed')).to.equal('true');
      expect(element.pressed).to.equal(true);
      removeWish('t1');
      await rendered();
      expect(buttonOf(element).getAttribute('aria-pressed')).to.equal('false');
      expect(facts, 'nothing that code does is told').to.have.length(0);
    });

    it('shows the same state in two buttons of one product', async () => {
      await mountButton(`<cue-wishlist-button ${TEAPOT}></cue-wishlist-button>`.repeat(2));
      const [first, second] = stage.querySelectorAll('cue-wishlist-button');
      await press(first!);
      expect(second!.pressed).to.equal(true);
      await press(second!);
      expect(first!.pressed).to.equal(false);
    });

    it('follows its own attributes, as a morphing page changes them', async () => {
      addWish({ id: 't2', name: 'Cup' });
      const element = await mountButton();
      const updates = await countUpdates(async () => {
        element.setAttribute('product-id', 't2');
        element.setAttribute('name', 'Cup');
        element.setAttribute('price', '5');
        element.removeAttribute('currency');
        await rendered();
      });
      expect(buttonOf(element).getAttribute('aria-label')).to.equal('Add Cup to wishlist');
      expect(element.pressed).to.equal(true);
      expect(updates, 'renderings for four attributes').to.equal(1);
      expect([$wish('t1').lc, $wish('t2').lc]).to.deep.equal([0, 1]);
    });

    it('follows the <cue-product> around it, also from within a shadow tree', async () => {
      await mount(`<cue-product ${TEAPOT}><div></div></cue-product>`);
      const product = stage.querySelector('cue-product')!;
      const shadow = product.querySelector('div')!.attachShadow({ mode: 'open' });
      const element = document.createElement('cue-wishlist-button');
      shadow.append(element);
      await element.updateComplete;
      expect(buttonOf(element).getAttribute('aria-label')).to.equal('Add Teapot to wishlist');
      product.setAttribute('product-id', 't2');
      product.setAttribute('name', 'Cup');
      await nextTask();
      await element.updateComplete;
      expect(buttonOf(element).getAttribute('aria-label')).to.equal('Add Cup to wishlist');
    });

    it('acts for the product that its attributes name now, even before it has rendered', async () => {
      const element = await mountButton();
      const facts = hearFacts();
      element.setAttribute('product-id', 't2');
      element.setAttribute('name', 'Cup');
      buttonOf(element).click();
      await nextTask();
      expect(facts.map(({ detail }) => detail.product.id)).to.deep.equal(['t2']);
    });

    it('finds what the page says and follows it to the next product', async () => {
      const data = document.createElement('script');
      data.type = 'application/ld+json';
      const say = (sku: string, name: string): void => {
        data.textContent = JSON.stringify({
          '@context': 'https://schema.org',
          '@type': 'Product',
          sku,
          name,
          offers: { '@type': 'Offer', price: 5, priceCurrency: 'EUR' },
        });
      };
      say('p1', 'Plate');
      document.head.append(data);
      try {
        // The second finds the reader of pages loaded.
        const [first, second] = [0, 1].map(() => document.createElement('cue-wishlist-button'));
        const label = (element?: Element): string | null => buttonOf(element!).getAttribute('aria-label');
        stage.append(first!);
        await rendered();
        await until('the page is read', () => label(first) === 'Add Plate to wishlist');
        first!.remove();
        stage.append(second!);
        await rendered();
        expect(label(second)).to.equal('Add Plate to wishlist');
        say('p2', 'Bowl');
        await until('the page is read again', () => label(second) === 'Add Bowl to wishlist');
      } finally {
        data.remove();
      }
    });

    it('renders one of 1,000 when one is toggled', async () => {
      stage.innerHTML = Array.from(
        { length: 1000 },
        (_, index) =>
          `<cue-wishlist-button product-id="m${index}" name="Thing ${index}" price="5"></cue-wishlist-button>`,
      ).join('');
      await rendered();
      const element = stage.children[500]!;
      const updates = await countUpdates(async () => {
        buttonOf(element).click();
        await nextTask();
      });
      expect(updates).to.equal(1);
      expect(wished()).to.deep.equal(['m500']);
    });

    it('renders once or twice when it is pressed with an icon of the page, and shows the icon for its state', async () => {
      const element = await mountButton(
        `<cue-wishlist-button ${TEAPOT}><i slot="icon">o</i><i slot="icon-pressed">x</i></cue-wishlist-button>`,
      );
      const shown = (): string => inside<HTMLSlotElement>(element, 'slot').assignedElements()[0]!.textContent!;
      expect(shown()).to.equal('o');
      expect(await countUpdates(() => press(element))).to.be.at.most(2);
      expect(shown()).to.equal('x');
      expect(await countUpdates(() => press(element))).to.be.at.most(2);
      expect(shown()).to.equal('o');
    });

    it('renders once when it comes', async () => {
      expect(await countUpdates(async () => void (await mountButton()))).to.equal(1);
    });
  });

  describe('tells what the shopper did', () => {
    it('with the product and GA4’s items, once, across shadow roots, and after it is true', async () => {
      const host = document.createElement('div');
      stage.append(host);
      const element = document.createElement('cue-wishlist-button');
      for (const [name, value] of Object.entries({
        'product-id': 't1',
        name: 'Teapot',
        price: '24.90',
        currency: 'EUR',
      }))
        element.setAttribute(name, value);
      host.attachShadow({ mode: 'open' }).append(element);
      await element.updateComplete;
      const facts = hearFacts(window);
      const seen: string[][] = [];
      on(document, 'cue-add-to-wishlist', () => void seen.push(wished()));
      buttonOf(element).click();
      expect(facts, 'within the press').to.have.length(1);
      await nextTask();
      expect(facts).to.have.length(1);
      const [fact] = facts;
      expect(fact!.type).to.equal('cue-add-to-wishlist');
      expect([fact!.bubbles, fact!.composed, fact!.cancelable]).to.deep.equal([true, true, false]);
      expect(fact!.detail).to.deep.equal({
        product: teapot,
        items: [{ item_id: 't1', quantity: 1, item_name: 'Teapot', price: 24.9 }],
        value: 24.9,
        currency: 'EUR',
        cause: { from: 'element', element: 'cue-wishlist-button', action: 'click' },
      });
      expect(seen).to.deep.equal([['t1']]);
      await element.updateComplete;
      buttonOf(element).click();
      expect(facts.map(({ type }) => type)).to.deep.equal(['cue-add-to-wishlist', 'cue-remove-from-wishlist']);
    });

    it('and nothing when code sets a property or changes the product', async () => {
      const facts = hearFacts();
      const element = await mountButton();
      element.label = 'Save';
      element.count = 3;
      element.setAttribute('product-id', 't9');
      addWish({ id: 't9', name: 'Teapot' });
      await nextTask();
      expect(facts).to.have.length(0);
    });

    it('and nothing when the shop vetoes it', async () => {
      const facts = hearFacts();
      on<RequestEvent>(document, ASK, (event) => {
        expect(event.detail).to.deep.equal({ product: teapot });
        event.preventDefault();
      });
      const element = await mountButton();
      await press(element);
      expect(facts).to.have.length(0);
      expect(element.pressed).to.equal(false);
      expect(wished()).to.deep.equal([]);
    });

    it('when the shop has done it, and waits for that; a second press meanwhile counts for nothing', async () => {
      const { promise, resolve } = deferred();
      const requests = hear<RequestEvent>(document, ASK);
      on<RequestEvent>(document, ASK, (event) => event.respondWith(promise));
      const facts = hearFacts();
      const element = await mountButton();
      await press(element);
      const button = buttonOf(element);
      expect([button.getAttribute('aria-busy'), button.getAttribute('aria-disabled')]).to.deep.equal(['true', 'true']);
      expect(button.getAttribute('aria-pressed')).to.equal('false');
      expect(element.matches(':state(pending)')).to.equal(true);
      await press(element);
      await press(element);
      expect(requests).to.have.length(1);
      expect(facts).to.have.length(0);
      resolve();
      await nextTask();
      expect(facts).to.have.length(1);
      expect(button.getAttribute('aria-pressed')).to.equal('true');
      expect(button.hasAttribute('aria-busy')).to.equal(false);
      expect([element.matches(':state(pending)'), element.matches(':state(pressed)')]).to.deep.equal([false, true]);
    });

    it('or that it failed: in words beside the button, until the next press', async () => {
      const said = warnings();
      const errors = hear<CustomEvent>(window, 'cue-error');
      const unhandled = hear(window, 'unhandledrejection', 'error');
      let fails = true;
      on<RequestEvent>(document, ASK, (event) => {
        if (fails) event.respondWith(Promise.reject(new Error('503')));
      });
      const facts = hearFacts();
      const element = await mountButton();
      await press(element);
      await until('the failure is told', () => Boolean(element.shadowRoot!.querySelector('.failure')?.textContent));
      const tip = inside(element, '.failure');
      expect(tip.textContent).to.equal('That did not work. Please try again.');
      expect(tip.getAttribute('role')).to.equal('status');
      expect(tip.matches(':popover-open')).to.equal(true);
      expect(element.pressed).to.equal(false);
      expect(buttonOf(element).hasAttribute('aria-busy')).to.equal(false);
      expect(facts).to.have.length(0);
      expect(errors.map(({ detail }) => (detail as { error: Error }).error.message)).to.deep.equal(['503']);
      expect(said).to.have.length(1);
      fails = false;
      await press(element);
      expect(element.shadowRoot!.querySelectorAll('.failure')).to.have.length(0);
      expect(facts).to.have.length(1);
      expect(unhandled).to.have.length(0);
    });

    it('and is not disturbed by a listener of the shop that throws', async () => {
      // A function of a frame throws into that frame: the test runner listens to this window.
      const frame = document.createElement('iframe');
      stage.append(frame);
      const shop = frame.contentWindow as Window & typeof globalThis;
      const thrown: string[] = [];
      shop.onerror = (message) => Boolean(thrown.push(String(message)));
      const fails = new shop.Function('throw new Error("the shop’s own")') as () => void;
      const element = document.createElement('cue-wishlist-button');
      element.setAttribute('product-id', 't1');
      stage.append(element);
      await rendered();
      for (const type of [ASK, 'cue-add-to-wishlist']) on(element, type, fails);
      const facts = hearFacts();
      await press(element);
      expect(thrown).to.have.length(2);
      expect(facts).to.have.length(1);
      expect(element.pressed).to.equal(true);
      await press(element);
      expect(element.pressed).to.equal(false);
    });

    it('once for a press while the product is still being looked for', async () => {
      const facts = hearFacts();
      const element = await mountButton();
      element.setAttribute('product-id', 't2');
      buttonOf(element).click();
      buttonOf(element).click();
      await until('the product is found', () => facts.length > 0);
      await nextTask();
      expect(facts.map(({ type }) => type)).to.deep.equal(['cue-add-to-wishlist']);
    });
  });

  describe('by keyboard and pointer', () => {
    it('takes a double click for one press', async () => {
      const facts = hearFacts();
      const element = await mountButton();
      for (const detail of [1, 2]) {
        buttonOf(element).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail }));
        await nextTask();
      }
      expect(facts.map(({ type }) => type)).to.deep.equal(['cue-add-to-wishlist']);
    });

    it('is reached with Tab, shows that it has the focus, and is pressed with Enter and Space', async () => {
      await mount(`<button id="before">before</button><cue-wishlist-button ${TEAPOT}></cue-wishlist-button>`);
      const element = stage.querySelector('cue-wishlist-button')!;
      const facts = hearFacts();
      stage.querySelector<HTMLElement>('#before')!.focus();
      await sendKeys({ press: 'Tab' });
      expect(document.activeElement === element).to.equal(true);
      const style = getComputedStyle(buttonOf(element));
      expect(buttonOf(element).matches(':focus-visible')).to.equal(true);
      expect([style.outlineStyle, style.outlineWidth]).to.deep.equal(['solid', '2px']);
      await sendKeys({ press: 'Enter' });
      await nextTask();
      expect(element.pressed).to.equal(true);
      await sendKeys({ press: 'Space' });
      await nextTask();
      expect(element.pressed).to.equal(false);
      expect(facts).to.have.length(2);
      expect(document.activeElement === element, 'the focus stays').to.equal(true);
    });

    it('takes a held Enter key for one press', async () => {
      const element = await mountButton();
      const repeat = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true });
      buttonOf(element).dispatchEvent(repeat);
      expect(repeat.defaultPrevented).to.equal(true);
      const first = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
      buttonOf(element).dispatchEvent(first);
      expect(first.defaultPrevented).to.equal(false);
    });

    it('really takes a held Enter key for one press', async function () {
      if (engine !== 'chromium') this.skip();
      const element = await mountButton();
      const facts = hearFacts();
      element.focus();
      for (let times = 0; times < 3; times++) await holdKeys({ down: 'Enter' });
      await holdKeys({ up: 'Enter' });
      await nextTask();
      expect(facts.map(({ type }) => type)).to.deep.equal(['cue-add-to-wishlist']);
    });

    it('gets the focus through its label, its host or focus()', async () => {
      const element = await mountButton();
      element.focus();
      expect(element.shadowRoot!.activeElement === buttonOf(element)).to.equal(true);
    });

    it('has room for a finger, however small it is made', async () => {
      for (const size of ['24px', '8px', '0px']) {
        const element = await mountButton(
          `<cue-wishlist-button ${TEAPOT} style="--cue-wishlist-button-size: ${size}"></cue-wishlist-button>`,
        );
        const { width, height } = buttonOf(element).getBoundingClientRect();
        expect([width, height], size).to.deep.equal([24, 24]);
      }
    });
  });

  describe('on any page', () => {
    it('does not move when reduced motion is wished for', async function () {
      if (!(await emulateMedia({ reducedMotion: 'reduce' }))) this.skip();
      const element = await mountButton();
      await press(element);
      expect([...document.getAnimations(), ...element.shadowRoot!.getAnimations()]).to.deep.equal([]);
      await emulateMedia({ reducedMotion: 'no-preference' });
    });

    it('takes the room that cuekit.css has kept for it', async () => {
      const variants = [
        `<cue-wishlist-button ${TEAPOT}></cue-wishlist-button>`,
        `<cue-wishlist-button ${TEAPOT} label="Add to wishlist"></cue-wishlist-button>`,
        `<cue-wishlist-button ${TEAPOT} count="12"></cue-wishlist-button>`,
        `<cue-wishlist-button ${TEAPOT} label="Save" count="12"></cue-wishlist-button>`,
        `<cue-wishlist-button ${TEAPOT} style="--cue-wishlist-button-size: 24px"></cue-wishlist-button>`,
        `<cue-wishlist-button ${TEAPOT} style="--cue-wishlist-button-size: 24px" label="Save"></cue-wishlist-button>`,
        `<cue-wishlist-button ${TEAPOT}><svg slot="icon" width="90" height="90"></svg></cue-wishlist-button>`,
      ].map((markup) => `<p style="font: 20px/2 sans-serif; letter-spacing: 2px">a${markup}b</p>`);
      const size = (element: Element): number[] => {
        const { width, height } = element.getBoundingClientRect();
        return [width, height, element.parentElement!.offsetHeight].map(Math.round);
      };
      const frame = document.createElement('iframe');
      frame.width = '600';
      frame.srcdoc = `<!doctype html><link rel="stylesheet" href="/src/cuekit.css">${variants.join('')}`;
      stage.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      const before = [...frame.contentDocument!.querySelectorAll('cue-wishlist-button')].map(size);
      await mountButton(variants.join(''));
      const after = [...stage.querySelectorAll('cue-wishlist-button')].map(size);
      expect(after).to.deep.equal(before);
      expect(after[0]!.slice(0, 2)).to.deep.equal([44, 44]);
    });

    it('keeps its size and its text among hostile rules', async () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        html { font-size: 10px }
        * { box-sizing: content-box; margin: 0; padding: 0; line-height: 3; transition: all 1s }
        button { all: unset; display: none }
        svg { display: none }
        #stage { font-size: 0; letter-spacing: 5px; text-transform: uppercase; word-spacing: 9px; text-indent: 50px; font-style: italic }`);
      document.adoptedStyleSheets.push(sheet);
      const element = await mountButton();
      const labelled = `<cue-wishlist-button ${TEAPOT} label="Save it"></cue-wishlist-button>`;
      try {
        expect(element.getBoundingClientRect().width).to.equal(44);
        expect(element.getBoundingClientRect().height).to.equal(44);
        const wide = await mountButton(labelled);
        const hostile = wide.getBoundingClientRect().width;
        const { fontSize, letterSpacing, textTransform, fontStyle } = getComputedStyle(buttonOf(wide));
        expect([fontSize, letterSpacing, textTransform, fontStyle]).to.deep.equal(['16px', 'normal', 'none', 'normal']);
        document.adoptedStyleSheets.pop();
        expect((await mountButton(labelled)).getBoundingClientRect().width).to.equal(hostile);
      } finally {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
      }
    });

    it('is hidden with what it stands in, and lets presses through where that does', async () => {
      const element = await mountButton();
      stage.style.visibility = 'hidden';
      expect(getComputedStyle(buttonOf(element)).visibility).to.equal('hidden');
      element.focus();
      expect(document.activeElement === element).to.equal(false);
      stage.style.visibility = '';
      stage.style.pointerEvents = 'none';
      expect(getComputedStyle(buttonOf(element)).pointerEvents).to.equal('none');
      element.hidden = true;
      expect(element.getBoundingClientRect().width).to.equal(0);
    });

    it('wraps a long label in 320 px at twice the text size', async () => {
      stage.style.cssText = 'inline-size: 320px; --cue-font-size: 32px';
      const element = await mountButton(
        `<cue-wishlist-button ${TEAPOT} label="Add this to my list of wishes" count="12345"></cue-wishlist-button>`,
      );
      const { width } = element.getBoundingClientRect();
      expect(width).to.be.at.most(320);
      expect(buttonOf(element).scrollWidth).to.be.at.most(Math.ceil(width));
      expect(buttonOf(element).scrollHeight).to.be.at.most(Math.ceil(element.getBoundingClientRect().height));
      await expectAccessible('200 %');
    });
  });

  describe('given nonsense', () => {
    it('count="many": shows no count and says so once', async () => {
      const said = warnings();
      const element = await mountButton(`<cue-wishlist-button ${TEAPOT} count="many"></cue-wishlist-button>`.repeat(2));
      expect(element.shadowRoot!.querySelectorAll('[part=count]')).to.have.length(0);
      expect(element.getBoundingClientRect().width).to.equal(44);
      expect(said).to.have.length(1);
      expect(said[0]).to.contain('count');
      element.setAttribute('count', '5');
      await rendered();
      expect(inside(element, '[part=count]').textContent!.trim()).to.equal('5');
      element.removeAttribute('count');
      await rendered();
      expect(element.shadowRoot!.querySelectorAll('[part=count]')).to.have.length(0);
      expect(said).to.have.length(1);
    });

    it('no product: it is disabled and says so once', async () => {
      const said = warnings();
      const element = await mountButton('<cue-wishlist-button></cue-wishlist-button>'.repeat(2));
      await until('it is disabled', () => buttonOf(element).disabled);
      await nextTask();
      expect(said).to.have.length(1);
      expect(said[0]).to.contain('<cue-wishlist-button> found no product');
      element.setAttribute('product-id', 't1');
      await rendered();
      expect(buttonOf(element).disabled).to.equal(false);
    });

    it('price="abc", currency="EURO": the wish is kept without what cannot be read', async () => {
      const facts = hearFacts();
      const element = await mountButton(
        '<cue-wishlist-button product-id="n1" name="Odd" price="abc" currency="EURO"></cue-wishlist-button>',
      );
      await press(element);
      await until('it is told', () => facts.length === 1);
      const { product, value } = facts[0]!.detail;
      expect(product.price).to.equal(undefined);
      expect(value).to.equal(undefined);
      expect(element.pressed).to.equal(true);
    });

    it('executes nothing, whatever stands in its attributes', async () => {
      warnings();
      const page = window as { __xss?: unknown };
      const attributes = [...CueWishlistButton.observedAttributes, 'url', 'image'];
      for (const payload of xssPayloads) {
        const element = document.createElement('cue-wishlist-button');
        for (const attribute of attributes) element.setAttribute(attribute, payload);
        stage.append(element);
        await rendered();
        buttonOf(element).click();
        await nextTask();
        expect(element.shadowRoot!.querySelectorAll('button, slot, svg, path, span'), payload).to.have.length(
          element.shadowRoot!.querySelectorAll('*').length,
        );
        for (const { product } of $wishlist.get()) {
          expect(product.url ?? 'https:', payload).to.match(/^https?:/);
          expect(product.image ?? 'https:', payload).to.match(/^https?:/);
        }
        element.remove();
      }
      expect(page.__xss).to.equal(undefined);
    });
  });
});
