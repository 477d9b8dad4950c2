import { pageClock } from '../browser/clock.js';
import type { Clock } from '../browser/clock.js';
import { pageSingleton } from '../browser/page-singleton.js';
import { noteHesitation } from '../store/hesitation.js';
import type { HesitationSign } from '../store/hesitation.js';
import { watchHesitationSigns } from './hesitation-signs.js';
import type { Stop } from './noticed.js';

type Listener = (sign: HesitationSign) => void;

interface Follower {
  listeners: Set<Listener>;
  end: Stop;
}

/** Over all copies of the kit: each sign counts once. */
const follower = () => pageSingleton<Follower>('hesitation-follower', () => ({ listeners: new Set(), end: () => {} }));

/**
 * Notes signs of hesitation in the store, where they outlive the page with consent to personalization. All who follow share it; it ends
 * with the last.
 *
 * @param listener told of each sign, after it was noted
 */
export function followHesitation(listener: Listener = () => {}, clock: Clock = pageClock): Stop {
  const own: Listener = (sign) => listener(sign);
  const { listeners } = follower();
  listeners.add(own);
  if (listeners.size === 1)
    follower().end = watchHesitationSigns((sign) => {
      noteHesitation(sign);
      for (const each of [...listeners]) each(sign);
    }, clock);
  return () => {
    if (listeners.delete(own) && !listeners.size) follower().end();
  };
}
