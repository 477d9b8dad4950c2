import { expect } from 'chai';
import type { Product } from '../../src/events/product.js';
import { bucketOf } from '../../src/recommend/bucket-of.js';
import { loadRanking } from '../../src/recommend/load-ranking.js';
import { openModels } from '../../src/recommend/open-models.js';
import { hearReports } from '../hear-reports.js';
import { address, listOf, manifestOf, serve } from './make-models.js';

describe('trained files', () => {
  const files = {
    'manifest.json': manifestOf({
      tables: {
        related: { path: 'abc/related', buckets: 4 },
        products: { path: 'abc/products', buckets: 2 },
        category: { lists: { Teapots: listOf('t') } },
      },
    }),
    [`abc/related/${bucketOf('pot', 4)}.json`]: { pot: listOf('lid', 'cup') },
    [`abc/products/${bucketOf('lid', 2)}.json`]: { lid: { name: 'Lid', price: 3 } },
  };
  let heard: ReturnType<typeof hearReports>;
  beforeEach(() => (heard = hearReports()));
  afterEach(() => heard.stop());

  it('are loaded when they are needed, each once', async () => {
    const server = serve(files);
    const models = openModels(address, server.load);
    expect(server.asked).to.deep.equal([]);
    const [one, other] = await Promise.all([models.list('related', 'pot'), models.list('related', 'pot')]);
    expect(one).to.deep.equal(listOf('lid', 'cup'));
    expect(other).to.equal(one);
    expect(await models.product('lid')).to.deep.equal({ id: 'lid', name: 'Lid', price: 3 });
    expect(await models.popular('Teapots')).to.deep.equal(listOf('t'));
    expect(server.asked).to.deep.equal([
      'manifest.json',
      `abc/related/${bucketOf('pot', 4)}.json`,
      `abc/products/${bucketOf('lid', 2)}.json`,
    ]);
    expect(heard.warnings).to.deep.equal([]);
  });

  it('say nothing of what they do not have', async () => {
    const server = serve(files);
    const models = openModels(address, server.load);
    expect(await models.list('bought', 'pot')).to.equal(undefined);
    expect(await models.popular('Rugs')).to.equal(undefined);
    expect(server.asked).to.deep.equal(['manifest.json']);
    for (const odd of ['__proto__', 'constructor', 'hasOwnProperty']) {
      expect(
        await openModels(
          address,
          serve({
            ...files,
            'abc/related/0.json': {},
            'abc/related/1.json': {},
            'abc/related/2.json': {},
            'abc/related/3.json': {},
          }).load,
        ).list('related', odd),
        odd,
      ).to.equal(undefined);
    }
  });

  it('may have been learnt from records that anybody wrote: an address that is none does not come through', async () => {
    const lid = { name: '<b>Lid</b>', url: 'javascript:alert(1)', image: 'data:text/html,x', price: '3' };
    const manifest = manifestOf({ tables: { products: { lists: { lid: lid as unknown as Omit<Product, 'id'> } } } });
    const models = openModels(address, serve({ 'manifest.json': manifest }).load);
    expect(await models.product('lid')).to.deep.equal({ id: 'lid', name: '<b>Lid</b>' });
  });

  it('that cannot be had are told of once, and asked for again', async () => {
    let fail = true;
    const server = serve(files);
    const models = openModels(address, (url) => (fail ? Promise.reject(new TypeError('offline')) : server.load(url)));
    expect(await models.manifest()).to.equal(undefined);
    expect(await models.list('related', 'pot')).to.equal(undefined);
    expect(heard.warnings.filter((line) => line.includes('offline'))).to.have.length(1);
    fail = false;
    expect(await models.list('related', 'pot')).to.deep.equal(listOf('lid', 'cup'));
  });

  it('that are something else do not break the page', async () => {
    const wrong: Record<string, unknown>[] = [
      { 'manifest.json': '<!doctype html>' },
      { 'manifest.json': 'null' },
      { 'manifest.json': '[]' },
      { 'manifest.json': { cuekitRelated: 2 } },
      { 'manifest.json': { cuekitRelated: 1 } },
      { 'manifest.json': { ...manifestOf(), tables: { related: {} } } },
      { 'manifest.json': { ...manifestOf(), tables: { related: { lists: { pot: 'lid' } } } } },
      { 'manifest.json': { ...manifestOf(), tables: { related: { lists: { pot: { ids: 'lid' } } } } } },
      {},
    ];
    for (const some of wrong) {
      const models = openModels(address, serve(some).load);
      expect(await models.list('related', 'pot'), JSON.stringify(some)).to.equal(undefined);
      expect(await loadRanking(models, 'related', ['pot'])).to.be.an('array');
    }
    expect(heard.warnings.join('\n')).to.include('train again');
  });

  it('rank the products of the session, with the lists that those need', async () => {
    const server = serve({
      'manifest.json': manifestOf({
        tables: { related: { lists: { a: listOf('x'), b: listOf('y'), pot: listOf('z') } } },
      }),
    });
    const ranking = await loadRanking(openModels(address, server.load), 'related', ['a', 'pot', 'b', 'a']);
    expect(ranking.map(({ id }) => id)).to.include.members(['x', 'y', 'z']);
  });
});
