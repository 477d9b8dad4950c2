import { expect } from 'chai';
import { readPage } from '../../src/product/read-page.js';
import { parseDocument } from './parse-document.js';

const url = 'https://shop.example/p/blue-teapot-12345';
const read = (html: string) => readPage(parseDocument(`<h1>Blue teapot</h1>${html}`), url).main;
const script = (text: string) => read(`<script>${text}</script>`);

describe('a page that only its analytics describe', () => {
  const expected = { sku: '12345', price: 24.5 };

  it('by GA4', () => {
    expect(
      script(
        `gtag("event", "view_item", { currency: "EUR", value: 24.5, items: [{ item_id: "12345", item_name: "Blue teapot", price: 24.5 }] })`,
      ),
    ).to.include({ ...expected, currency: 'EUR', name: 'Blue teapot' });
    expect(
      script(
        `dataLayer.push({ event: 'view_item', ecommerce: { currency: 'EUR', items: [{ item_id: '12345', item_brand: 'Kiln', price: '24.50', }] } });`,
      ),
    ).to.include({ ...expected, brand: 'Kiln' });
  });

  it('by Universal Analytics', () => {
    expect(
      script(
        `dataLayer.push({'ecommerce': {'currencyCode': 'EUR', 'detail': {'products': [{'name': 'Blue teapot', 'id': '12345', 'price': '24,50'}]}}})`,
      ),
    ).to.include({ ...expected, currency: 'EUR' });
  });

  it('by a pixel', () => {
    expect(
      script(
        `fbq('track', 'ViewContent', { content_ids: ['12345'], content_type: 'product', value: 24.5, currency: 'EUR' });`,
      ),
    ).to.include(expected);
  });

  it('by Shopify, in cents', () => {
    expect(
      script(
        `window.ShopifyAnalytics = {}; var meta = {"product":{"id":12345,"title":"Blue teapot","price":2450,"vendor":"Kiln","variants":[{"id":1},{"id":2}]}};`,
      ),
    ).to.include(expected);
  });

  it('by attributes beside the number in its address', () => {
    expect(read('<div data-product-id="12345" data-product-price="24.50" data-currency="EUR"></div>')).to.include({
      ...expected,
      currency: 'EUR',
    });
  });
});

describe('analytics of something else', () => {
  it('are not the page’s product', () => {
    expect(
      script(
        `dataLayer.push({ ecommerce: { impressions: [{ id: '12345', price: '1' }], click: { products: [{ id: '12345', price: '2' }] } } })`,
      ),
    ).to.equal(undefined);
    expect(
      script(`dataLayer.push({ ecommerce: { items: [{ item_id: '777', price: 3 }, { item_id: '778', price: 4 }] } })`),
    ).to.equal(undefined);
  });

  it('are not run', () => {
    script(`dataLayer.push({ ecommerce: { detail: { products: [{ id: (globalThis.ran = true), price: 1 }] } } })`);
    expect('ran' in globalThis).to.equal(false);
  });
});
