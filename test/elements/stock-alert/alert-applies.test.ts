import { expect } from 'chai';
import { alertApplies, alertIsOver } from '../../../src/elements/stock-alert/alert-applies.js';

describe('whether an alert makes sense', () => {
  it('back in stock: for what is out of stock or sold out', () => {
    expect(alertApplies('back-in-stock', 'OutOfStock')).to.equal(true);
    expect(alertApplies('back-in-stock', 'SoldOut')).to.equal(true);
    for (const other of ['InStock', 'PreOrder', 'BackOrder', 'Discontinued', 'LimitedAvailability'] as const)
      expect(alertApplies('back-in-stock', other), other).to.equal(false);
    expect(alertApplies('back-in-stock', undefined)).to.equal(undefined);
  });

  it('a lower price: for all but what will never be had again', () => {
    for (const good of ['InStock', 'OutOfStock', 'PreOrder', undefined] as const)
      expect(alertApplies('price-drop', good), String(good)).to.equal(true);
    expect(alertApplies('price-drop', 'SoldOut')).to.equal(false);
    expect(alertApplies('price-drop', 'Discontinued')).to.equal(false);
  });

  it('it is over when it has come true, and only then', () => {
    const alert = { askedAt: 1, price: 20 };
    expect(alertIsOver('back-in-stock', alert, { availability: 'InStock' })).to.equal(true);
    expect(alertIsOver('back-in-stock', alert, { availability: 'OutOfStock' })).to.equal(false);
    expect(alertIsOver('back-in-stock', alert, {})).to.equal(false);
    expect(alertIsOver('price-drop', alert, { price: 19.99 })).to.equal(true);
    expect(alertIsOver('price-drop', alert, { price: 20 })).to.equal(false);
    expect(alertIsOver('price-drop', alert, {})).to.equal(false);
    expect(alertIsOver('price-drop', { askedAt: 1 }, { price: 1 })).to.equal(false);
  });
});
