import { expect } from 'chai';
import { matches } from '../../src/recommend/matches.js';
import { readRules } from '../../src/recommend/read-rules.js';
import { hearReports } from '../hear-reports.js';

describe('a shop’s rules', () => {
  let heard: ReturnType<typeof hearReports>;
  beforeEach(() => (heard = hearReports()));
  afterEach(() => heard.stop());

  it('are taken as they are written', () => {
    const rules = {
      pin: ['a'],
      exclude: [{ brand: 'Ach', maxPrice: 10 }, { category: ['Tea', 'Rugs'] }],
      boost: [{ reduced: true, by: 2 }],
      sameBrand: 'first',
    };
    expect(readRules(rules)).to.deep.equal(rules);
    expect(heard.warnings).to.deep.equal([]);
  });

  it('that are wrong are left out, with a word on each; the others hold', () => {
    const read = readRules({
      pin: ['a', 7],
      exclude: [{ brnad: 'Ach' }, {}, null, { brand: '' }, { minPrice: '5' }, { id: 'x' }],
      boost: [{ id: 'a', by: 'much' }, { by: 2 }, { id: 'b', by: 0 }],
      sameBrand: true,
      colour: 'red',
    });
    expect(read).to.deep.equal({ pin: ['a'], exclude: [{ id: 'x' }], boost: [{ id: 'b', by: 0 }] });
    for (const word of ['brnad', 'says nothing', 'brand', 'minPrice', 'much', 'sameBrand', 'colour']) {
      expect(heard.warnings.join('\n')).to.include(word);
    }
  });

  it('that are no rules at all are none', () => {
    for (const odd of [null, 'pin', 3, [], undefined]) expect(readRules(odd)).to.deep.equal({});
  });
});

describe('a condition', () => {
  const pot = { id: 'P', brand: 'Ach', category: 'Kitchen > Teapots', price: 20, listPrice: 30 };

  it('holds when all that it says is true', () => {
    for (const one of [
      { id: 'P' },
      { id: ['X', 'P'] },
      { brand: 'ach' },
      { category: 'kitchen' },
      { category: 'Kitchen > Teapots' },
      { minPrice: 20, maxPrice: 20 },
      { reduced: true },
      { brand: 'Ach', category: 'Kitchen' },
    ]) {
      expect(matches(pot, one), JSON.stringify(one)).to.equal(true);
    }
    for (const one of [
      {},
      { id: 'p' },
      { brand: 'Bo' },
      { category: 'Kitch' },
      { category: 'Teapots' },
      { minPrice: 21 },
      { maxPrice: 19 },
      { reduced: false },
      { brand: 'Ach', category: 'Rugs' },
    ]) {
      expect(matches(pot, one), JSON.stringify(one)).to.equal(false);
    }
  });

  it('does not hold for what is not known', () => {
    for (const one of [
      { brand: 'Ach' },
      { category: 'Kitchen' },
      { minPrice: 0 },
      { maxPrice: 9 },
      { reduced: true },
    ]) {
      expect(matches({ id: 'x' }, one), JSON.stringify(one)).to.equal(false);
    }
    expect(matches({ id: 'x' }, { reduced: false })).to.equal(true);
  });
});
