import { expect } from 'chai';
import fc from 'fast-check';
import { evaluateAudience } from '../../src/campaigns/evaluate-audience.js';
import { nearestNames } from '../../src/browser/nearest-names.js';
import { hearReports } from '../hear-reports.js';
import { runs } from '../runs.js';

const known = {
  cart: { value: 64.5, currency: 'EUR', quantity: 2, products: ['p1', 'p2'] },
  subscribed: false,
  visit: { number: 3 },
  address: null,
  app: '2.10.0-rc.1',
};

describe('an audience', () => {
  let heard: ReturnType<typeof hearReports>;
  beforeEach(() => (heard = hearReports()));
  afterEach(() => heard.stop());

  it('is asked about what is known', () => {
    const yes: object[] = [
      {},
      { 'cart.value': { $gte: 50 }, subscribed: false },
      { 'cart.products': { $elemMatch: { $regex: '^p2$' } } },
      { 'cart.products': { $all: ['p1', 'p2'] }, 'cart.products.length': 2 },
      { $and: [{ 'visit.number': { $gt: 1 } }, { $not: { 'cart.currency': { $in: ['USD', 'GBP'] } } }] },
      { app: { $vgte: '2.9', $vlt: '2.10.0' } },
      { 'cart.currency': { $inGroup: 'euro' } },
      { cart: { $exists: true }, phone: { $exists: false } },
      { address: null },
      { cart: { quantity: 2, value: 64.5, products: ['p1', 'p2'], currency: 'EUR' } },
    ];
    for (const condition of yes) {
      expect(evaluateAudience(condition, known, { euro: ['EUR'] }), JSON.stringify(condition)).to.equal(true);
      expect(evaluateAudience({ $not: condition }, known, { euro: ['EUR'] })).to.equal(false);
    }
    expect(heard.warnings).to.deep.equal([]);
  });

  it('knows nothing of what objects inherit', () => {
    for (const path of [
      'constructor',
      'constructor.name',
      '__proto__',
      'cart.__proto__',
      'toString',
      'cart.products.at',
    ])
      expect(evaluateAudience({ [path]: { $exists: true } }, known), path).to.equal(false);
    expect(evaluateAudience({ subscribed: { $inGroup: 'constructor' } }, known, {})).to.equal(false);
    expect(evaluateAudience({ subscribed: { constructor: 1 } }, known)).to.equal(false);
    expect(evaluateAudience(JSON.parse('{"subscribed":{"$constructor":1}}'), known)).to.equal(false);
  });

  it('is warned of once when it asks for a name that nothing is known by, with the nearest', () => {
    const condition = { 'cart.valeu': { $gte: 50 } };
    expect(evaluateAudience(condition, known)).to.equal(false);
    evaluateAudience(condition, known);
    expect(heard.warnings).to.have.length(1);
    expect(heard.warnings[0]).to.contain('“cart.valeu”').and.to.contain('did you mean “cart.value”?');
  });

  it('is warned of when it uses an operator that there is not, or a pattern that is none', () => {
    expect(evaluateAudience({ subscribed: { $exsits: true } }, known)).to.equal(false);
    expect(evaluateAudience({ 'cart.currency': { $regex: '([' } }, known)).to.equal(false);
    expect(evaluateAudience({ 'cart.currency': { $in: 'EUR' } }, known)).to.equal(false);
    expect(evaluateAudience({ $or: { subscribed: false } }, known)).to.equal(false);
    expect(evaluateAudience('subscribed', known)).to.equal(false);
    expect(heard.warnings.join('\n'))
      .to.contain('“$exsits” is no operator; did you mean “$exists”?')
      .and.to.contain('"([" is no regular expression')
      .and.to.contain('$in takes a list')
      .and.to.contain('$or takes a list of conditions')
      .and.to.contain('"subscribed" is no condition');
  });

  it('asks of what is missing, or inside of it, without a warning', () => {
    evaluateAudience({ 'address.city': 'Rome', nickname: null, age: { $type: 'null' } }, known);
    expect(heard.warnings).to.deep.equal([]);
  });

  it('never throws, whatever it is given', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withTypedArray: true,
    });
    const odd = fc.oneof(
      anything,
      fc.dictionary(
        fc.constantFrom('$and', '$or', '$not', '$nor', 'cart.value', 'cart', 'cart.products', '__proto__', ''),
        fc.oneof(
          anything,
          fc.dictionary(
            fc.constantFrom('$gte', '$in', '$regex', '$elemMatch', '$size', '$all', '$veq', '$inGroup', '$not'),
            anything,
          ),
        ),
      ),
    );
    fc.assert(
      fc.property(odd, fc.oneof(anything, fc.constant(known)), (condition, attributes) => {
        expect(evaluateAudience(condition, attributes)).to.be.a('boolean');
      }),
      { numRuns: runs(3000) },
    );
    const deep = JSON.parse(`${'{"$not":'.repeat(3000)}{}${'}'.repeat(3000)}`);
    expect(evaluateAudience(deep, known)).to.be.a('boolean');
    const round: Record<string, unknown> = {};
    round.$not = round;
    expect(evaluateAudience(round, known)).to.equal(false);
    const trap = Object.defineProperty({}, 'cart', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });
    expect(evaluateAudience({ cart: 1 }, trap)).to.equal(false);
  });

  it('joins conditions as logic does', () => {
    const simple = fc.constantFrom<object>(
      { 'cart.value': { $gte: 50 } },
      { 'cart.value': { $lt: 50 } },
      { subscribed: false },
      { subscribed: true },
      { 'visit.number': 3 },
    );
    fc.assert(
      fc.property(fc.array(simple), (list) => {
        const each = list.map((condition) => evaluateAudience(condition, known));
        expect(evaluateAudience({ $and: list }, known)).to.equal(each.every(Boolean));
        expect(evaluateAudience({ $or: list }, known)).to.equal(!each.length || each.some(Boolean));
        expect(evaluateAudience({ $nor: list }, known)).to.equal(!!each.length && !each.some(Boolean));
      }),
    );
  });
});

describe('the nearest names', () => {
  const names = ['cart.value', 'cart.quantity', 'subscribed', 'visit.number', 'wishlist.count'];
  it('are those a few letters away', () => {
    expect(nearestNames('cart.vlaue', names)).to.deep.equal(['cart.value']);
    expect(nearestNames('subscibed', names)).to.deep.equal(['subscribed']);
    expect(nearestNames('Cart.Value', names)).to.deep.equal(['cart.value']);
    expect(nearestNames('value', names)).to.deep.equal(['cart.value']);
    expect(nearestNames('wishlist_count', names)).to.deep.equal(['wishlist.count']);
    expect(nearestNames('zebra', names)).to.deep.equal([]);
  });
});
