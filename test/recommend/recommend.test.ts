import { expect } from 'chai';
import fc from 'fast-check';
import type { Availability, Product } from '../../src/events/product.js';
import type { ScoredList } from '../../src/recommend/format.js';
import { recommend } from '../../src/recommend/recommend.js';
import type { RecommendOptions } from '../../src/recommend/recommend.js';
import { hearReports } from '../hear-reports.js';
import { listOf, makeModels } from './make-models.js';

const product = (id: string, more: Partial<Product> = {}): Product => ({
  id,
  name: `Product ${id}`,
  url: `https://shop.example/${id}`,
  ...more,
});

describe('suggestions', () => {
  const shop = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) =>
    product(id, { brand: 'abcd'.includes(id) ? 'Ach' : 'Bo', category: 'abc'.includes(id) ? 'Tea > Pots' : 'Tea' }),
  );
  const models = () =>
    makeModels(
      {
        related: { a: listOf('b', 'c'), c: listOf('d') },
        similar: { a: listOf('c', 'e') },
        category: { Tea: listOf('f') },
      },
      shop,
      ['a', 'b', 'g', 'h'],
    );
  const suggest = async (options: Partial<RecommendOptions>) =>
    (await recommend({ models: models(), session: ['a'], current: shop[0]!, count: 4, ...options })).map(
      ({ product: { id }, strategy }) => `${id} ${strategy}`,
    );

  it('come from what says most, and are filled up from what is always there', async () => {
    expect(await suggest({ count: 2 })).to.deep.equal(['b related', 'c related']);
    expect(await suggest({ count: 3 })).to.deep.equal(['b related', 'c related', 'e similar']);
    expect(await suggest({ count: 20 })).to.deep.equal([
      'b related',
      'c related',
      'e similar',
      'f popular',
      'g trending',
      'h trending',
    ]);
  });

  it('are there on a page without a product, too', async () => {
    expect(
      await recommend({ models: models(), session: [], count: 2 }).then((all) => all.map(({ strategy }) => strategy)),
    ).to.deep.equal(['trending', 'trending']);
    const inCategory = await recommend({ models: models(), session: [], count: 1, category: 'Tea > Pots > Blue' });
    expect(inCategory.map(({ product: { id }, strategy }) => `${id} ${strategy}`)).to.deep.equal(['f popular']);
  });

  it('are none where nothing is known', async () => {
    expect(await recommend({ models: makeModels({}, []), session: ['x'], count: 3 })).to.deep.equal([]);
    expect(await suggest({ count: 0 })).to.deep.equal([]);
  });

  it('follow the session, and may show its products again only when they are asked to', async () => {
    expect(await suggest({ session: ['c', 'b', 'a'], count: 1 })).to.deep.equal(['d related']);
    expect(await suggest({ session: ['c', 'b', 'a'], count: 1, again: true })).to.deep.equal(['b related']);
  });

  it('raise what goes with what was liked before, and bring nothing in that does not suit the visit', async () => {
    const related = { a: listOf('b', 'c', 'd', 'e'), x: listOf('d', 'h') };
    const models = makeModels({ related }, shop);
    const order = async (liked: string[]) =>
      (await suggest({ models, liked, strategies: ['related'] })).map((text) => text[0]).join('');
    expect(await order([])).to.equal('bcde');
    expect(await order(['x'])).to.equal('bcde');
    const close = { a: { ids: ['b', 'c', 'd', 'e'], weights: 'ABBC' }, x: listOf('d', 'h') };
    const raised = makeModels({ related: close }, shop);
    expect((await suggest({ models: raised, liked: ['x'], strategies: ['related'] }))[0]).to.equal('d related');
  });

  it('go by what was liked where the visit has only begun', async () => {
    const begun = await recommend({ models: models(), session: [], liked: ['c', 'a'], count: 2 });
    expect(begun.map(({ product: { id }, because }) => [id, because])).to.deep.equal([
      ['d', ['c']],
      ['b', ['a']],
    ]);
  });

  it('say what spoke for them, where it was something that the shopper did', async () => {
    const all = await recommend({
      models: models(),
      session: ['c', 'a'],
      liked: ['c'],
      current: shop[0]!,
      count: 4,
    });
    expect(all.map(({ product: { id }, because }) => [id, because])).to.deep.equal([
      ['b', ['a']],
      ['d', ['c', 'c']],
      ['e', ['a']],
      ['f', undefined],
    ]);
  });

  it('leave out the cart, what is sold out and what cannot be shown', async () => {
    expect(await suggest({ without: ['b'], count: 1 })).to.deep.equal(['c related']);
    const describe = (id: string) => {
      if (id === 'b') return product('b', { availability: 'SoldOut' });
      return id === 'c' ? { id: 'c', url: 'https://shop.example/c' } : undefined;
    };
    expect(await suggest({ describe, count: 1 })).to.deep.equal(['e similar']);
  });

  it('survive a shop’s answer that fails', async () => {
    const describe = (id: string) => {
      if (id === 'b') throw new Error('down');
      return Promise.reject(new Error('down'));
    };
    expect(await suggest({ describe, count: 2 })).to.deep.equal(['b related', 'c related']);
  });

  it('may be the shop’s own, with what it says of the products', async () => {
    const asked: unknown[] = [];
    const own = (context: object) => {
      asked.push(context);
      return [
        'h',
        product('new', { name: 'New' }),
        'nobody knows it',
        'a',
        product('gone', { availability: 'SoldOut' }),
      ];
    };
    expect(await suggest({ strategies: ['source', 'related'], source: own, count: 3 })).to.deep.equal([
      'h source',
      'new source',
      'b related',
    ]);
    expect(asked).to.have.length(1);
    expect(asked[0]).to.deep.include({ session: ['a'], current: shop[0] });
  });

  it('do without the shop’s own when those fail', async () => {
    const heard = hearReports();
    const strategies = ['source', 'related'] as const;
    const failing = [() => Promise.reject(new Error('down')), () => 7 as unknown as [], undefined];
    for (const source of failing) {
      expect(await suggest({ strategies, ...(source && { source }), count: 1 })).to.deep.equal(['b related']);
    }
    expect(heard.reports).to.deep.equal(['the shop’s own suggestions could not be had']);
    heard.stop();
  });

  it('take recently viewed products where those are asked for', async () => {
    const recent = [product('h'), product('a'), product('new')];
    expect(await suggest({ strategies: ['recent', 'related'], recent, count: 3 })).to.deep.equal([
      'h recent',
      'new recent',
      'b related',
    ]);
  });

  it('obey the shop’s rules', async () => {
    expect(await suggest({ rules: { pin: ['g', 'a', 'nothing'] }, count: 2 })).to.deep.equal(['g pinned', 'b related']);
    expect(await suggest({ rules: { exclude: [{ brand: 'ach' }] }, count: 2 })).to.deep.equal([
      'e similar',
      'f popular',
    ]);
    expect(await suggest({ rules: { boost: [{ id: 'c', by: 10 }] }, count: 2 })).to.deep.equal([
      'c related',
      'b related',
    ]);
    expect(await suggest({ rules: { sameBrand: 'only' }, count: 9 })).to.deep.equal(['b related', 'c related']);
    const mixed = makeModels({ related: { a: listOf('e', 'f', 'b') } }, shop);
    expect(await suggest({ models: mixed, rules: { sameBrand: 'first' }, count: 3 })).to.deep.equal([
      'b related',
      'e related',
      'f related',
    ]);
  });

  it('do not load the details of many more products than are shown', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `p${index}`);
    const asked = new Set<string>();
    const many = makeModels({ related: { a: listOf(...ids) } }, []);
    await recommend({
      models: many,
      session: ['a'],
      count: 4,
      describe: (id) => {
        asked.add(id);
        return product(id);
      },
    });
    expect(asked.size).to.equal(8);
  });

  it('hold what is promised for any shop and any visit', async () => {
    const id = fc.constantFrom(...'abcdefghij');
    const list: fc.Arbitrary<ScoredList> = fc.uniqueArray(id).map((ids) => listOf(...ids));
    const table = fc.dictionary(id, list);
    const some = fc.record(
      {
        name: fc.constantFrom('Pot', ''),
        brand: fc.constantFrom('Ach', 'Bo'),
        category: fc.constantFrom('Tea', 'Tea > Pots', 'Rugs'),
        availability: fc.constantFrom<Availability>('InStock', 'SoldOut', 'OutOfStock'),
      },
      { requiredKeys: ['name'] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.record({ related: table, similar: table, category: fc.dictionary(fc.constantFrom('Tea', 'Rugs'), list) }),
        fc.dictionary(id, some),
        fc.array(id),
        fc.uniqueArray(id),
        fc.nat(8),
        fc.uniqueArray(id),
        async (tables, details, session, cart, count, trending) => {
          const products = Object.entries(details).map(([key, fields]) => product(key, fields));
          const suggestions = await recommend({
            models: makeModels(tables, products, trending),
            session,
            count,
            without: cart,
          });
          const ids = suggestions.map((suggestion) => suggestion.product.id);
          expect(ids.length).to.be.at.most(count);
          expect(new Set(ids).size).to.equal(ids.length);
          for (const { product: shown } of suggestions) {
            expect([...cart, ...session]).not.to.include(shown.id);
            expect(shown.name).to.equal('Pot');
            expect(shown.availability ?? 'InStock').to.equal('InStock');
          }
          // Never empty when it could be full.
          const possible = trending.filter((other) => {
            const known = products.find((one) => one.id === other);
            return (
              known?.name && (known.availability ?? 'InStock') === 'InStock' && ![...cart, ...session].includes(other)
            );
          });
          expect(ids.length).to.be.at.least(Math.min(count, possible.length));
        },
      ),
    );
  });
});
