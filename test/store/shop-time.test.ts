import { expect } from 'chai';
import { createShopTime } from '../../src/store/shop-time.js';

const HOUR_MS = 3_600_000;

describe('the time by which incentives end', () => {
  it('is the device’s', () => {
    let now = 1000;
    const time = createShopTime(
      () => now,
      () => now,
    );
    expect(time.now()).to.equal(1000);
    now = 1500;
    expect(time.now()).to.equal(1500);
  });

  it('goes on when the device’s clock is put back, and follows it forward', () => {
    let device = HOUR_MS;
    let steady = 0;
    const time = createShopTime(
      () => device,
      () => steady,
    );
    device = 0;
    steady = 5000;
    expect(time.now()).to.equal(HOUR_MS + 5000);
    device = 3 * HOUR_MS;
    expect(time.now()).to.equal(3 * HOUR_MS);
    device = 0;
    expect(time.now()).to.equal(3 * HOUR_MS);
  });

  it('counts what passed while the device slept', () => {
    let device = 0;
    const time = createShopTime(
      () => device,
      () => 0,
    );
    device = HOUR_MS;
    expect(time.now()).to.equal(HOUR_MS);
  });

  it('is put right by a server that is later, and by none that is earlier', () => {
    const time = createShopTime(
      () => HOUR_MS,
      () => 0,
    );
    time.note(2 * HOUR_MS);
    expect(time.now()).to.equal(2 * HOUR_MS);
    time.note(0);
    time.note(NaN);
    expect(time.now()).to.equal(2 * HOUR_MS);
  });
});
