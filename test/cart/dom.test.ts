import { expect } from 'chai';
import { domCart } from '../../src/cart/dom.js';
import type { CartError } from '../../src/cart/cart-error.js';

const { signal } = new AbortController();
const selectors = {
  cart: '.basket',
  line: 'li',
  id: '@data-sku',
  name: '.name',
  price: '.price',
  lineTotal: '.sum',
  total: '.total',
};
const page = (quantity: number) => `<div class="basket"><ul><li data-sku="TP-B">
  <a class="name" href="/p/teapot">Tea pot</a> <span class="price">24,50 €</span>
  <input type="number" name="quantity" value="${quantity}"> <span class="sum">${(24.5 * quantity).toFixed(2)} €</span></li></ul>
  <p class="total">${(24.5 * quantity).toFixed(2).replace('.', ',')} €</p></div>`;

describe('a cart that is read where the page shows it', () => {
  let host: HTMLElement;
  beforeEach(() => {
    host = document.body.appendChild(document.createElement('main'));
    host.innerHTML = page(2);
  });
  afterEach(() => host.remove());

  const open = (fetch?: (url: string, init?: RequestInit) => Promise<Response>) =>
    domCart(selectors, { currency: 'EUR', ...(fetch && { fetch }) });

  it('has lines, quantities and decimal money', async () => {
    expect(await open().read!(signal)).to.deep.equal({
      currency: 'EUR',
      total: 49,
      lines: [
        {
          key: 'TP-B',
          quantity: 2,
          total: 49,
          product: { id: 'TP-B', name: 'Tea pot', url: `${location.origin}/p/teapot`, price: 24.5, currency: 'EUR' },
        },
      ],
    });
  });

  it('needs to be told little: a line’s link names the product, its number field says how many', async () => {
    const { lines } = (await domCart({ cart: '.basket', line: 'li' }).read!(signal))!;
    expect(lines).to.deep.equal([
      {
        key: '/p/teapot',
        quantity: 2,
        product: { id: '/p/teapot', name: 'Tea pot', url: `${location.origin}/p/teapot` },
      },
    ]);
  });

  it('reads a number among words, and the price of one piece from the line’s', async () => {
    host.innerHTML = '<div class=basket><li data-sku=a><b class=n>3 × </b><span class=sum>30,00 €</span></li></div>';
    const { lines } = (await domCart({ ...selectors, quantity: '.n' }, { currency: 'EUR' }).read!(signal))!;
    expect([lines[0]!.quantity, lines[0]!.product.price]).to.deep.equal([3, 10]);
  });

  it('is empty where it has no lines, and unknown where it is not on the page', async () => {
    host.innerHTML = '<div class="basket"></div>';
    expect((await open().read!(signal))!.lines).to.deep.equal([]);
    host.innerHTML = '';
    expect(await open().read!(signal)).to.equal(undefined);
  });

  it('is not read while the shopper types a number into it', async () => {
    const input = host.querySelector('input')!;
    input.focus();
    expect(await open().read!(signal)).to.equal(undefined);
    let heard = 0;
    const stop = open().watch!(() => heard++);
    input.blur();
    stop();
    expect(heard).to.equal(1);
    expect(await open().read!(signal)).to.have.property('lines');
  });

  it('tells of changes in it, of itself coming, and of nothing else', async () => {
    let heard = 0;
    const stop = open().watch!(() => heard++);
    const beside = document.body.appendChild(document.createElement('p'));
    beside.textContent = 'beside';
    await Promise.resolve();
    expect(heard).to.equal(0);
    host.querySelector('.total')!.textContent = '0 €';
    await Promise.resolve();
    expect(heard).to.equal(1);
    host.innerHTML = page(3);
    await Promise.resolve();
    expect(heard).to.equal(2);
    stop();
    host.innerHTML = '';
    await Promise.resolve();
    beside.remove();
    expect(heard).to.equal(2);
  });

  it('says at once that a selector is none', () => {
    expect(() => domCart({ cart: '.basket', line: 'li[' })).to.throw(/selector/i);
  });

  describe('is added to by the shop’s own form', () => {
    function form(): HTMLFormElement {
      const element = document.createElement('form');
      element.setAttribute('action', '/basket');
      element.setAttribute('method', 'post');
      element.innerHTML = '<input name=action value=add><input name=sku value=TP-B><input name=quantity value=1>';
      return element;
    }

    it('and read from the page that the shop answers with, until this one shows it too', async () => {
      const asked: unknown[] = [];
      const cart = open((url, init) => {
        asked.push(url, init!.method, String(init!.body));
        return Promise.resolve(new Response(`<!doctype html>${page(5)}`));
      });
      const state = await cart.add({ product: { id: 'TP-B' }, quantity: 3, form: form() }, signal);
      expect(asked).to.deep.equal([`${location.origin}/basket`, 'POST', 'action=add&sku=TP-B&quantity=3']);
      expect(state).to.have.nested.property('lines[0].quantity', 5);
      expect(await cart.read!(signal)).to.equal(undefined);
      host.innerHTML = page(5);
      expect(await cart.read!(signal)).to.have.nested.property('lines[0].quantity', 5);
    });

    it('which is told of as failed when the shop refuses, or does not answer', async () => {
      const reason = async (answer: Promise<Response>) =>
        open(() => answer)
          .add({ product: { id: 'a' }, quantity: 1, form: form() }, signal)
          .then(String, (error: CartError) => error.reason);
      expect(await reason(Promise.reject(new TypeError()))).to.equal('offline');
      expect(await reason(Promise.resolve(new Response('', { status: 419 })))).to.equal('session-expired');
      expect(await reason(Promise.resolve(new Response('', { status: 429 })))).to.equal('rate-limited');
      expect(await reason(Promise.resolve(new Response('', { status: 500 })))).to.equal('unknown');
    });
  });
});
