import { $cartHistory } from '../../store/cart.js';
import { $consent } from '../../store/consent.js';
import { exportData } from '../../store/export-data.js';
import { $incentives } from '../../store/incentives.js';
import { $ledger } from '../../store/ledger.js';
import { $session } from '../../store/session.js';
import { $viewed } from '../../store/viewed.js';
import { $wishlist } from '../../store/wishlist.js';

/** A kind of thing that is remembered; also the name of its message. */
export interface Remembered {
  kind: 'wishes' | 'lists' | 'viewed' | 'cart' | 'decisions' | 'visits' | 'offers' | 'choices' | 'others';
  count: number;
  /** Whether it is gone when the page is: the shopper has not allowed to keep it. */
  fleeting?: boolean;
}

/** Keys of what has a row of its own, or is a part of such a row. */
const KNOWN =
  /^cuekit:(wish|wish-list|wish-listed|incentive|consent|pause|analytics:(visitor|session)|personalization:(viewed|cart|decision)):/;
const CHOICES = /^cuekit:(consent|pause):/;

const LIST = 'cuekit:wish-list:';

/** A list that the shopper has deleted is remembered for a while, so that an old copy does not bring it back. */
const isKept = (entry: unknown): boolean => (entry as { d?: { kept?: unknown } }).d?.kept === true;

/** What the kit knows of the shopper, by kind, as a person would count it; kinds of which there is nothing are left out. */
export function listRemembered(): Remembered[] {
  const { personalization, analytics } = $consent.get();
  const fleeting = personalization !== 'granted';
  const { data } = exportData();
  const keys = Object.keys(data);
  const all: Remembered[] = [
    { kind: 'wishes', count: $wishlist.get().length },
    { kind: 'lists', count: keys.filter((key) => key.startsWith(LIST) && isKept(data[key])).length },
    { kind: 'viewed', count: $viewed.get().length, fleeting },
    { kind: 'cart', count: $cartHistory.get().length, fleeting },
    { kind: 'decisions', count: $ledger.get().length, fleeting },
    { kind: 'visits', count: $session.get()?.number ?? 0, fleeting: analytics !== 'granted' },
    { kind: 'offers', count: $incentives.get().size },
    { kind: 'choices', count: keys.filter((key) => CHOICES.test(key)).length },
    { kind: 'others', count: keys.filter((key) => !KNOWN.test(key)).length },
  ];
  return all.filter(({ count }) => count > 0);
}
