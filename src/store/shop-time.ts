import { pageSingleton } from '../browser/page-singleton.js';

/** The time by which incentives end, in milliseconds since 1970. */
export interface ShopTime {
  /** Never earlier than what it said before, whatever is done to the device's clock. */
  now(): number;
  /** Notes what the shop's server says that the time is. A device that is slow is put right; one that is fast ends things early. */
  note(serverAt: number): void;
}

/**
 * A page's time goes on by a clock that nobody can set; the device's own counts where it is ahead of that, since it goes on while
 * the device sleeps.
 *
 * @param device the device's clock
 * @param steady milliseconds since some instant, never put back
 */
export function createShopTime(device = () => Date.now(), steady = () => performance.now()): ShopTime {
  const began = device() - steady();
  let ahead = 0;
  let latest = -Infinity;
  const byDevice = () => Math.max(device(), began + steady());
  return {
    now: () => (latest = Math.max(latest, Math.floor(byDevice() + ahead))),
    note(serverAt) {
      if (Number.isFinite(serverAt)) ahead = Math.max(ahead, serverAt - byDevice());
    },
  };
}

const shopTime = () => pageSingleton('shop-time', () => createShopTime());

/** What time it is for incentives: the device's, put right by what the shop's server has said on this page. */
export const shopNow = (): number => shopTime().now();

/** Notes what the shop's server says that the time is, in milliseconds since 1970. */
export const noteShopTime = (serverAt: number): void => shopTime().note(serverAt);
