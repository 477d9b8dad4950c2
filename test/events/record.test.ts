import { expect } from 'chai';
import fc from 'fast-check';
import { FactEvent } from '../../src/events/fact-event.js';
import { toRecord } from '../../src/events/record.js';
import type { CueRecord } from '../../src/events/record.js';
import { productDetail } from '../../src/events/to-items.js';

const context = { visitor: 'v', session: 's', page: { url: 'https://shop.example/teapot', title: 'Teapot' } };

function record(detail: unknown, leftOut: string[] = []): CueRecord {
  return toRecord(new FactEvent('cue-add-to-wishlist', detail as never), 'add_to_wishlist', context, (place) =>
    leftOut.push(place),
  );
}

function everyObject(value: unknown): object[] {
  return typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(everyObject)] : [];
}

describe('a record', function () {
  this.timeout(60_000);

  it('is complete in itself', () => {
    const fact = new FactEvent('cue-add-to-wishlist', {
      ...productDetail({ id: 'a', price: 2, currency: 'EUR' }, { from: 'element', element: 'cue-x', action: 'click' }),
      list: 'gifts',
    } as never);
    expect(toRecord(fact, 'add_to_wishlist', { ...context, experiments: { e: 'b' } }, () => {})).to.deep.equal({
      v: 1,
      id: fact.id,
      name: 'add_to_wishlist',
      at: fact.at,
      visitor: 'v',
      session: 's',
      page: { url: 'https://shop.example/teapot', title: 'Teapot' },
      experiments: { e: 'b' },
      product: { id: 'a', price: 2, currency: 'EUR' },
      items: [{ item_id: 'a', quantity: 1, price: 2 }],
      value: 2,
      currency: 'EUR',
      cause: { from: 'element', element: 'cue-x', action: 'click' },
      params: { list: 'gifts' },
    });
  });

  it('has no more than the fact has', () => {
    expect(Object.keys(record({}))).to.deep.equal(['v', 'id', 'name', 'at', 'visitor', 'session', 'page']);
  });

  it('shares nothing with the event, and cannot be changed at any depth', () => {
    const detail = { product: { id: 'a' }, items: [{ item_id: 'a' }], deep: { er: [{ still: 1 }] } };
    const made = record(detail);
    const parts = everyObject(made);
    expect(parts).to.have.length(9);
    for (const part of parts) expect(Object.isFrozen(part)).to.equal(true);
    for (const part of everyObject(detail)) expect(parts).to.not.include(part);
    detail.product.id = 'b';
    expect(made.product?.id).to.equal('a');
  });

  it('leaves out what is no plain data, names it, and keeps the rest', () => {
    const loop: Record<string, unknown> = { fine: 1 };
    loop.self = loop;
    const leftOut: string[] = [];
    const made = record(
      {
        product: { id: 'a', onclick() {} },
        items: [{ item_id: 'a', price: NaN }, document.body],
        node: document.createElement('b'),
        page: window,
        big: 10n,
        symbol: Symbol('s'),
        date: new Date(),
        map: new Map(),
        loop,
        list: [1, undefined, null, 'x'],
        absent: undefined,
      },
      leftOut,
    );
    expect(leftOut.sort()).to.deep.equal([
      'items.0.price',
      'items.1',
      'params.big',
      'params.date',
      'params.loop.self',
      'params.map',
      'params.node',
      'params.page',
      'params.symbol',
      'product.onclick',
    ]);
    expect(made.product).to.deep.equal({ id: 'a' });
    expect(made.items).to.deep.equal([{ item_id: 'a' }]);
    expect(made.params).to.deep.equal({ loop: { fine: 1 }, list: [1, null, 'x'] });
  });

  it('takes a thing that stands in two places twice', () => {
    const leftOut: string[] = [];
    const product = { id: 'a' };
    expect(record({ product, other: product, list: [product, product] }, leftOut).params).to.deep.equal({
      other: { id: 'a' },
      list: [{ id: 'a' }, { id: 'a' }],
    });
    expect(leftOut).to.deep.equal([]);
  });

  it('leaves out fields of a wrong kind, so that a sink can rely on them', () => {
    const leftOut: string[] = [];
    const made = record({ value: '12.50', currency: 978, items: 'a', product: { name: 'x' }, cause: 'me' }, leftOut);
    expect(leftOut.sort()).to.deep.equal(['cause', 'currency', 'items', 'product', 'value']);
    expect(made).to.not.have.any.keys('value', 'currency', 'items', 'product', 'cause', 'params');
  });

  it('does not let a detail take the place of what the kit says', () => {
    const made = record({ id: 'mine', name: 'mine', visitor: 'mine', v: 2, page: { url: 'mine' } });
    expect(made).to.deep.include({ name: 'add_to_wishlist', visitor: 'v', v: 1, page: context.page });
    expect(made.id).to.not.equal('mine');
    expect(made.params).to.include({ id: 'mine', visitor: 'mine' });
  });

  it('has no e-mail address, wherever it stood', () => {
    const leftOut: string[] = [];
    const made = toRecord(
      new FactEvent('cue-search', {
        search_term: 'order of ann.o+shop@example.co.uk please',
        email: 'ann@example.com',
        deep: [{ er: 'josé@exämple.de' }],
        address: '/account/ann%40example.com/orders',
        product: { id: 'a', image: 'https://cdn.example/teapot@large.webp', name: 'teapot@2x.png' },
      } as never),
      'search',
      { ...context, page: { url: 'https://shop.example/u/ann@example.com', title: 'Hello ann@example.com' } },
      (place) => leftOut.push(place),
    );
    expect(made.params).to.deep.equal({
      search_term: 'order of [e-mail] please',
      email: '[e-mail]',
      deep: [{ er: '[e-mail]' }],
      address: '/account/[e-mail]/orders',
    });
    expect(made.page).to.deep.equal({ url: 'https://shop.example/u/[e-mail]', title: 'Hello [e-mail]' });
    expect(made.product).to.deep.equal({
      id: 'a',
      image: 'https://cdn.example/teapot@large.webp',
      name: 'teapot@2x.png',
    });
  });

  it('is quickly made of a long text', () => {
    const before = performance.now();
    record({ text: 'a'.repeat(100_000), other: 'a@'.repeat(50_000), third: `a@${'b.'.repeat(50_000)}` });
    expect(performance.now() - before).to.be.below(20_000);
  });

  it('has no negative nought, which JSON cannot say', () => {
    expect(Object.is(record({ amount: -0 }).params?.amount, 0)).to.equal(true);
  });

  it('is JSON and can be cloned, whatever the detail', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }), (detail) => {
        if (typeof detail !== 'object' || detail === null) return;
        const made = record(detail);
        expect(JSON.parse(JSON.stringify(made))).to.deep.equal(structuredClone(made));
        for (const part of everyObject(made)) expect(Object.isFrozen(part)).to.equal(true);
      }),
      { numRuns: 300 },
    );
  });

  it('does not change any prototype', () => {
    const detail = JSON.parse(
      '{"__proto__":{"polluted":1},"a":{"__proto__":{"polluted":1},"constructor":{"prototype":1}}}',
    );
    const made = record(detail);
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
    expect(made.params).to.deep.equal({ a: { constructor: { prototype: 1 } } });
    expect(everyObject(made).every((part) => [Object.prototype, Array.prototype].includes(Object.getPrototypeOf(part))))
      .to.be.true;
  });

  it('is right where old Prototype.js gives arrays a toJSON, and hosts put things on Object.prototype', () => {
    const list = Array.prototype as { toJSON?: unknown };
    const object = Object.prototype as { host?: unknown };
    list.toJSON = () => 'spoilt';
    object.host = 'host';
    try {
      const made = record({ product: { id: 'a' }, items: [{ item_id: 'a' }] });
      expect(Object.keys(made.items![0]!)).to.deep.equal(['item_id']);
      expect(Array.isArray(made.items)).to.equal(true);
    } finally {
      delete list.toJSON;
      delete object.host;
    }
  });
});
