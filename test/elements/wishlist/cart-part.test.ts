import { expect } from 'chai';
import type { CartAddition } from '../../../src/cart/cart-adapter.js';
import { cartError } from '../../../src/cart/cart-error.js';
import { connectCart } from '../../../src/cart/connect-cart.js';
import { customCart } from '../../../src/cart/custom.js';
import '../../../src/define/wishlist.js';
import type { CueWishlist } from '../../../src/elements/wishlist/wishlist.js';
import type { FactEvent } from '../../../src/events/fact-event.js';
import type { Product } from '../../../src/events/product.js';
import type { RequestEvent } from '../../../src/events/request-event.js';
import { setPresent } from '../../../src/store/present.js';
import { createList, putOnList } from '../../../src/store/wish-lists.js';
import { ariaSnapshot, engine, sendKeys } from '../../commands.js';
import { forgetPage } from '../../forget-page.js';
import { expectAccessibleInAllColours } from '../expect-accessible.js';
import { deferred, hear, inside, nextTask, on, until, warnings } from '../mount.js';
import {
  cup,
  focusedText,
  has,
  mountWith,
  named,
  press,
  rowIds,
  rowOf,
  status,
  teapot,
  textOf,
  wish,
  wished,
} from './mount-list.js';

type Fact = FactEvent<'cue-add-to-cart' | 'cue-remove-from-wishlist' | 'cue-add-to-wishlist'>;

const facts = () => hear<Fact>(document, 'cue-add-to-cart', 'cue-remove-from-wishlist', 'cue-add-to-wishlist');
const saucer: Product = { id: 't3', name: 'Saucer', url: new URL('/saucer', location.href).href };

let added: CartAddition[] = [];
let add: (addition: CartAddition) => Promise<void> = async () => {};

const mountMoving = (attributes = ''): Promise<CueWishlist> => mountWith(`move-to-cart ${attributes}`, '.move');
const failure = (element: Element): string | undefined =>
  element.shadowRoot!.querySelector('.failure')?.textContent ?? undefined;

describe('<cue-wishlist move-to-cart>', () => {
  beforeEach(() => {
    forgetPage();
    added = [];
    add = async () => {};
    connectCart({
      adapter: customCart({
        async add(addition) {
          await add(addition);
          added.push(addition);
        },
      }),
      lock: (task) => task(),
    });
  });

  describe('is accessible', function () {
    this.timeout(60_000);

    it('before, after, and when the shop refuses', async () => {
      wish(teapot, cup, saucer);
      const element = await mountMoving();
      await expectAccessibleInAllColours('move');
      await press(named(element, 'Move to cart: Teapot'));
      await until('it is moved', () => has(element, '.undo'));
      await expectAccessibleInAllColours('moved');
      add = () => Promise.reject(cartError('variant-missing'));
      await press(named(element, 'Move to cart: Saucer'));
      await until('it is told', () => Boolean(failure(element)));
      await expectAccessibleInAllColours('refused');
    });

    it('and reads well', async function () {
      if (engine !== 'chromium') this.skip();
      wish(teapot);
      await mountMoving();
      expect(await ariaSnapshot('cue-wishlist')).to.equal(
        [
          '- region "Wishlist":',
          '  - heading "Wishlist" [level=2]',
          '  - status',
          '  - list:',
          '    - listitem:',
          '      - text: Teapot €25.00',
          '      - \'button "Move to cart: Teapot"\': Move to cart',
          '      - button "Remove Teapot from wishlist"',
        ].join('\n'),
      );
    });
  });

  it('has no such button unless the shop wants it', async () => {
    wish(teapot);
    const element = await mountWith('', '.remove');
    await nextTask();
    expect(has(element, '.move')).to.equal(false);
  });

  it('moves: one fact of each kind, in order, and a way back to the list', async () => {
    wish(teapot, cup);
    const told = facts();
    const element = await mountMoving();
    inside(element, 'li[data-id=t1] .move').focus();
    await sendKeys({ press: 'Enter' });
    await until('it is moved', () => has(element, '.undo'));
    expect(added.map(({ product, quantity }) => [product.id, quantity])).to.deep.equal([['t1', 1]]);
    expect(told.map(({ type, detail }) => [type, detail.cause])).to.deep.equal([
      ['cue-add-to-cart', { from: 'element', element: 'cue-wishlist', action: 'move-to-cart' }],
      ['cue-remove-from-wishlist', { from: 'element', element: 'cue-wishlist', action: 'move-to-cart' }],
    ]);
    expect(told[0]!.target === element).to.equal(true);
    expect(wished()).to.deep.equal(['t2']);
    expect(textOf(rowOf(element, 't1'))).to.equal('Teapot is in your cart. Undo');
    expect(status(element)).to.equal('Teapot is in your cart.');
    await until('the focus follows', () => focusedText(element) === 'Undo');
    await press(named(element, 'Undo: keep Teapot'));
    expect(rowIds(element)).to.deep.equal(['t1', 't2']);
    expect(told.map(({ type }) => type)).to.deep.equal([
      'cue-add-to-cart',
      'cue-remove-from-wishlist',
      'cue-add-to-wishlist',
    ]);
    expect(added, 'it stays in the cart').to.have.length(1);
  });

  it('puts it in as it is now', async () => {
    wish(teapot);
    setPresent([{ ...teapot, price: 20 }]);
    const told = facts();
    const element = await mountMoving();
    await until('the price is shown', () => has(element, '.changes'));
    await press(named(element, 'Move to cart: Teapot'));
    await until('it is moved', () => has(element, '.undo'));
    expect(told[0]!.detail.value).to.equal(20);
  });

  it('waits for the shop; presses meanwhile count for nothing', async () => {
    const { promise, resolve } = deferred();
    add = () => promise;
    wish(teapot);
    const told = facts();
    const element = await mountMoving();
    const button = named(element, 'Move to cart: Teapot');
    await press(button);
    await press(button);
    button.dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true }));
    await press(named(element, 'Remove Teapot from wishlist'));
    expect([button.ariaBusy, wished(), told.length]).to.deep.equal(['true', ['t1'], 0]);
    resolve();
    await until('it is moved', () => has(element, '.undo'));
    expect(told).to.have.length(2);
  });

  it('leaves the cart to a shop that puts things in by itself', async () => {
    on<RequestEvent>(document, 'cue-request-add-to-cart', (event) => event.respondWith(Promise.resolve()));
    wish(teapot);
    const told = facts();
    const element = await mountMoving();
    await press(named(element, 'Move to cart: Teapot'));
    await until('it is moved', () => has(element, '.undo'));
    expect([added.length, told.length]).to.deep.equal([0, 2]);
  });

  it('does nothing that the shop forbids', async () => {
    on(document, 'cue-request-add-to-cart', (event) => event.preventDefault());
    wish(teapot);
    const told = facts();
    const element = await mountMoving();
    const button = named(element, 'Move to cart: Teapot');
    await press(button);
    await until('it is over', () => button.ariaBusy === null);
    expect([added.length, told.length, wished()]).to.deep.equal([0, 0, ['t1']]);
  });

  it('keeps it on the list where the shop forbids to take it off, or fails to: it is in the cart', async () => {
    warnings();
    for (const forbid of [
      (event: RequestEvent) => event.preventDefault(),
      (event: RequestEvent) => event.respondWith(Promise.reject(new Error('503'))),
    ]) {
      let asked = false;
      const listener = (event: Event): void => {
        asked = true;
        forbid(event as RequestEvent);
      };
      document.addEventListener('cue-request-remove-from-wishlist', listener);
      wish(teapot);
      const element = await mountMoving();
      await press(named(element, 'Move to cart: Teapot'));
      await until('it is over', () => asked && status(element) === 'Teapot is in your cart.');
      expect([wished(), failure(element)]).to.deep.equal([['t1'], undefined]);
      document.removeEventListener('cue-request-remove-from-wishlist', listener);
    }
  });

  describe('tells why it could not', () => {
    const cases = [
      [cartError('sold-out', 'Leider ausverkauft'), 'Leider ausverkauft'],
      [cartError('sold-out'), 'This is sold out.'],
      [cartError('quantity-limit'), 'No more of these can be ordered.'],
      [cartError('rate-limited'), 'That was too fast. Please try again in a moment.'],
      [cartError('session-expired'), 'Your session is over. Please load the page again.'],
      [cartError('offline'), 'There is no connection. Please try again.'],
      [cartError('unknown', '<b>Nein</b>'), '<b>Nein</b>'],
      [cartError('unknown'), 'That did not work. Please try again.'],
      [new Error('of the shop’s own code'), 'That did not work. Please try again.'],
    ] as const;

    for (const [error, message] of cases)
      it(`${error.name} ${(error as { reason?: string }).reason ?? ''} “${error.message}”`, async () => {
        warnings();
        add = () => Promise.reject(error);
        wish(teapot);
        const told = facts();
        const element = await mountMoving();
        await press(named(element, 'Move to cart: Teapot'));
        await until('it is told', () => Boolean(failure(element)));
        expect(failure(element)).to.equal(message);
        expect([told.length, wished()]).to.deep.equal([0, ['t1']]);
        expect(named(element, 'Move to cart: Teapot').ariaBusy).to.equal(null);
      });
  });

  it('leads to the product’s page where the shop wants a choice', async () => {
    add = () => Promise.reject(cartError('variant-missing'));
    wish(saucer, cup);
    const element = await mountMoving();
    await press(named(element, 'Move to cart: Saucer'));
    await until('it is told', () => failure(element) === 'Please choose options first.');
    const link = named<HTMLAnchorElement>(element, 'Choose options: Saucer');
    expect(link.href).to.equal(saucer.url);
    await press(named(element, 'Move to cart: Cup'));
    await until('it is told', () => failure(element) === 'Please choose options first.');
    expect(named(element, 'Move to cart: Cup').localName, 'it has no page').to.equal('button');
  });

  it('offers nothing that cannot be had now, but what could not be had then', async () => {
    wish({ ...teapot, availability: 'SoldOut' }, cup);
    setPresent([{ ...cup, availability: 'OutOfStock' }]);
    const element = await mountMoving();
    await until('it is known', () => has(element, '.changes'));
    expect(
      [...element.shadowRoot!.querySelectorAll('.move')].map((one) => one.closest('li')!.dataset.id),
    ).to.deep.equal(['t1']);
  });

  it('moves from a list with a name: the wish is fulfilled', async () => {
    wish(teapot);
    createList('Birthday', Date.now(), undefined, 'b');
    putOnList('b', 't1');
    const element = await mountMoving('lists list="b"');
    await until('the list is shown', () => has(element, '.rename'));
    await press(named(element, 'Move to cart: Teapot'));
    await until('it is moved', () => has(element, '.undo'));
    expect(wished()).to.deep.equal([]);
    expect(textOf(rowOf(element, 't1'))).to.equal('Teapot is in your cart. Undo');
  });
});
