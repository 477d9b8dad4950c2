import { expect } from 'chai';
import { useCart } from '../../../src/cart/use-cart.js';
import '../../../src/define/related.js';
import { CueRelated } from '../../../src/elements/related/related.js';
import type { FactEvent } from '../../../src/events/fact-event.js';
import type { Product } from '../../../src/events/product.js';
import { setCart } from '../../../src/store/cart.js';
import { $viewed, rememberViewed } from '../../../src/store/viewed.js';
import { addWish } from '../../../src/store/wishlist.js';
import { ariaSnapshot, emulateMedia, engine, sendKeys, setViewport } from '../../commands.js';
import { forgetPage } from '../../forget-page.js';
import { listOf, manifestOf } from '../../recommend/make-models.js';
import { countListeners } from '../count-listeners.js';
import { expectAccessible, expectAccessibleInAllColours } from '../expect-accessible.js';
import { deferred, hear, inside, mount, nextTask, on, rendered, stage, until, warnings } from '../mount.js';
import { xssPayloads } from '../xss-payloads.js';

type Fact = FactEvent<'cue-view-item-list' | 'cue-select-item'>;

const PICTURE = new URL('/nothing.png', location.href).href;
const product = (id: string, more: Partial<Product> = {}): Product => ({
  id,
  name: `Product ${id}`,
  url: `#${id}`,
  price: 20,
  currency: 'EUR',
  ...more,
});
const shop = [
  product('pot'),
  product('lid', { listPrice: 30 }),
  product('cup', { image: PICTURE }),
  product('tray', { name: 'A tray of oak with a name that is so long that it does not fit into one line of a card' }),
  product('tea'),
];
const lists = { pot: listOf('lid', 'cup', 'tray'), tea: listOf('cup'), lid: listOf('tea') };

const addresses: string[] = [];

/** The address of a manifest with everything in it. */
function trained(
  products: readonly Product[] = shop,
  related = lists,
  trending = ['pot', 'lid', 'cup', 'tea'],
): string {
  const details = Object.fromEntries(products.map(({ id, ...rest }) => [id, rest]));
  const manifest = manifestOf({
    tables: { related: { lists: related }, products: { lists: details } },
    trending: listOf(...trending),
  });
  const address = URL.createObjectURL(new Blob([JSON.stringify(manifest)], { type: 'application/json' }));
  addresses.push(address);
  return address;
}

// What was looked at in one test would be part of the next one's visit.
beforeEach(() => forgetPage());

afterEach(() => {
  for (const address of addresses.splice(0)) URL.revokeObjectURL(address);
});

const shownIn = (element: Element): string[] =>
  [...element.shadowRoot!.querySelectorAll<HTMLElement>('li[data-id]')].map(({ dataset }) => dataset.id!);

async function settled(element: CueRelated): Promise<CueRelated> {
  await until('it knows what to show', () => element.suggestions !== undefined);
  await rendered();
  return element;
}

async function mountRelated(attributes = '', models = trained()): Promise<CueRelated> {
  return settled(
    await mount<CueRelated>(
      `<cue-related models="${models}" product-id="pot" name="Pot" price="3" ${attributes}></cue-related>`,
    ),
  );
}

/** A box that is still waiting for the shop's answer. */
async function mountWaiting(attributes = '') {
  const answer = deferred<(Product | string)[]>();
  const element = document.createElement('cue-related');
  element.source = () => answer.promise;
  stage.innerHTML = `<div ${attributes}></div>`;
  stage.firstElementChild!.append(element);
  element.setAttribute('product-id', 'pot');
  await rendered();
  return { element, answer };
}

describe('<cue-related>', () => {
  describe('is accessible', function () {
    this.timeout(60_000);

    for (const layout of ['row', 'grid']) {
      it(`as a ${layout}`, async () => {
        await mountRelated(`layout="${layout}"`);
        await expectAccessibleInAllColours(layout);
      });
    }

    it('while it waits', async () => {
      const { answer } = await mountWaiting();
      await expectAccessible('waiting');
      answer.resolve([]);
    });

    it('and reads well', async function () {
      if (engine !== 'chromium') this.skip();
      await mountRelated('count="2"');
      expect((await ariaSnapshot('cue-related'))!.replace(/\S+#/g, '#')).to.equal(`- region "You may also like":
  - heading "You may also like" [level=2]
  - list:
    - listitem:
      - link "Product lid":
        - /url: #lid
      - text: "€20.00 Before: €30.00"
    - listitem:
      - link "Product cup":
        - /url: #cup
      - text: €20.00`);
    });

    it('and says nothing of cards that are not there yet', async function () {
      if (engine !== 'chromium') this.skip();
      const { answer } = await mountWaiting();
      expect(await ariaSnapshot('cue-related')).not.to.include('list');
      answer.resolve([]);
    });
  });

  describe('suggests', () => {
    it('what goes with the product of the page, and fills up with what is looked at most', async () => {
      expect(shownIn(await mountRelated())).to.deep.equal(['lid', 'cup', 'tray', 'tea']);
      expect(shownIn(await mountRelated('count="2"'))).to.deep.equal(['lid', 'cup']);
      expect(shownIn(await mountRelated('strategies="trending"'))).to.deep.equal(['lid', 'cup', 'tea']);
    });

    it('by what was looked at in this visit, and notes what is looked at now', async () => {
      const past = Date.now();
      rememberViewed(product('tea'), past - 60_000);
      await mountRelated();
      expect($viewed.get().map((viewed) => viewed.product.id)).to.include.members(['pot', 'tea']);
    });

    it('by the wishlist, where it is to', async () => {
      addWish(product('lid'), Date.now());
      const element = await settled(
        await mount<CueRelated>(`<cue-related models="${trained()}" by="wishlist" strategies="related"></cue-related>`),
      );
      expect(shownIn(element)).to.include('tea');
      expect(shownIn(element)).not.to.include('lid');
    });

    it('the shop’s own before all others', async () => {
      const element = document.createElement('cue-related');
      element.models = trained();
      element.source = ({ session }) => [product(`own-${session.join()}`)];
      element.setAttribute('product-id', 'pot');
      stage.append(element);
      await settled(element);
      expect(shownIn(element)[0]).to.match(/^own-/);
      expect(shownIn(element)).to.include('lid');
    });

    it('what the shop’s rules allow', async () => {
      const rules = JSON.stringify({ pin: ['tea'], exclude: [{ id: 'cup' }] }).replaceAll('"', '&quot;');
      expect(shownIn(await mountRelated(`rules="${rules}"`))).to.deep.equal(['tea', 'lid', 'tray']);
    });

    it('again, when the product changes', async () => {
      const element = await mountRelated('strategies="related"');
      expect(shownIn(element)).to.include('tray');
      element.setAttribute('product-id', 'lid');
      await until('it has others', () => shownIn(element).includes('tea'));
      expect(shownIn(element)).not.to.include('lid');
    });

    it('nothing at all where there is nothing, and takes no room', async () => {
      const element = await mountRelated('', trained([], {} as typeof lists, []));
      expect(element.shadowRoot!.querySelector('*:not(style)')).to.equal(null);
      expect(element.getBoundingClientRect().height).to.equal(0);
    });

    it('nothing, and leaves the page alone, where the files are not to be had', async () => {
      const heard = warnings();
      const element = await mountRelated('', `${location.origin}/no-such/manifest.json`);
      expect(shownIn(element)).to.deep.equal([]);
      expect(heard.join('\n')).to.include('no-such/manifest.json');
    });

    it('nothing where the address is none', async () => {
      const heard = warnings();
      expect(shownIn(await mountRelated('', 'http://['))).to.deep.equal([]);
      expect(heard.join('\n')).to.include('“models”');
    });

    it('and tells of attributes that are wrong', async () => {
      const heard = warnings();
      await mountRelated('layout="pile" by="magic" strategies="related luck" rules="{" count="-3"');
      await settled(await mount<CueRelated>('<cue-related product-id="x" name="X" price="1"></cue-related>'));
      for (const word of ['pile', 'magic', 'luck', '“rules”', '“models”']) expect(heard.join('\n')).to.include(word);
    });
  });

  describe('tells', () => {
    const hearFacts = () => hear<Fact>(document, 'cue-view-item-list', 'cue-select-item');

    it('once that it was seen, when it was', async () => {
      const facts = hearFacts();
      const element = await mountRelated('count="2" list-id="product-page"');
      await until('it is told', () => facts.length > 0);
      const [{ type, detail, bubbles, composed }] = facts as [Fact];
      expect([type, bubbles, composed]).to.deep.equal(['cue-view-item-list', true, true]);
      expect(detail).to.deep.equal({
        item_list_id: 'product-page',
        item_list_name: 'You may also like',
        cause: { from: 'element', element: 'cue-related' },
        items: [
          {
            item_id: 'lid',
            quantity: 1,
            item_name: 'Product lid',
            price: 20,
            discount: 10,
            item_list_id: 'product-page',
            item_list_name: 'You may also like',
            index: 0,
          },
          {
            item_id: 'cup',
            quantity: 1,
            item_name: 'Product cup',
            price: 20,
            item_list_id: 'product-page',
            item_list_name: 'You may also like',
            index: 1,
          },
        ],
      });
      element.requestUpdate();
      stage.append(element);
      await nextTask();
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(facts).to.have.length(1);
    });

    it('nothing of what is far below, and does not even ask for it', async () => {
      const facts = hearFacts();
      stage.innerHTML = `<div style="block-size: 5000px"></div><cue-related models="${trained()}" product-id="pot" name="Pot" price="3"></cue-related>`;
      await rendered();
      await new Promise((resolve) => setTimeout(resolve, 80));
      const element = stage.querySelector('cue-related')!;
      expect(element.suggestions).to.equal(undefined);
      element.scrollIntoView();
      await settled(element);
      await until('it is told', () => facts.length > 0);
      scrollTo(0, 0);
    });

    it('where the shopper goes, by mouse and by keyboard, once for a double click', async () => {
      on(stage, 'click', (event) => event.preventDefault());
      const element = await mountRelated();
      const facts = hear<Fact>(document, 'cue-select-item');
      const link = inside<HTMLAnchorElement>(element, '[data-id="cup"] a');
      link.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 1 }));
      link.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 2 }));
      expect(facts).to.have.length(1);
      expect(facts[0]!.detail.items).to.have.length(1);
      expect(facts[0]!.detail.items[0]).to.include({ item_id: 'cup', index: 1, item_list_id: 'related' });
      expect(facts[0]!.detail.cause).to.deep.equal({ from: 'element', element: 'cue-related', action: 'click' });
      link.focus();
      await sendKeys({ press: 'Enter' });
      await until('it is told', () => facts.length === 2);
      link.dispatchEvent(new MouseEvent('auxclick', { bubbles: true, composed: true, button: 1 }));
      link.dispatchEvent(new MouseEvent('auxclick', { bubbles: true, composed: true, button: 2 }));
      expect(facts).to.have.length(3);
    });
  });

  describe('is gone through with the keyboard', () => {
    const focused = (element: Element) =>
      (element.shadowRoot!.activeElement?.closest('li') as HTMLElement | null | undefined)?.dataset.id ??
      document.activeElement?.closest('[slot]')?.getAttribute('slot');
    const press = (key: string) => sendKeys({ press: key });

    for (const [direction, on, back] of [
      ['ltr', 'ArrowRight', 'ArrowLeft'],
      ['rtl', 'ArrowLeft', 'ArrowRight'],
    ] as const) {
      it(`by arrows, Home and End, ${direction}`, async () => {
        stage.dir = direction;
        const element = await mountRelated();
        inside(element, '[data-id="lid"] a').focus();
        const way: unknown[] = [];
        for (const key of [on, on, back, 'End', on, 'Home', back]) {
          await press(key);
          way.push(focused(element));
        }
        expect(way).to.deep.equal(['cup', 'tray', 'cup', 'tea', 'tea', 'lid', 'lid']);
        const row = inside(element, 'ul').getBoundingClientRect();
        const { left, right } = inside(element, '[data-id="lid"]').getBoundingClientRect();
        expect(left >= row.left - 1 && right <= row.right + 1).to.equal(true);
      });
    }

    it('in cards of the shop’s own, whose fields keep their arrows', async () => {
      const element = await settled(
        await mount<CueRelated>(
          `<cue-related models="${trained()}" product-id="pot" name="Pot" price="3" count="2"><template slot="card">
            <div><a data-cue="url name"></a><input aria-label="How many" value="12"></div></template></cue-related>`,
        ),
      );
      stage.querySelector<HTMLElement>('[slot="card-lid"] a')!.focus();
      await press('ArrowRight');
      expect(focused(element)).to.equal('card-cup');
      stage.querySelector<HTMLElement>('[slot="card-cup"] input')!.focus();
      await press('ArrowLeft');
      expect(document.activeElement?.localName).to.equal('input');
    });

    it('and leaves a grid, where a row is no row, to Tab', async () => {
      const element = await mountRelated('layout="grid"');
      inside(element, '[data-id="lid"] a').focus();
      await press('ArrowRight');
      expect(focused(element)).to.equal('lid');
    });
  });

  describe('lives', () => {
    it('with what was set before it was defined or connected', async () => {
      const element = new CueRelated();
      element.models = trained();
      element.count = 1;
      element.setAttribute('product-id', 'pot');
      stage.append(element);
      expect(shownIn(await settled(element))).to.deep.equal(['lid']);
    });

    it('through being moved, removed and put back, without a listener left', async () => {
      const element = await mountRelated();
      // The cart stays connected as long as the page lives.
      await useCart();
      const left = await countListeners(async () => {
        for (let round = 0; round < 10; round++) {
          element.remove();
          stage.append(element);
          await rendered();
        }
        element.remove();
        await nextTask();
      });
      expect(left).to.deep.equal([]);
      stage.append(element);
      await rendered();
      expect(shownIn(element)).to.deep.equal(['lid', 'cup', 'tray', 'tea']);
    });

    it('with the focus where it was when the list changes around it', async () => {
      const element = await mountRelated();
      inside(element, '[data-id="tray"] a').focus();
      element.rules = { pin: ['tray'] };
      await until('it has changed', () => shownIn(element)[0] === 'tray');
      expect(element.shadowRoot!.activeElement === inside(element, '[data-id="tray"] a')).to.equal(true);
    });

    it('and shows no answer that has come too late', async () => {
      const { element, answer } = await mountWaiting();
      await until('it has asked', () => element.shadowRoot!.querySelector('.waiting') !== null);
      element.source = () => [product('new')];
      element.setAttribute('product-id', 'lid');
      await settled(element);
      answer.resolve([product('old')]);
      await nextTask();
      expect(shownIn(element)).to.deep.equal(['new']);
    });
  });

  describe('looks', () => {
    it('as high while it waits as when it is there, and before its code has come', async () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        (await (await fetch('/src/cuekit.css')).text()).replaceAll('cue-related:not(:defined', 'cue-unknown:not(:host'),
      );
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      try {
        const { element, answer } = await mountWaiting();
        const waiting = element.getBoundingClientRect().height;
        answer.resolve(shop.map((one) => ({ ...one, id: `${one.id}-2` })));
        await settled(element);
        expect(element.getBoundingClientRect().height).to.be.closeTo(waiting, 1);
        stage.innerHTML = '<cue-unknown></cue-unknown>';
        // Where scroll bars take room, that of the row may come on top.
        const reserved = stage.firstElementChild!.getBoundingClientRect().height;
        expect(waiting - reserved).to.be.within(-1, 16);
      } finally {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
      }
    });

    for (const layout of ['row', 'grid']) {
      it(`as a ${layout}, without a way sideways in the page, at 320 px and with text at 200 %`, async () => {
        await setViewport({ width: 320, height: 640 });
        stage.style.inlineSize = '320px';
        stage.style.setProperty('--cue-font-size', '32px');
        const element = await mountRelated(`layout="${layout}"`);
        expect(element.getBoundingClientRect().width).to.be.at.most(320);
        expect(stage.scrollWidth).to.be.at.most(320);
        for (const link of element.shadowRoot!.querySelectorAll('li')) {
          expect(link.getBoundingClientRect().width).to.be.within(100, 320);
        }
        await setViewport({ width: 1280, height: 720 });
      });
    }

    it('from right to left', async () => {
      stage.dir = 'rtl';
      const element = await mountRelated();
      const [first, second] = [...element.shadowRoot!.querySelectorAll('li')].map((li) => li.getBoundingClientRect());
      expect(first!.left).to.be.greaterThan(second!.left);
    });

    it('still, for who wants less motion', async function () {
      if (!(await emulateMedia({ reducedMotion: 'reduce' }))) this.skip();
      const { element, answer } = await mountWaiting();
      expect(getComputedStyle(inside(element, '.waiting li')).animationName).to.equal('none');
      answer.resolve([]);
      await emulateMedia({ reducedMotion: null });
    });

    it('in the language of its place', async () => {
      stage.lang = 'de';
      const element = await mountRelated('count="1"');
      await until('it speaks German', () => inside(element, 'h2').textContent !== 'You may also like');
      expect(inside(element, '.price').textContent).to.match(/20,00\s€/);
      stage.removeAttribute('lang');
    });
  });

  describe('says why', () => {
    const reasonsIn = (element: Element) =>
      Object.fromEntries(
        [...element.shadowRoot!.querySelectorAll<HTMLElement>('li[data-id]')].map((li) => [
          li.dataset.id,
          li.querySelector('.reason')?.textContent,
        ]),
      );

    it('where it is something that the shopper did before, and not that this is the page of a product', async () => {
      rememberViewed(product('tea'), Date.now() - 60_000);
      const models = trained(shop, { pot: listOf('lid', 'tray'), tea: listOf('cup'), lid: listOf('tea') });
      expect(reasonsIn(await mountRelated('strategies="related"', models))).to.deep.equal({
        lid: undefined,
        tray: undefined,
        cup: 'Because you looked at Product tea',
      });
    });

    it('by the wishlist and by the cart', async () => {
      addWish(product('lid'), Date.now());
      const wished = await settled(
        await mount<CueRelated>(`<cue-related models="${trained()}" strategies="related"></cue-related>`),
      );
      expect(reasonsIn(wished)).to.deep.equal({ tea: 'Because you wished for Product lid' });
      setCart({ lines: [{ key: '1', product: product('tea'), quantity: 1 }] });
      const inCart = await settled(
        await mount<CueRelated>(`<cue-related models="${trained()}" by="cart" strategies="related"></cue-related>`),
      );
      expect(reasonsIn(inCart)).to.deep.equal({ cup: 'Goes with Product tea in your cart' });
      setCart({ lines: [] });
    });

    it('within the card, which is no higher for it', async () => {
      rememberViewed(product('tea'), Date.now() - 60_000);
      const models = trained(shop, { pot: listOf('lid'), tea: listOf('cup'), lid: listOf('tea') });
      const element = await mountRelated('strategies="related"', models);
      const [lid, cup] = [...element.shadowRoot!.querySelectorAll('li')].map((li) => li.getBoundingClientRect().height);
      expect(cup).to.equal(lid);
      await expectAccessibleInAllColours('with reasons');
    });
  });

  describe('has a wishlist button in each card', () => {
    const buttons = () => [...stage.querySelectorAll('cue-wishlist-button')];

    it('that knows the product, stands on its picture, and is not loaded by the element', async () => {
      await mountRelated('count="2"');
      const attributesOf = ({ attributes }: Element) =>
        Object.fromEntries([...attributes].map(({ name, value }) => [name, value]));
      const common = { price: '20', currency: 'EUR', 'data-cue-made': '' };
      const url = (hash: string) => new URL(hash, location.href).href;
      expect(buttons().map(attributesOf)).to.deep.equal([
        {
          ...common,
          ...{ 'product-id': 'lid', name: 'Product lid', url: url('#lid'), 'list-price': '30', slot: 'wish-lid' },
        },
        {
          ...common,
          ...{ 'product-id': 'cup', name: 'Product cup', url: url('#cup'), image: PICTURE, slot: 'wish-cup' },
        },
      ]);
      for (const button of buttons()) expect(button.assignedSlot).not.to.equal(null);
      expect(customElements.get('cue-wishlist-button')).to.equal(undefined);
    });

    it('unless the shop wants none', async () => {
      await mountRelated('no-wishlist');
      expect(buttons()).to.deep.equal([]);
    });

    it('and keeps it while the card stays, puts it back where a page takes it away, and has no second one in a copy', async () => {
      const element = await mountRelated('strategies="related"');
      const [first] = buttons();
      element.rules = { exclude: [{ id: 'cup' }] };
      await until('it has changed', () => !shownIn(element).includes('cup'));
      expect(buttons()[0]).to.equal(first);
      expect(buttons()).to.have.length(2);
      first!.remove();
      await until('it is back', () => buttons().length === 2);
      const copy = element.cloneNode(true) as CueRelated;
      stage.replaceChildren(copy);
      await settled(copy);
      expect(buttons()).to.have.length(shownIn(copy).length);
    });
  });

  describe('takes the shop’s own card', () => {
    const card = `<template slot="card"><article class="own"><img data-cue="image"><a data-cue="url"><b data-cue="name"></b></a>
      <i data-cue="price"></i><s data-cue="list-price"></s><u data-cue="brand"></u><em data-cue="reason"></em>
      <cue-wishlist-button></cue-wishlist-button></article></template>`;
    const mountOwn = async (attributes = '', more = '') =>
      settled(
        await mount<CueRelated>(
          `<cue-related models="${trained()}" product-id="pot" name="Pot" price="3" ${attributes}>${card}${more}</cue-related>`,
        ),
      );
    const cards = () => [...stage.querySelectorAll<HTMLElement>('.own')];

    it('with what is known of the product, in the page, where its styles are', async () => {
      await mountOwn('count="2"');
      const [lid, cup] = cards();
      expect(lid!.querySelector('b')!.textContent).to.equal('Product lid');
      expect(lid!.querySelector('a')!.hash).to.equal('#lid');
      expect(lid!.querySelector('i')!.textContent).to.equal('€20.00');
      expect(lid!.querySelector('s')!.textContent).to.equal('€30.00');
      expect(lid!.querySelector('img, u, em')).to.equal(null);
      expect(lid!.querySelector('cue-wishlist-button')!.getAttribute('product-id')).to.equal('lid');
      const picture = cup!.querySelector('img')!;
      expect([picture.src, picture.loading, picture.alt]).to.deep.equal([PICTURE, 'lazy', '']);
      expect(cup!.querySelector('s')).to.equal(null);
      expect(cup!.assignedSlot!.closest('li')!.dataset.id).to.equal('cup');
      // No heart of ours beside the shop's own.
      expect(stage.querySelectorAll('cue-wishlist-button')).to.have.length(2);
      await expectAccessible('own cards');
    });

    it('and tells who goes by its link', async () => {
      on(stage, 'click', (event) => event.preventDefault());
      const facts = hear<Fact>(document, 'cue-select-item');
      await mountOwn('count="2"');
      cards()[1]!.querySelector('i')!.click();
      expect(facts).to.have.length(0);
      cards()[1]!.querySelector('b')!.click();
      expect(facts).to.have.length(1);
      expect(facts[0]!.detail.items[0]).to.include({ item_id: 'cup', index: 1 });
    });

    it('in the language of its place, also when that comes later', async () => {
      const element = await mountOwn('count="1"');
      stage.lang = 'de';
      element.requestUpdate();
      await until('the price is German', () => /20,00\s€/.test(cards()[0]?.textContent ?? ''));
      stage.removeAttribute('lang');
    });
  });

  describe('with something of the shop’s in its place', () => {
    const mountWith = async (models: string) =>
      settled(
        await mount<CueRelated>(
          `<cue-related models="${models}" product-id="pot" name="Pot" price="3"><p>Our own</p></cue-related>`,
        ),
      );
    const isSeen = () => stage.querySelector('p')!.getBoundingClientRect().height > 0;

    it('shows it where nothing can be suggested', async () => {
      await mountWith(trained([], {} as typeof lists, []));
      expect(isSeen()).to.equal(true);
    });

    it('and hides it while it waits and when it has more to say', async () => {
      const { element, answer } = await mountWaiting();
      element.innerHTML = '<p>Our own</p>';
      expect(isSeen()).to.equal(false);
      answer.resolve([product('new')]);
      await settled(element);
      expect(isSeen()).to.equal(false);
    });
  });

  for (const own of [false, true]) {
    it(`takes nothing for markup or for an address that runs${own ? ', in a card of the shop’s own' : ''}`, async () => {
      const odd = xssPayloads.map((payload, index) =>
        product(`x${index}`, { name: payload || 'x', url: payload, image: payload, brand: payload, category: payload }),
      );
      const element = document.createElement('cue-related');
      element.source = () => odd;
      element.count = xssPayloads.length;
      if (own)
        element.innerHTML = `<template slot="card"><a data-cue="url name"></a><p data-cue="brand"></p><img data-cue="image">
        <script data-cue="name"></script><input data-cue="category"><cue-product><meta data-cue="id"></cue-product></template>`;
      for (const [name, value] of Object.entries({ 'product-id': 'pot', name: 'Pot', price: '3' })) {
        element.setAttribute(name, value);
      }
      stage.append(element);
      await settled(element);
      await nextTask();
      expect((window as { __xss?: unknown }).__xss).to.equal(undefined);
      const text = 'script:not(:empty), iframe, svg, [onerror], [onload]';
      for (const root of [element.shadowRoot!, element]) {
        expect(root.querySelector(text)).to.equal(null);
        for (const { protocol } of root.querySelectorAll('a'))
          expect(['http:', 'https:', ':', 'mailto:', 'tel:']).to.include(protocol);
      }
      expect(element.querySelectorAll('[slot^=card-]')).to.have.length(own ? shownIn(element).length : 0);
    });
  }
});
