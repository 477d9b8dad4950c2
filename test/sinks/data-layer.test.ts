import { expect } from 'chai';
import type { CueRecord } from '../../src/events/record.js';
import { dataLayer } from '../../src/sinks/data-layer.js';
import { hearReports } from '../hear-reports.js';

const page = window as unknown as Record<string, unknown>;

const record = (more: Partial<CueRecord> = {}): CueRecord => ({
  v: 1,
  id: 'uuid',
  name: 'add_to_wishlist',
  at: 1,
  visitor: 'v',
  session: 's',
  page: { url: 'u', title: 't' },
  ...more,
});

const wish = record({
  product: { id: 'a', price: 2 },
  items: [{ item_id: 'a', quantity: 1, price: 2 }],
  value: 2,
  currency: 'EUR',
  cause: { from: 'element' },
});

describe('the data layer', () => {
  let heard: ReturnType<typeof hearReports>;
  beforeEach(() => (heard = hearReports()));
  afterEach(() => {
    heard.stop();
    delete page.dataLayer;
    delete page.gtag;
  });

  it('does not repeat what was read from the shop’s own', () => {
    page.dataLayer = [];
    dataLayer().take(record({ name: 'purchase', cause: { from: 'platform', action: 'data-layer' } }));
    expect(page.dataLayer).to.deep.equal([]);
    delete page.dataLayer;
  });

  it('says an ecommerce fact with GA4’s names, after the last one’s parameters are emptied', () => {
    dataLayer().take(wish);
    expect(page.dataLayer).to.deep.equal([
      { ecommerce: null },
      {
        event: 'add_to_wishlist',
        event_id: 'uuid',
        ecommerce: { currency: 'EUR', value: 2, items: [{ item_id: 'a', quantity: 1, price: 2 }] },
      },
    ]);
  });

  it('says an order with its own parameters', () => {
    const { items, value, currency } = wish;
    dataLayer().take(
      record({
        name: 'purchase',
        items: items!,
        value: value!,
        currency: currency!,
        params: { transaction_id: 'T1', tax: 1 },
      }),
    );
    expect((page.dataLayer as object[])[1]).to.deep.equal({
      event: 'purchase',
      event_id: 'uuid',
      ecommerce: { currency: 'EUR', value: 2, transaction_id: 'T1', tax: 1, items },
    });
  });

  it('says other facts flat', () => {
    dataLayer().take(record({ name: 'share', params: { method: 'link', content_type: 'product', item_id: 'a' } }));
    expect(page.dataLayer).to.deep.equal([
      { method: 'link', content_type: 'product', item_id: 'a', event: 'share', event_id: 'uuid' },
    ]);
  });

  it('says a value only with its currency', () => {
    const { currency: _, ...without } = wish;
    dataLayer().take(without);
    dataLayer().take(record({ name: 'generate_lead', value: 5 }));
    dataLayer().take(record({ name: 'generate_lead', value: 0, currency: 'EUR' }));
    const [, first, second, third] = page.dataLayer as { ecommerce?: object }[];
    expect(first!.ecommerce).to.have.all.keys('items');
    expect(second).to.have.all.keys('event', 'event_id');
    expect(third).to.include({ value: 0, currency: 'EUR' });
  });

  it('is not renamed by a parameter', () => {
    dataLayer().take(record({ name: 'share', params: { event: 'gtm.js', event_id: 'x' } }));
    expect(page.dataLayer).to.deep.equal([{ event: 'share', event_id: 'uuid' }]);
  });

  it('goes on with the array, and the push, that the page has', () => {
    const layer: unknown[] = ['there before'];
    const pushed: unknown[] = [];
    layer.push = (...things) => pushed.push(...things);
    page.dataLayer = layer;
    dataLayer().take(wish);
    expect(page.dataLayer).to.equal(layer);
    expect(layer).to.have.length(1);
    expect(pushed).to.have.length(2);
  });

  it('gives copies, into which a tag manager may write', () => {
    const items = Object.freeze([Object.freeze({ item_id: 'a' })]) as unknown as CueRecord['items'];
    dataLayer().take(Object.freeze(record({ items: items! })));
    const { ecommerce } = (page.dataLayer as { ecommerce: { items: { item_id: string }[] } }[])[1]!;
    ecommerce.items[0]!.item_id = 'b';
    expect(items![0]!.item_id).to.equal('a');
  });

  it('may have another name', () => {
    dataLayer({ name: 'cueTestLayer' }).take(wish);
    expect(page.cueTestLayer).to.have.length(2);
    expect(page).to.not.have.property('dataLayer');
    delete page.cueTestLayer;
    expect(dataLayer({ name: 'a' }).name).to.not.equal(dataLayer({ name: 'b' }).name);
  });

  it('that is none is left as it is, with a warning', () => {
    for (const odd of [{}, 'text', 7, true, document.createElement('div')]) {
      page.dataLayer = odd;
      dataLayer().take(wish);
      expect(page.dataLayer).to.equal(odd);
    }
    expect(heard.warnings).to.deep.equal(['[cuekit] data-layer: window.dataLayer is something else than a data layer']);
  });

  describe('in gtag’s format', () => {
    it('calls the page’s gtag() with the parameters in one object', () => {
      const calls: unknown[][] = [];
      page.gtag = (...parameters: unknown[]) => calls.push(parameters);
      dataLayer({ format: 'gtag' }).take(wish);
      expect(calls).to.deep.equal([
        ['event', 'add_to_wishlist', { currency: 'EUR', value: 2, items: wish.items, event_id: 'uuid' }],
      ]);
      expect(page).to.not.have.property('dataLayer');
    });

    it('warns once when there is no gtag()', () => {
      const sink = dataLayer({ format: 'gtag' });
      sink.take(wish);
      sink.take(wish);
      expect(heard.warnings).to.have.length(1);
    });
  });
});
