import { expect } from 'chai';
import { ratingData } from '../../src/product/rating-data.js';
import { parseDocument } from './parse-document.js';

const rating = { '@type': 'AggregateRating', ratingValue: 4.6, reviewCount: '128' };
const read = {
  ratingValue: '4.6',
  reviewCount: '128',
  bestRating: undefined,
  worstRating: undefined,
  ratingCount: undefined,
};
const teapot = { '@type': 'Product', name: 'Teapot', sku: 'T-1', aggregateRating: rating };

const jsonLd = (...items: object[]): string =>
  items.map((item) => `<script type="application/ld+json">${JSON.stringify(item)}</script>`).join('');

describe('what a page says of a product’s ratings', () => {
  for (const [situation, html] of [
    ['in JSON-LD', jsonLd(teapot)],
    ['by its name alone', jsonLd({ ...teapot, sku: undefined })],
    [
      'in a graph',
      jsonLd({ '@graph': [{ '@type': 'Organization', name: 'Shop', aggregateRating: { ratingValue: 1 } }, teapot] }),
    ],
    [
      'by a reference',
      jsonLd({
        '@graph': [
          { ...teapot, aggregateRating: { '@id': '#r' } },
          { ...rating, '@id': '#r' },
        ],
      }),
    ],
    [
      'of the group that it is one of',
      jsonLd({
        '@type': 'ProductGroup',
        name: 'Pots',
        aggregateRating: rating,
        hasVariant: [{ '@type': 'Product', sku: 'T-1' }],
      }),
    ],
    [
      'of the group that it names',
      jsonLd({ '@type': 'Product', sku: 'T-1', isVariantOf: { '@type': 'ProductGroup', aggregateRating: rating } }),
    ],
    [
      'in microdata',
      `<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Teapot</h1>
        <p itemprop="aggregateRating" itemscope itemtype="https://schema.org/AggregateRating">
        <b itemprop="ratingValue">4.6</b> of <b itemprop="reviewCount" content="128">many</b></p></div>`,
    ],
  ] as const)
    it(situation, () => {
      const document = parseDocument(html);
      expect(ratingData(document, { id: 'T-1', name: 'Teapot' })).to.deep.equal([read]);
    });

  it('is nothing of what stands beside it', () => {
    const html = jsonLd(
      {
        ...teapot,
        aggregateRating: undefined,
        isRelatedTo: { '@type': 'Product', name: 'Mug', aggregateRating: rating },
      },
      { '@type': 'Product', name: 'Pan', sku: 'P-1', aggregateRating: rating },
    );
    expect(ratingData(parseDocument(html), { id: 'T-1', name: 'Teapot' })).to.deep.equal([]);
  });
});
