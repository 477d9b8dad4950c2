import { sendKeys as holdKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../../src/define/add-to-cart.js';
import '../../../src/define/product.js';
import type { CartAdapter, CartAddition, CartAnswer } from '../../../src/cart/cart-adapter.js';
import { cartError } from '../../../src/cart/cart-error.js';
import { connectCart } from '../../../src/cart/connect-cart.js';
import { connectedCart } from '../../../src/cart/connected-cart.js';
import { shopify } from '../../../src/cart/shopify.js';
import { woocommerce } from '../../../src/cart/woocommerce.js';
import { CueAddToCart } from '../../../src/elements/add-to-cart/add-to-cart.js';
import type { FactEvent } from '../../../src/events/fact-event.js';
import type { RequestEvent } from '../../../src/events/request-event.js';
import { shopifyStandIn } from '../../cart/shopify-stand-in.js';
import { wooStandIn } from '../../cart/woocommerce-stand-in.js';
import { ariaSnapshot, emulateMedia, engine, sendKeys, sendMouse, setViewport } from '../../commands.js';
import { countListeners } from '../count-listeners.js';
import { expectAccessibleInAllColours } from '../expect-accessible.js';
import { deferred, hear, inside, nextTask, on, rendered, stage, until, warnings } from '../mount.js';
import { xssPayloads } from '../xss-payloads.js';

type Fact = FactEvent<'cue-add-to-cart'>;

const ASK = 'cue-request-add-to-cart';
const TEAPOT = 'product-id="t1" name="Teapot" price="24.90" currency="EUR"';
const FORM = `<form action="/cart/add" method="post"><input type="hidden" name="id" value="41"
  ><label>How many <input name="quantity" type="number" min="1" value="1"></label> <button name="add" style="background: #fff; color: #000">Buy</button></form>`;

const hearFacts = (): Fact[] => hear<Fact>(document, 'cue-add-to-cart');
const hostOf = (): CueAddToCart => stage.querySelector('cue-add-to-cart')!;
const ownButton = (element: Element = hostOf()): HTMLButtonElement => inside<HTMLButtonElement>(element, 'button');
const shopButton = (): HTMLButtonElement => stage.querySelector('form button, cue-add-to-cart > button')!;
const told = (element: Element = hostOf()): string => inside(element, '[role=status]').textContent!.trim();
const states = ({ told: { outcome } = { outcome: undefined } }: { told?: { outcome: unknown } | undefined }) => outcome;

/** A cart of the shop's own, and what it was asked for. */
function ownCart(answer: (addition: CartAddition) => Promise<CartAnswer> = async () => {}): CartAddition[] {
  const asked: CartAddition[] = [];
  const adapter: CartAdapter = {
    name: 'own',
    add(addition) {
      asked.push(addition);
      return answer(addition);
    },
  };
  connectCart({ adapter, dataLayer: '' });
  return asked;
}

async function mountCart(markup = `<cue-add-to-cart ${TEAPOT}>${FORM}</cue-add-to-cart>`): Promise<CueAddToCart> {
  stage.innerHTML = markup;
  await rendered();
  return hostOf();
}

/** What the browser would send itself, kept on this page; only for what is not ours, since it looks like a theme's own work. */
function stayHere(): Event[] {
  const gone: Event[] = [];
  on(window, 'submit', (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    gone.push(event);
  });
  return gone;
}

const settled = async (element: CueAddToCart = hostOf()): Promise<void> => {
  await until('the shop has answered', () => element.told?.outcome !== 'pending');
  await rendered();
};

afterEach(() => {
  connectedCart()?.stop();
});

describe('<cue-add-to-cart>', () => {
  describe('is accessible', function () {
    this.timeout(60_000);

    for (const [what, markup] of [
      ['with the shop’s form', `<cue-add-to-cart ${TEAPOT} cart-url="/cart">${FORM}</cue-add-to-cart>`],
      ['with a button of ours', `<cue-add-to-cart ${TEAPOT} cart-url="/cart" quantity-field></cue-add-to-cart>`],
    ] as const)
      it(what, async () => {
        const answers = [deferred(), deferred()];
        let asked = 0;
        ownCart(() => answers[asked++]!.promise);
        const element = await mountCart(markup);
        const press = () => (shopButton() ?? ownButton()).click();
        await expectAccessibleInAllColours('at first');
        press();
        await until('it waits', () => asked === 1);
        await expectAccessibleInAllColours('pending');
        answers[0]!.resolve();
        await settled(element);
        await expectAccessibleInAllColours('added');
        press();
        await until('it waits again', () => asked === 2);
        answers[1]!.reject(cartError('quantity-limit', 'Only 3 left.'));
        await settled(element);
        expect(told()).to.equal('Only 3 left.');
        await expectAccessibleInAllColours('failed');
      });

    it('sold out', async () => {
      await mountCart(`<cue-add-to-cart ${TEAPOT} availability="OutOfStock"></cue-add-to-cart>`);
      expect([ownButton().disabled, ownButton().textContent?.trim()]).to.deep.equal([true, 'Sold out']);
      await expectAccessibleInAllColours('sold out');
    });

    it('and reads well', async function () {
      if (engine !== 'chromium') this.skip();
      ownCart();
      await mountCart(`<cue-add-to-cart ${TEAPOT} cart-url="/cart">${FORM}</cue-add-to-cart>`);
      expect(await ariaSnapshot('cue-add-to-cart')).to.equal(
        ['- text: How many', '- spinbutton "How many": "1"', '- button "Buy"', '- status'].join('\n'),
      );
      shopButton().click();
      await settled();
      expect(await ariaSnapshot('cue-add-to-cart')).to.equal(
        [
          '- text: How many',
          '- spinbutton "How many": "1"',
          '- button "Buy"',
          '- status:',
          '  - text: Teapot is in your cart.',
          '  - link "View cart":',
          `    - /url: ${location.origin}/cart`,
        ].join('\n'),
      );
      await mountCart(`<cue-add-to-cart ${TEAPOT} quantity-field></cue-add-to-cart>`);
      expect(await ariaSnapshot('cue-add-to-cart')).to.equal(
        ['- spinbutton "Quantity": "1"', '- \'button "Add to cart: Teapot"\': Add to cart', '- status'].join('\n'),
      );
    });
  });

  describe('comes and goes', () => {
    it('as markup, with properties set before its code came', async () => {
      const asked = ownCart();
      const inert = new DOMParser().parseFromString(`<cue-add-to-cart ${TEAPOT}></cue-add-to-cart>`, 'text/html').body
        .firstElementChild as CueAddToCart;
      inert.quantity = 3;
      inert.label = 'Into the basket';
      stage.append(inert);
      await rendered();
      expect(ownButton().textContent?.trim()).to.equal('Into the basket');
      ownButton().click();
      await settled();
      expect(asked.map(({ quantity }) => quantity)).to.deep.equal([3]);
    });

    it('moved into another <cue-product>, adds that one', async () => {
      const asked = ownCart();
      const element = await mountCart(`
        <cue-product product-id="t1" name="Teapot" price="24.90"><cue-add-to-cart></cue-add-to-cart></cue-product>
        <cue-product product-id="t2" name="Cup" price="5" id="other"></cue-product>`);
      stage.querySelector('#other')!.append(element);
      await rendered();
      ownButton().click();
      await settled();
      expect(asked.map(({ product }) => product.id)).to.deep.equal(['t2']);
    });

    it('removed while the shop is asked: it is told from the document, and the button is as it was', async () => {
      const { promise, resolve } = deferred();
      ownCart(() => promise);
      const element = await mountCart();
      const button = shopButton();
      button.click();
      await until('it waits', () => button.getAttribute('aria-busy') === 'true');
      element.remove();
      const facts = hearFacts();
      resolve();
      await until('it is told', () => facts.length === 1);
      expect(facts[0]!.target).to.equal(document);
      await nextTask();
      expect(button.hasAttribute('aria-busy')).to.equal(false);
    });

    it('ten times, it leaves no listener behind', async () => {
      ownCart();
      await mountCart(`<cue-product ${TEAPOT}></cue-product>`);
      const product = stage.querySelector('cue-product')!;
      const left = await countListeners(async () => {
        for (let round = 0; round < 10; round++) {
          product.innerHTML = `<cue-add-to-cart>${FORM}</cue-add-to-cart>`;
          await rendered();
          shopButton().click();
          await settled();
          product.replaceChildren();
        }
        await nextTask();
      });
      expect(left).to.deep.equal([]);
    });
  });

  describe('wraps the shop’s own', () => {
    it('form: sends what is in it, with the pressed button, and the quantity', async () => {
      const asked = ownCart();
      await mountCart();
      stage.querySelector<HTMLInputElement>('[name=quantity]')!.value = '4';
      shopButton().click();
      await settled();
      expect(asked).to.have.length(1);
      expect(asked[0]).to.include({ quantity: 4, form: stage.querySelector('form'), submitter: shopButton() });
      expect(told()).to.equal('Teapot is in your cart.');
    });

    it('form, whose fields the browser finds wrong: nothing is asked', async () => {
      const asked = ownCart();
      await mountCart();
      stage.querySelector<HTMLInputElement>('[name=quantity]')!.value = '0';
      shopButton().click();
      await nextTask();
      expect(asked).to.deep.equal([]);
      expect(told()).to.equal('');
    });

    it('form around it, by a button of ours or of the shop', async () => {
      const asked = ownCart();
      await mountCart(
        `<form action="/cart/add" method="post"><input name="quantity" type="number" min="1" value="2"><cue-add-to-cart ${TEAPOT}></cue-add-to-cart></form>`,
      );
      ownButton().click();
      await settled();
      await mountCart(
        `<form action="/cart/add" method="post"><input name="quantity" value="5"><cue-add-to-cart ${TEAPOT}><button>Buy</button></cue-add-to-cart><button id="other">Compare</button></form>`,
      );
      shopButton().click();
      await settled();
      expect(asked.map(({ quantity, form }) => [quantity, !!form])).to.deep.equal([
        [2, true],
        [5, true],
      ]);
      const gone = stayHere();
      stage.querySelector<HTMLButtonElement>('#other')!.click();
      expect(gone, 'another button of that form is not ours').to.have.length(1);
      await nextTask();
      expect(asked).to.have.length(2);
    });

    it('form within a shadow tree', async () => {
      const asked = ownCart();
      stage.innerHTML = '<div></div>';
      const shadow = stage.firstElementChild!.attachShadow({ mode: 'open' });
      shadow.innerHTML = `<cue-add-to-cart ${TEAPOT}>${FORM}</cue-add-to-cart>`;
      await rendered(shadow);
      shadow.querySelector('button')!.click();
      await until('it is asked', () => asked.length === 1);
    });

    it('button without a form, and WooCommerce’s link', async () => {
      const asked = ownCart();
      await mountCart(
        `<cue-add-to-cart ${TEAPOT}><button type="button" data-variant-id="77">Buy</button></cue-add-to-cart>`,
      );
      shopButton().click();
      await settled();
      await mountCart(
        `<cue-add-to-cart ${TEAPOT}><a href="?add-to-cart=12" data-quantity="1">Buy</a><a href="#options">Options</a></cue-add-to-cart>`,
      );
      stage.querySelector('a')!.click();
      await settled();
      stage.querySelectorAll('a')[1]!.click();
      await nextTask();
      expect(asked.map(({ variantId }) => variantId)).to.deep.equal(['77', '12']);
      history.replaceState(null, '', location.pathname + location.search);
    });

    for (const [what, form, button] of [
      ['to another site', 'action="https://pay.example/cart" method="post"', ''],
      ['into another window', 'action="/cart/add" target="_blank"', ''],
      ['of a dialog', 'method="dialog"', ''],
      ['by a button that leads elsewhere', 'action="/cart/add"', 'formaction="/checkout"'],
      ['by a button for the checkout', 'action="/cart/add"', 'name="checkout"'],
    ] as const)
      it(`leaves a form ${what} to the browser`, async () => {
        const asked = ownCart();
        const gone = stayHere();
        await mountCart(
          `<cue-add-to-cart ${TEAPOT}><form ${form}><button ${button}>Buy</button></form></cue-add-to-cart>`,
        );
        shopButton().click();
        await nextTask();
        expect(gone).to.have.length(1);
        expect(asked).to.deep.equal([]);
      });

    it('leaves to a theme what it does itself, wherever it listens', async () => {
      const asked = ownCart();
      await mountCart();
      const form = stage.querySelector('form')!;
      for (const target of [form, stage, document] as EventTarget[]) {
        const keep = (event: Event) => event.preventDefault();
        target.addEventListener('submit', keep);
        shopButton().click();
        await nextTask();
        target.removeEventListener('submit', keep);
      }
      const keep = (event: Event) => event.preventDefault();
      shopButton().addEventListener('click', keep);
      shopButton().click();
      await nextTask();
      expect(asked).to.deep.equal([]);
      expect(told()).to.equal('');
    });

    it('makes its button wait, and gives it back as it was', async () => {
      const { promise, resolve } = deferred();
      ownCart(() => promise);
      await mountCart();
      const button = shopButton();
      button.setAttribute('aria-disabled', 'false');
      button.focus();
      button.click();
      await until('it waits', () => button.getAttribute('aria-busy') === 'true');
      expect(button.getAttribute('aria-disabled')).to.equal('true');
      expect(document.activeElement).to.equal(button);
      resolve();
      await settled();
      expect([button.getAttribute('aria-busy'), button.getAttribute('aria-disabled')]).to.deep.equal([null, 'false']);
      expect(document.activeElement).to.equal(button);
    });

    it('of a page that says nothing of its product, adds what the form says', async () => {
      const asked = ownCart();
      await mountCart(`<cue-add-to-cart>${FORM}</cue-add-to-cart>`);
      shopButton().click();
      await settled();
      expect(asked.map(({ product }) => product)).to.deep.equal([{ id: '41' }]);
      expect(told()).to.equal('It is in your cart.');
    });
  });

  describe('asks, and tells once', () => {
    it('with the product, GA4’s items and the cause, after it is true', async () => {
      const { promise, resolve } = deferred();
      ownCart(() => promise);
      const facts = hearFacts();
      const requests = hear<RequestEvent<typeof ASK>>(document, ASK);
      await mountCart();
      stage.querySelector<HTMLInputElement>('[name=quantity]')!.value = '2';
      shopButton().click();
      await until('it is asked', () => requests.length === 1);
      expect(requests[0]!.detail).to.deep.include({ quantity: 2 });
      expect(requests[0]!.detail.product).to.deep.equal({ id: 't1', name: 'Teapot', price: 24.9, currency: 'EUR' });
      await nextTask();
      expect(facts, 'before the shop has answered').to.have.length(0);
      resolve();
      await settled();
      expect(facts).to.have.length(1);
      expect(facts[0]!.target).to.equal(hostOf());
      expect(facts[0]!.detail).to.deep.include({
        items: [{ item_id: 't1', quantity: 2, item_name: 'Teapot', price: 24.9 }],
        value: 49.8,
        currency: 'EUR',
        cause: { from: 'element', element: 'cue-add-to-cart', action: 'submit' },
      });
    });

    it('pressed by a double click, with the mouse', async () => {
      const asked = ownCart();
      const facts = hearFacts();
      await mountCart();
      const { x, y, width, height } = shopButton().getBoundingClientRect();
      const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
      await sendMouse({ type: 'click', position });
      await until('it is told', () => facts.length === 1);
      shopButton().dispatchEvent(
        new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, detail: 2 }),
      );
      await nextTask();
      expect([asked.length, facts.length]).to.deep.equal([1, 1]);
      await mountCart(`<cue-add-to-cart ${TEAPOT}></cue-add-to-cart>`);
      ownButton().dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
      await settled();
      ownButton().dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 2 }));
      await nextTask();
      expect([asked.length, facts.length]).to.deep.equal([2, 2]);
    });

    it('with Enter held down', async function () {
      if (engine !== 'chromium') this.skip();
      const asked = ownCart();
      await mountCart();
      stage.querySelector<HTMLInputElement>('[name=quantity]')!.focus();
      for (let round = 0; round < 5; round++) await holdKeys({ down: 'Enter' });
      await holdKeys({ up: 'Enter' });
      await settled();
      expect(asked).to.have.length(1);
      shopButton().focus();
      for (let round = 0; round < 5; round++) await holdKeys({ down: 'Enter' });
      await holdKeys({ up: 'Enter' });
      await settled();
      expect(asked).to.have.length(2);
    });

    it('submitted twice while the shop is asked', async () => {
      const { promise, resolve } = deferred();
      const asked = ownCart(() => promise);
      const facts = hearFacts();
      await mountCart();
      const form = stage.querySelector('form')!;
      form.requestSubmit();
      form.requestSubmit();
      shopButton().click();
      resolve();
      await settled();
      form.requestSubmit();
      await settled();
      expect([asked.length, facts.length]).to.deep.equal([2, 2]);
    });

    it('from a card that is rendered anew meanwhile', async () => {
      const { promise, resolve } = deferred();
      const asked = ownCart(() => promise);
      const facts = hearFacts();
      await mountCart();
      shopButton().click();
      await until('it is asked', () => asked.length === 1);
      await mountCart();
      resolve();
      await until('it is told', () => facts.length > 0);
      await nextTask();
      expect([asked.length, facts.length]).to.deep.equal([1, 1]);
    });

    it('nothing when a listener says no', async () => {
      const asked = ownCart();
      const facts = hearFacts();
      on(document, ASK, (event) => event.preventDefault());
      await mountCart();
      shopButton().click();
      await settled();
      await nextTask();
      expect([asked.length, facts.length, told()]).to.deep.equal([0, 0, '']);
    });

    it('when the shop performs it itself, after its promise', async () => {
      const { promise, resolve } = deferred();
      const asked = ownCart();
      const facts = hearFacts();
      on<RequestEvent>(document, ASK, (event) => event.respondWith(promise));
      await mountCart();
      shopButton().click();
      await nextTask();
      expect(facts).to.have.length(0);
      resolve();
      await until('it is told', () => facts.length === 1);
      await settled();
      expect(asked).to.deep.equal([]);
    });

    it('nothing when code sets properties', async () => {
      ownCart();
      const facts = hearFacts();
      const element = await mountCart(`<cue-add-to-cart ${TEAPOT}></cue-add-to-cart>`);
      element.quantity = 3;
      element.label = 'Buy';
      element.setAttribute('product-id', 't2');
      await nextTask();
      expect(facts).to.have.length(0);
    });

    it('with another quantity, typed into the field of ours', async () => {
      const asked = ownCart();
      await mountCart(`<cue-add-to-cart ${TEAPOT} quantity-field></cue-add-to-cart>`);
      const field = inside<HTMLInputElement>(hostOf(), 'input');
      field.value = '6';
      field.dispatchEvent(new Event('change'));
      await rendered();
      ownButton().click();
      await settled();
      field.value = '-2';
      field.dispatchEvent(new Event('change'));
      await rendered();
      expect(field.value).to.equal('1');
      expect(asked.map(({ quantity }) => quantity)).to.deep.equal([6]);
    });
  });

  describe('in a shop of', () => {
    const variants = [
      { id: 41, title: 'Teapot', price: 2490, stock: 3, sku: 'T-41', option: 'Ink' },
      { id: 42, title: 'Cup', price: 500, stock: 0 },
    ];

    it('Shopify: adds what the form says, and tells the variant that the shop took', async () => {
      const shop = shopifyStandIn(variants);
      connectCart({ adapter: shopify({ fetch: shop.fetch }), dataLayer: '' });
      const facts = hearFacts();
      await mountCart();
      shopButton().click();
      await settled();
      expect([...shop.cart]).to.deep.equal([[41, 1]]);
      expect(facts.map(({ detail }) => detail.items)).to.deep.equal([
        [
          {
            item_id: 't1',
            quantity: 1,
            item_name: 'Teapot',
            item_brand: 'Acme',
            item_category: 'Kitchen',
            item_variant: 'Ink',
            price: 24.9,
          },
        ],
      ]);
    });

    it('Shopify, whose own event comes as well: told once', async () => {
      const shop = shopifyStandIn(variants);
      const connection = connectCart({ adapter: shopify({ fetch: shop.fetch }), dataLayer: '', settleMs: 0 });
      const facts = hearFacts();
      await mountCart();
      shopButton().click();
      document.dispatchEvent(new Event('shopify:cart:lines-update', { bubbles: true }));
      await settled();
      document.dispatchEvent(new Event('shopify:cart:lines-update', { bubbles: true }));
      const before = shop.requests.length;
      connection.refresh(true);
      await until('the cart is read again', () => shop.requests.length > before);
      await nextTask();
      expect(facts).to.have.length(1);
    });

    for (const [what, id, quantity, said] of [
      ['is sold out', 42, 1, "The product 'Cup' is already sold out."],
      ['is not there so often', 41, 5, 'Only 3 items were added to your cart due to availability.'],
      ['is not known any more', 99, 1, 'Cannot find variant'],
    ] as const)
      it(`Shopify: what ${what} is told in the shop’s words`, async () => {
        const shop = shopifyStandIn(variants);
        connectCart({ adapter: shopify({ fetch: shop.fetch }), dataLayer: '' });
        const facts = hearFacts();
        await mountCart(
          `<cue-add-to-cart ${TEAPOT} feedback="none">${FORM.replace('value="41"', `value="${id}"`)}</cue-add-to-cart>`,
        );
        stage.querySelector<HTMLInputElement>('[name=quantity]')!.value = String(quantity);
        shopButton().click();
        await settled();
        expect(told()).to.equal(said);
        expect(states(hostOf())).to.equal('failed');
        expect(inside(hostOf(), '[role=status]').matches('.message'), 'seen, whatever the feedback').to.equal(true);
        expect(facts).to.have.length(0);
      });

    it('any kind: without a network, too fast, and with an answer that is none, it says so itself', async () => {
      const shop = shopifyStandIn(variants);
      connectCart({ adapter: shopify({ fetch: shop.fetch }), dataLayer: '' });
      await mountCart();
      for (const [fault, said] of [
        ['offline', /no connection/],
        ['rate-limited', /a little fast/],
        ['error-page', /did not work/],
      ] as const) {
        shop.faults.push(fault, fault);
        shopButton().click();
        await settled();
        expect(told()).to.match(said);
      }
      expect([...shop.cart]).to.deep.equal([]);
    });

    it('WooCommerce: adds by the Store API, with the variation', async () => {
      const shop = wooStandIn([{ id: 41, name: 'Teapot', price: 2490, stock: 3 }]);
      connectCart({ adapter: woocommerce({ fetch: shop.fetch }), dataLayer: '' });
      const facts = hearFacts();
      await mountCart(
        `<cue-add-to-cart ${TEAPOT}><form class="cart" method="post"><input name="quantity" value="2"><button name="add-to-cart" value="41">Buy</button></form></cue-add-to-cart>`,
      );
      shopButton().click();
      await settled();
      expect(told()).to.equal('Teapot is in your cart.');
      expect(facts.map(({ detail }) => detail.items[0]!.quantity)).to.deep.equal([2]);
    });

    it('nobody’s: a plain form is sent to where it goes, and what it answers counts', async () => {
      const { fetch } = window;
      const sent: [string, string][] = [];
      const statuses = [200, 409, 500];
      window.fetch = async (url, init) => {
        sent.push([new URL(String(url)).pathname, String(init?.body)]);
        return new Response('<p>The cart</p>', { status: statuses.shift()! });
      };
      const facts = hearFacts();
      try {
        await mountCart();
        for (const said of ['Teapot is in your cart.', 'Teapot is sold out.', 'That did not work. Please try again.']) {
          shopButton().click();
          await settled();
          expect(told()).to.equal(said);
        }
      } finally {
        window.fetch = fetch;
      }
      expect(sent[0]).to.deep.equal(['/cart/add', 'id=41&quantity=1&add=']);
      expect(facts).to.have.length(1);
      expect(connectedCart()?.adapter.name).to.equal('custom');
    });
  });

  describe('looks and feels', () => {
    it('right by keyboard alone, and keeps the focus', async () => {
      const asked = ownCart();
      await mountCart();
      stage.querySelector<HTMLInputElement>('[name=quantity]')!.focus();
      await sendKeys({ press: 'Enter' });
      await settled();
      expect(asked).to.have.length(1);
      expect(document.activeElement).to.equal(stage.querySelector('[name=quantity]'));
      await mountCart(`<cue-add-to-cart ${TEAPOT}></cue-add-to-cart>`);
      ownButton().focus();
      await sendKeys({ press: 'Space' });
      await settled();
      expect(asked).to.have.length(2);
      expect(hostOf().shadowRoot!.activeElement).to.equal(ownButton());
    });

    it('the same before and after its code has come', async () => {
      stage.innerHTML = `<div id="bare">${FORM}</div>`;
      const bare = stage.querySelector('form')!.getBoundingClientRect();
      await mountCart();
      const wrapped = stage.querySelector('form')!.getBoundingClientRect();
      expect([wrapped.width, wrapped.height]).to.deep.equal([bare.width, bare.height]);
      expect(hostOf().getBoundingClientRect().height).to.equal(bare.height);
    });

    it('with targets of 44 px, and nothing that scrolls sideways in a narrow place or with large text', async () => {
      ownCart();
      stage.style.width = '280px';
      document.documentElement.style.fontSize = '200%';
      const name = 'Hand-thrown stoneware teapot with bamboo handle '.repeat(2);
      const element = await mountCart(
        `<cue-add-to-cart product-id="t1" name="${name}" price="5" cart-url="/cart" quantity-field style="--cue-font-size: 200%"></cue-add-to-cart>`,
      );
      ownButton().click();
      await settled();
      const wide = [...element.shadowRoot!.querySelectorAll('*')]
        .filter((one) => one.getBoundingClientRect().right > stage.getBoundingClientRect().right)
        .map((one) => one.outerHTML);
      expect(wide).to.deep.equal([]);
      expect(stage.scrollWidth).to.be.at.most(280);
      expect(ownButton().getBoundingClientRect().height).to.be.at.least(44);
      expect(inside(element, '[part=link]').getBoundingClientRect().height).to.be.at.least(24);
    });

    it('from right to left, with forced colours, on a phone', async () => {
      ownCart();
      if (!(await setViewport({ width: 320, height: 640 }))) return;
      stage.dir = 'rtl';
      await emulateMedia({ forcedColors: 'active' });
      await mountCart(`<cue-add-to-cart ${TEAPOT} cart-url="/cart" quantity-field></cue-add-to-cart>`);
      const [field, button] = [inside(hostOf(), 'input'), ownButton()].map((one) => one.getBoundingClientRect());
      expect(field!.left).to.be.greaterThan(button!.left);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      await emulateMedia({ forcedColors: 'none' });
    });

    it('takes nothing from data but text and harmless addresses', async () => {
      for (const payload of xssPayloads) {
        ownCart(() => Promise.reject(cartError('sold-out', payload)));
        const element = await mountCart('<cue-add-to-cart product-id="x"></cue-add-to-cart>');
        element.label = payload;
        element.cartUrl = payload;
        element.setAttribute('name', payload);
        await rendered();
        ownButton().click();
        await settled();
        expect(told()).to.equal(payload.trim());
        connectedCart()?.stop();
      }
      expect('__xss' in window).to.equal(false);
    });

    it('says what is wrong with an attribute, and works on', async () => {
      const said = warnings();
      const asked = ownCart();
      await mountCart(`<cue-add-to-cart ${TEAPOT} quantity="many" feedback="loud"></cue-add-to-cart>`);
      ownButton().click();
      await settled();
      expect(asked[0]?.quantity).to.equal(1);
      expect(said.join()).to.contain('quantity').and.to.contain('feedback');
    });
  });
});
