import { expect } from 'chai';
import fc from 'fast-check';
import { setConsent } from '../../src/store/consent.js';
import { mergeListChoices, rememberListChoice } from '../../src/store/list-choices.js';
import { touchSession } from '../../src/store/session.js';
import { withListChoice } from '../../src/store/with-list-choice.js';
import { forgetPage } from '../forget-page.js';

const MINUTE_MS = 60_000;
const choose = (id: string, list: string, index: number, at: number) =>
  rememberListChoice({ item_list_id: list, item_list_name: `The ${list}`, items: [{ item_id: id, index }] }, at);

describe('the list from which a product was gone to', () => {
  beforeEach(() => forgetPage());

  it('is told with the product, the last one of several', () => {
    choose('a', 'first', 3, 1000);
    choose('a', 'second', 0, 2000);
    choose('b', 'third', 7, 3000);
    expect(withListChoice({ item_id: 'a', quantity: 2 }, 4000)).to.deep.equal({
      item_id: 'a',
      quantity: 2,
      item_list_id: 'second',
      item_list_name: 'The second',
      index: 0,
    });
  });

  it('is not made up where there was none, and not put in place of what an item says itself', () => {
    expect(withListChoice({ item_id: 'x' })).to.deep.equal({ item_id: 'x' });
    choose('a', 'ours', 1, 1000);
    const own = { item_id: 'a', item_list_id: 'the shop’s', index: 5 };
    expect(withListChoice(own, 2000)).to.deep.equal(own);
  });

  it('may be said by each item, as GA4 has it', () => {
    rememberListChoice(
      { item_list_id: 'all', items: [{ item_id: 'a', item_list_id: 'its own' }, { item_id: 'b' }] },
      1,
    );
    expect(withListChoice({ item_id: 'a' }, 2).item_list_id).to.equal('its own');
    expect(withListChoice({ item_id: 'b' }, 2).item_list_id).to.equal('all');
  });

  it('ends with the visit', () => {
    const start = 1_000_000_000;
    touchSession(start);
    choose('a', 'list', 0, start + MINUTE_MS);
    for (let at = start; at < start + 90 * MINUTE_MS; at += 20 * MINUTE_MS) touchSession(at);
    expect(withListChoice({ item_id: 'a' }, start + 90 * MINUTE_MS).item_list_id).to.equal('list');
    const tomorrow = start + 24 * 60 * MINUTE_MS;
    expect(withListChoice({ item_id: 'a' }, tomorrow)).to.deep.equal({ item_id: 'a' });
    touchSession(tomorrow);
    expect(withListChoice({ item_id: 'a' }, tomorrow)).to.deep.equal({ item_id: 'a' });
  });

  it('ends with the pause that ends a visit where visits are not remembered', () => {
    choose('a', 'list', 0, 1000);
    expect(withListChoice({ item_id: 'a' }, 1000 + 30 * MINUTE_MS).item_list_id).to.equal('list');
    expect(withListChoice({ item_id: 'a' }, 1001 + 30 * MINUTE_MS).item_list_id).to.equal(undefined);
  });

  it('is kept from page to page with consent only, and of fifty products at most', () => {
    choose('a', 'list', 0, 1000);
    expect(Object.keys(localStorage).filter((key) => key.includes('list-choice'))).to.deep.equal([]);
    setConsent('granted');
    for (let at = 0; at < 80; at++) choose(`p${at}`, 'list', 0, 2000 + at);
    forgetPage({ storage: true });
    expect(Object.keys(localStorage).filter((key) => key.includes('list-choice'))).to.have.length(50);
    expect(withListChoice({ item_id: 'p79' }, 3000).item_list_id).to.equal('list');
    expect(withListChoice({ item_id: 'a' }, 3000).item_list_id).to.equal(undefined);
  });

  it('merges alike in all tabs', () => {
    const choice = fc.record({
      item_list_id: fc.constantFrom('a', 'b'),
      index: fc.nat(2),
      chosenAt: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(choice, choice, choice, (a, b, c) => {
        const merge = mergeListChoices;
        expect(merge(a, b)).to.deep.equal(merge(b, a));
        expect(merge(merge(a, b), c)).to.deep.equal(merge(a, merge(b, c)));
        expect(merge(a, a)).to.equal(a);
      }),
    );
  });
});
