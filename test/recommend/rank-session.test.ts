import { expect } from 'chai';
import fc from 'fast-check';
import type { RankSettings, ScoredList } from '../../src/recommend/format.js';
import { rankSession } from '../../src/recommend/rank-session.js';
import { listOf, returns } from './make-models.js';

const settings: RankSettings = { depth: 3, decay: 2, returns };
const plain: RankSettings = { ...settings, returns: [] };

function rank(session: string[], lists: Record<string, ScoredList>, how = plain) {
  return rankSession(session, (id) => (Object.hasOwn(lists, id) ? lists[id] : undefined), how);
}
const ids = (...parameters: Parameters<typeof rank>) => rank(...parameters).map(({ id }) => id);

describe('a ranking by the session', () => {
  it('is empty where nothing is known', () => {
    expect(ids([], {})).to.deep.equal([]);
    expect(ids(['a'], {})).to.deep.equal([]);
  });

  it('has the list of the only product', () => {
    expect(ids(['a'], { a: listOf('b', 'c') })).to.deep.equal(['b', 'c']);
  });

  it('adds up lists, the current product’s counting most', () => {
    const lists = { a: listOf('x', 'y'), b: listOf('p', 'y') };
    expect(ids(['a', 'b'], lists)[0]).to.equal('p');
    // y: 1/2 from b and 1/8 from a; x: 1/4 from a.
    expect(ids(['a', 'b'], lists)).to.deep.equal(['p', 'y', 'x']);
    expect(ids(['b', 'a'], lists)[0]).to.equal('x');
  });

  it('asks the last few different products only, however often they were looked at', () => {
    const asked: string[] = [];
    rankSession(['z', 'a', 'b', 'c', 'b', 'c'], (id) => void asked.push(id), settings);
    expect(asked).to.deep.equal(['c', 'b', 'a']);
  });

  it('says which product of the session spoke for each, and for its own none', () => {
    const lists = { a: listOf('x', 'y', 'b'), b: listOf('p', 'y') };
    const reasons = (how: RankSettings) =>
      Object.fromEntries(rank(['a', 'b'], lists, how).map(({ id, because }) => [id, because]));
    expect(reasons(plain)).to.deep.equal({ p: 'b', y: 'b', x: 'a', b: undefined });
    expect(reasons(settings)).to.deep.equal({ p: 'b', y: 'b', x: 'a', a: undefined, b: undefined });
  });

  it('puts equal products in the order of their ids, in every browser', () => {
    const equal = { ids: ['é', 'b', 'Z', '10', '9'], weights: 'CCCCC' };
    expect(ids(['a'], { a: equal })).to.deep.equal(['10', '9', 'Z', 'b', 'é']);
  });

  it('knows how often shoppers go back', () => {
    const lists = { b: listOf('x', 'y') };
    const ranking = rank(['a', 'b'], lists, settings);
    // 0.4 go back to a; of the other 0.6 two thirds go to x.
    expect(ranking.map(({ id }) => id)).to.deep.equal(['a', 'x', 'y', 'b']);
    expect(ranking[0]!.score).to.be.closeTo(0.4, 1e-9);
    expect(ranking[1]!.score).to.be.closeTo(0.4, 1e-9);
    expect(ranking[2]!.score).to.be.closeTo(0.2, 1e-9);
    // After a return, going on is rarer.
    expect(rank(['b', 'a', 'b'], lists, settings)[0]).to.deep.include({ id: 'a', score: 0.5 });
  });

  it('takes the last rate for products that lie further back', () => {
    const ranking = rank(['a', 'b', 'c', 'd', 'e'], {}, settings);
    expect(ranking.map(({ score }) => score)).to.deep.equal([0.3, 0.1, 0.1, 0.1, 0]);
  });

  it('ranks the current product like any other, and hardly ever high', () => {
    const ranking = rank(['b', 'a', 'b'], { b: listOf('x') }, settings);
    expect(ranking.at(-1)).to.deep.equal({ id: 'b', score: 0.01 });
  });

  const someId: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '__proto__');
  const someList = fc
    .uniqueArray(someId)
    .chain((some) =>
      fc.string({ minLength: some.length, maxLength: some.length }).map((weights) => ({ ids: some, weights })),
    );
  const someLists = fc.array(fc.tuple(someId, someList)).map((entries) => new Map(entries));

  it('is sorted, without repetition, of what is known, and finite, whatever the session and the files say', () => {
    fc.assert(
      fc.property(fc.array(someId), someLists, fc.boolean(), (session, lists, mixed) => {
        const ranking = rankSession(session, (id) => lists.get(id), mixed ? settings : plain);
        const known = new Set([...session, ...[...lists.values()].flatMap((list) => list.ids)]);
        expect(new Set(ranking.map(({ id }) => id)).size).to.equal(ranking.length);
        ranking.forEach(({ id, score }, index) => {
          expect(known.has(id)).to.equal(true);
          expect(Number.isFinite(score) && score >= 0).to.equal(true);
          if (index > 0) expect(ranking[index - 1]!.score >= score).to.equal(true);
        });
      }),
    );
  });

  it('puts new products in the order of the lists, whatever is known of returns', () => {
    fc.assert(
      fc.property(fc.array(someId), someLists, (session, lists) => {
        const order = (how: RankSettings) =>
          rankSession(session, (id) => lists.get(id), how)
            .filter(({ id, score }) => !session.includes(id) && score > 0)
            .map(({ id }) => id);
        expect(new Set(order(settings))).to.deep.equal(new Set(order(plain)));
        const scores = new Map(rankSession(session, (id) => lists.get(id), plain).map(({ id, score }) => [id, score]));
        order(settings).forEach((id, index, all) => {
          if (index > 0) expect(scores.get(all[index - 1]!)! >= scores.get(id)! - 1e-9).to.equal(true);
        });
      }),
    );
  });
});
