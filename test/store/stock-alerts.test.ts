import { expect } from 'chai';
import fc from 'fast-check';
import {
  $stockAlert,
  createStockAlerts,
  forgetStockAlert,
  mergeStockAlerts,
  rememberStockAlert,
} from '../../src/store/stock-alerts.js';
import type { StockAlert } from '../../src/store/stock-alerts.js';
import { createDevice } from '../../src/store/device.js';
import { fakeStorage } from './fake-storage.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const now = Date.now();
const teapot = { kind: 'back-in-stock', productId: 't1', variant: 'Blue' } as const;

describe('alerts that were asked for', () => {
  afterEach(() => forgetStockAlert(teapot));

  it('are remembered for one variant and one wish, and forgotten', () => {
    rememberStockAlert(teapot, 24.9, now);
    expect($stockAlert(teapot).get()).to.deep.equal({ askedAt: now, price: 24.9 });
    expect($stockAlert({ ...teapot, variant: 'Red' }).get()).to.equal(undefined);
    expect($stockAlert({ ...teapot, variant: undefined }).get()).to.equal(undefined);
    expect($stockAlert({ ...teapot, kind: 'price-drop' }).get()).to.equal(undefined);
    forgetStockAlert(teapot);
    expect($stockAlert(teapot).get()).to.equal(undefined);
  });

  it('asked for again, it is the later one, even if a clock has gone back', () => {
    rememberStockAlert(teapot, 24.9, now);
    rememberStockAlert(teapot, 20, now - 4000);
    expect($stockAlert(teapot).get()).to.deep.equal({ askedAt: now + 1, price: 20 });
  });

  it('are on the device, and read what is none as none', () => {
    const storage = fakeStorage();
    const device = createDevice(() => storage);
    createStockAlerts(device).update('a', () => ({ askedAt: Date.now() }));
    storage.setItem('cuekit:stock-alert:b', '{"v":1,"d":{"askedAt":"yesterday"}}');
    storage.setItem('cuekit:stock-alert:c', '{"v":1,"d":{"askedAt":1e12,"price":"free"}}');
    const again = createStockAlerts(
      createDevice(() => storage),
      () => 1e12,
    );
    expect([...again.$items.get().keys()].sort()).to.deep.equal(['a', 'c']);
    expect(again.get('c')).to.deep.equal({ askedAt: 1e12 });
  });

  it('go after a year, and the oldest of too many', () => {
    const device = createDevice(() => fakeStorage());
    const alerts = createStockAlerts(device, () => now);
    alerts.update('old', () => ({ askedAt: now - 366 * DAY_MS }));
    expect(alerts.get('old')).to.equal(undefined);
    alerts.together(() => {
      for (let i = 0; i < 205; i++) alerts.update(String(i), () => ({ askedAt: now - 1000 + i }));
    });
    expect(alerts.$items.get().size).to.equal(200);
    expect(alerts.get('4')).to.equal(undefined);
  });

  it('merge alike in any order', () => {
    const alert: fc.Arbitrary<StockAlert> = fc.record(
      { askedAt: fc.integer({ min: 0, max: 3 }), price: fc.integer({ min: 0, max: 2 }) },
      { requiredKeys: ['askedAt'] },
    );
    fc.assert(
      fc.property(alert, alert, alert, (a, b, c) => {
        expect(mergeStockAlerts(a, b)).to.deep.equal(mergeStockAlerts(b, a));
        expect(mergeStockAlerts(mergeStockAlerts(a, b), c)).to.deep.equal(mergeStockAlerts(a, mergeStockAlerts(b, c)));
        expect(mergeStockAlerts(a, a)).to.deep.equal(a);
      }),
    );
  });
});
