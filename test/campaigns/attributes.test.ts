import { expect } from 'chai';
import { emptyAttributes, evaluateAudience, readAttributes, toAttributes } from '../../src/campaigns/index.js';
import { noteHesitation } from '../../src/store/hesitation.js';
import { addWish, rememberViewed, setCart, setConsent, touchSession } from '../../src/store/index.js';
import { noteActive, notePage } from '../../src/store/journey.js';
import { forgetPage } from '../forget-page.js';

const NOW = Date.UTC(2026, 5, 1);
const teapot = { id: 'p1', name: 'Teapot', price: 24.9, currency: 'EUR', category: 'Tea', brand: 'Brew' };
const kettle = { id: 'p2', name: 'Kettle', price: 60, currency: 'EUR', category: 'Tea' };

describe('what audiences are about', () => {
  beforeEach(() => forgetPage());

  it('is what the store knows', () => {
    setConsent('granted', NOW);
    setCart({ lines: [{ key: '', product: teapot, quantity: 2 }], currency: 'EUR' }, NOW);
    addWish(kettle, NOW);
    rememberViewed(teapot, NOW);
    rememberViewed(kettle, NOW + 1);
    touchSession(NOW);
    notePage({ path: '/sale', query: '?utm_source=newsletter&q=tea', referrer: 'https://www.google.com/search' }, NOW);
    notePage({ path: '/teapot' }, NOW + 1);
    noteActive(4000, NOW + 2);
    for (const sign of ['size-guide', 'back-and-forth'] as const) noteHesitation(sign, NOW + 60_000);
    const known = readAttributes(true, NOW + 60_000);
    expect(known).to.deep.equal({
      cart: { value: 49.8, currency: 'EUR', quantity: 2, products: ['p1'], categories: ['Tea'], unchangedMs: 60_000 },
      wishlist: { count: 1, products: ['p2'] },
      viewed: { count: 2, products: ['p2', 'p1'], categories: ['Tea'], brands: ['Brew'] },
      visit: {
        number: 1,
        durationMs: 60_000,
        pages: 2,
        activeMs: 4000,
        landing: '/sale',
        referrer: 'www.google.com',
        utm: { source: 'newsletter', medium: null, campaign: null, term: null, content: null },
      },
      visitor: {
        returning: false,
        activeMs: 4000,
        landing: '/sale',
        referrer: 'www.google.com',
        utm: { source: 'newsletter', medium: null, campaign: null, term: null, content: null },
      },
      hesitation: { score: 4 },
      consent: { personalization: 'granted', analytics: 'granted', ads: 'granted' },
      subscribed: true,
    });
    expect(evaluateAudience({ 'cart.value': { $gte: 49 }, 'viewed.categories': { $in: ['Tea'] } }, known)).to.equal(
      true,
    );
  });

  it('has all its names where nothing is known', () => {
    expect(readAttributes(false, NOW)).to.deep.equal({
      ...emptyAttributes(),
      consent: { personalization: 'pending', analytics: 'pending', ads: 'pending' },
    });
  });

  it('knows a returning visitor by whichever consent was given', () => {
    const arrival = { at: NOW, path: '/', referrer: '', utm: {} };
    const visit = { number: 2, startedAt: NOW, lastSeenAt: NOW, arrival, pages: [], pageCount: 1, activeMs: 0 };
    const session = { id: 'a', startedAt: NOW, lastSeenAt: NOW, number: 1 };
    expect(toAttributes({ visit, session }, NOW).visit.number).to.equal(2);
    expect(toAttributes({ visit, session }, NOW).visitor.returning).to.equal(true);
    expect(toAttributes({ session }, NOW).visitor.returning).to.equal(false);
    expect(toAttributes({}, NOW).visitor.returning).to.equal(null);
  });

  it('does not sum up prices of which one is missing', () => {
    const { price: _, ...unpriced } = teapot;
    const lines = [
      { key: '', product: kettle, quantity: 1 },
      { key: '', product: unpriced, quantity: 1 },
    ];
    expect(toAttributes({ cart: { lines, at: NOW } }, NOW).cart.value).to.equal(null);
    expect(toAttributes({ cart: { lines, total: 70, at: NOW } }, NOW).cart.value).to.equal(70);
    expect(toAttributes({ cart: { lines: [], at: NOW } }, NOW).cart).to.deep.include({
      value: 0,
      quantity: 0,
      unchangedMs: null,
    });
  });
});
