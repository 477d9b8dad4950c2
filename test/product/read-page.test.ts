import { expect } from 'chai';
import fc from 'fast-check';
import { readProducts } from '../../src/product/index.js';
import { readPage } from '../../src/product/read-page.js';
import { parseDocument, withJsonLd } from './parse-document.js';

const url = 'https://shop.example/teapots/blue-teapot?variant=2';
const teapot = {
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: 'Blue teapot',
  sku: 'TP-100',
  brand: { '@type': 'Brand', name: 'Kiln' },
  image: ['/blue.jpg'],
  offers: { '@type': 'Offer', price: '24.50', priceCurrency: 'EUR', availability: 'https://schema.org/InStock' },
};
const read = (...blocks: unknown[]) => readPage(withJsonLd(...blocks), url).main;
const body = (html: string) => readPage(parseDocument(html), url);

describe('a product in JSON-LD', () => {
  it('is the page’s product', () => {
    expect(read(teapot)).to.deep.equal({
      id: 'TP-100',
      name: 'Blue teapot',
      image: 'https://shop.example/blue.jpg',
      price: 24.5,
      currency: 'EUR',
      brand: 'Kiln',
      availability: 'InStock',
      sku: 'TP-100',
    });
  });

  it('is found in a graph, a list, a web page, and under prefixed names', () => {
    for (const block of [
      { '@graph': [{ '@type': 'WebSite', name: 'Shop' }, teapot] },
      [{ '@type': 'BreadcrumbList', itemListElement: [] }, teapot],
      { '@type': 'ItemPage', mainEntity: teapot },
      { ...teapot, '@type': ['Thing', 'http://schema.org/Product'] },
      {
        '@type': 'schema:Product',
        'schema:name': 'Blue teapot',
        'schema:sku': 'TP-100',
        'schema:offers': teapot.offers,
      },
      { ...teapot.offers, itemOffered: { ...teapot, offers: undefined } },
    ])
      expect(read(block), JSON.stringify(block)).to.include({ sku: 'TP-100', price: 24.5 });
  });

  it('is put together from references', () => {
    const offer = { '@id': '#offer', ...teapot.offers };
    expect(read({ '@graph': [{ ...teapot, offers: { '@id': '#offer' } }, offer] })).to.include({ price: 24.5 });
  });

  it('survives references in a circle', () => {
    const graph = [
      { '@id': '#p', '@type': 'Product', name: 'A', sku: 'A1', isRelatedTo: { '@id': '#q' } },
      { '@id': '#q', '@type': 'Product', name: 'B', sku: 'B1', isRelatedTo: { '@id': '#p' } },
    ];
    expect(() => readProducts(withJsonLd({ '@graph': graph }), url)).not.to.throw();
  });
});

describe('broken JSON-LD', () => {
  const json = JSON.stringify(teapot);
  const broken: Record<string, string> = {
    'in a CDATA section': `/*<![CDATA[*/ ${json} /*]]>*/`,
    'in an HTML comment': `<!-- ${json} -->`,
    'with comments': `// product\n{ /* us */ ${json.slice(1)}`,
    'with trailing commas': json.replace(/}$/, ',}').replace(']', ',]'),
    'with raw line breaks in a text': json.replace('Blue teapot', 'Blue\n\tteapot'),
    'with unescaped quotes': json.replace('"Kiln"', '"The "Kiln" company"'),
    'with escaped quotes as entities': json.replaceAll('"', '&quot;'),
    'after a byte order mark': `\ufeff${json}`,
    'followed by another object': `{"@type":"WebSite"}${json}`,
    'that ends with a semicolon': `${json};`,
  };
  for (const [how, text] of Object.entries(broken))
    it(`is read ${how}`, () => {
      expect(read(text)).to.include({ name: 'Blue teapot', sku: 'TP-100', price: 24.5 });
    });

  it('is read as far as it goes when it was cut off', () => {
    expect(read(json.slice(0, json.indexOf('"availability"')))).to.include({ sku: 'TP-100', price: 24.5 });
  });
});

describe('offers', () => {
  const offers = (value: unknown) => read({ ...teapot, offers: value });

  it('give the lowest price of what can be bought', () => {
    const at = (price: number, availability: string) => ({
      '@type': 'Offer',
      price,
      priceCurrency: 'EUR',
      availability,
    });
    expect(offers([at(9, 'OutOfStock'), at(12, 'InStock'), at(11, 'InStock')])).to.include({
      price: 11,
      availability: 'InStock',
    });
  });

  it('may be an aggregate, alone or around single ones', () => {
    expect(
      offers({ '@type': 'AggregateOffer', lowPrice: '1.299,00', highPrice: '1.500,00', priceCurrency: 'EUR' }),
    ).to.include({ price: 1299 });
    expect(offers({ '@type': 'AggregateOffer', offers: [teapot.offers] })).to.include({ price: 24.5, currency: 'EUR' });
  });

  it('may say their price in specifications, with the one before', () => {
    const priceSpecification = [
      { '@type': 'UnitPriceSpecification', price: 20, priceCurrency: 'EUR' },
      { '@type': 'UnitPriceSpecification', price: 30, priceType: 'https://schema.org/StrikethroughPrice' },
      { '@type': 'UnitPriceSpecification', price: 2, referenceQuantity: { '@type': 'QuantitativeValue', value: 100 } },
    ];
    expect(offers({ '@type': 'Offer', priceSpecification })).to.include({ price: 20, listPrice: 30, currency: 'EUR' });
  });

  it('of zero are no price', () => {
    expect(offers({ '@type': 'Offer', price: 0, priceCurrency: 'EUR' })).not.to.have.property('price');
  });
});

describe('variants', () => {
  const variant = (number: number) => ({
    '@type': 'Product',
    sku: `TP-10${number}`,
    size: `${number} l`,
    offers: {
      '@type': 'Offer',
      price: 10 * number,
      priceCurrency: 'EUR',
      url: `https://shop.example/teapots/blue-teapot?variant=${number}`,
    },
  });

  it('are chosen by the page’s address', () => {
    const group = {
      '@type': 'ProductGroup',
      name: 'Blue teapot',
      brand: 'Kiln',
      hasVariant: [variant(1), { ...variant(2), url: 'https://shop.example/teapots/blue-teapot?variant=2' }],
    };
    expect(read(group)).to.include({ sku: 'TP-102', price: 20, variant: '2 l', brand: 'Kiln' });
  });

  it('as offers are chosen likewise', () => {
    expect(read({ ...teapot, offers: [variant(1).offers, variant(2).offers] })).to.include({ price: 20 });
  });
});

describe('which product the page is about', () => {
  it('is told by its address among several', () => {
    const other = { ...teapot, name: 'Red teapot', sku: 'TP-200', url: '/teapots/red-teapot' };
    expect(read(other, { ...teapot, url: '/teapots/blue-teapot' })).to.include({ sku: 'TP-100' });
  });

  it('is not a related one', () => {
    const related = { '@type': 'Product', name: 'Cup', sku: 'CUP-1', offers: { price: 3 } };
    expect(read({ ...teapot, isRelatedTo: [related] })).to.include({ sku: 'TP-100' });
  });

  it('is none on a list page', () => {
    const list = {
      '@type': 'ItemList',
      itemListElement: [1, 2].map((number) => ({
        '@type': 'ListItem',
        item: {
          '@type': 'Product',
          name: `Pot ${number}`,
          sku: `P-${number}`,
          url: `/pots/${number}`,
          offers: { price: number },
        },
      })),
    };
    const page = readPage(withJsonLd(list), 'https://shop.example/teapots');
    expect(page).to.include({ kind: 'list', main: undefined });
    expect(page.products.map(({ sku }) => sku)).to.deep.equal(['P-1', 'P-2']);
    expect(page.products[1]).to.include({ url: 'https://shop.example/pots/2' });
  });

  it('is none on an article that carries a product', () => {
    const page = withJsonLd({ '@graph': [{ '@type': 'BlogPosting', headline: 'Ten teapots' }, teapot] });
    expect(readPage(page, url)).to.include({ kind: 'article', main: undefined });
    expect(readProducts(page, url)).to.deep.equal([]);
  });

  it('is none where only a number in the address looks like one', () => {
    const page = parseDocument('<h1>Teapots</h1><div data-id="12345"></div>');
    expect(readPage(page, 'https://shop.example/category/12345').main).to.equal(undefined);
  });

  it('is none where nothing is sold', () => {
    expect(body('<h1>About us</h1><p>12,00 €</p>')).to.deep.equal({ kind: 'other', main: undefined, products: [] });
  });
});

describe('microdata and RDFa', () => {
  it('describe a product in attributes and text', () => {
    const { main } = body(`<div itemscope itemtype="https://schema.org/Product" itemref="more">
      <h1 itemprop="name">Blue <b>teapot</b></h1><meta itemprop="sku" content="TP-100">
      <div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><data itemprop="price" value="24.50">24,50 €</data>
      <meta itemprop="priceCurrency" content="EUR"><link itemprop="availability" href="https://schema.org/InStock"></div></div>
      <p id="more"><span itemprop="brand" itemscope itemtype="https://schema.org/Brand"><span itemprop="name">Kiln</span></span></p>`);
    expect(main).to.include({
      name: 'Blue teapot',
      sku: 'TP-100',
      price: 24.5,
      currency: 'EUR',
      availability: 'InStock',
      brand: 'Kiln',
    });
  });

  it('are the same in RDFa', () => {
    const { main } = body(`<div vocab="https://schema.org/" typeof="Product"><h1 property="name">Blue teapot</h1>
      <div property="offers" typeof="Offer"><span property="price" content="24.5">24,50</span><span property="priceCurrency">EUR</span></div></div>`);
    expect(main).to.include({ name: 'Blue teapot', price: 24.5, currency: 'EUR' });
  });

  it('may have a property named like a method', () => {
    expect(() =>
      body('<div itemscope itemtype="https://schema.org/Product"><p itemprop="toString __proto__ push">x</p></div>'),
    ).not.to.throw();
  });
});

describe('Open Graph', () => {
  it('describes a product, reduced', () => {
    const { main } = body(`<meta property="og:type" content="product"><meta property="og:title" content="Blue teapot">
      <meta property="product:price:amount" content="30,00"><meta property="product:sale_price:amount" content="24,50">
      <meta property="product:price:currency" content="EUR"><meta property="product:availability" content="oos">
      <meta property="product:retailer_item_id" content="TP-100">`);
    expect(main).to.include({
      name: 'Blue teapot',
      price: 24.5,
      listPrice: 30,
      currency: 'EUR',
      availability: 'OutOfStock',
      sku: 'TP-100',
    });
  });
});

describe('a price that the page contradicts', () => {
  it('is left out when it is crossed out', () => {
    const html = `<script type="application/ld+json">${JSON.stringify(teapot)}</script><s>24,50 €</s> <b>19,00 €</b>`;
    expect(body(html).main).to.include({ sku: 'TP-100' }).and.not.to.have.property('price');
  });

  const contradicted = (html: string) =>
    body(
      `<meta property="product:price:amount" content="20"><script type="application/ld+json">${JSON.stringify(teapot)}</script>${html}`,
    ).main;

  it('gives way to the one that is shown', () => {
    expect(contradicted('<p class="price">20,00 €</p>')).to.include({ price: 20 });
  });

  it('is left out when nothing decides', () => {
    expect(contradicted('')).not.to.have.property('price');
  });
});

describe('hostile data', () => {
  it('yields no address that runs', () => {
    for (const bad of [
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'java\nscript:alert(1)',
    ]) {
      const product = read({ ...teapot, url: bad, image: bad, '@id': bad });
      expect(product?.url ?? product?.image).to.equal(undefined);
    }
  });

  it('makes the reader neither throw nor return what is no product', () => {
    const text = JSON.stringify({ '@graph': [teapot, { '@type': 'ItemList', itemListElement: [teapot] }] });
    const mangled = fc
      .tuple(fc.nat(text.length), fc.nat(text.length), fc.string())
      .map(([a, b, insert]) => text.slice(0, a) + insert + text.slice(b));
    const html = fc
      .array(
        fc.constantFrom(
          '<div itemscope itemtype="http://schema.org/Product">',
          '</div>',
          '<p itemprop=offers itemscope>',
          '<s>',
          '<h1>',
          '<meta property="product:price:amount" content="x">',
          '<i typeof=Product property=offers>',
          '"',
          'name',
          '<script>dataLayer.push({ecommerce:{detail:{products:[{id:',
          '</script>',
        ),
        { maxLength: 20 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(mangled, html, (json, markup) => {
        const document = parseDocument(`<script type="application/ld+json">${json}</script>${markup}`);
        for (const product of readPage(document, url).products) expect(product.id).to.be.a('string').and.not.equal('');
      }),
      { numRuns: 300 },
    );
  });

  it('leaves every prototype as it was', () => {
    read('{"@type":"Product","name":"x","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
    expect(({} as Record<string, unknown>).polluted).to.equal(undefined);
  });

  it('does not touch the page', () => {
    const document = withJsonLd(teapot);
    const before = document.documentElement.outerHTML;
    readProducts(document, url);
    expect(document.documentElement.outerHTML).to.equal(before);
  });

  it('may come with an address that is none', () => {
    expect(() => readProducts(withJsonLd(teapot), 'nonsense')).not.to.throw();
  });
});
