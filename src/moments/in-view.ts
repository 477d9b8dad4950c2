import { inView } from '../browser/in-view.js';
import type { Clock } from '../browser/clock.js';
import type { NoticedCallback, Stop } from './noticed.js';
import { tell } from './tell.js';
import { whenThere } from './when-there.js';

export interface InViewOptions {
  /** The first element that it fits is watched, also one that comes later. */
  selector: string;
  clock?: Clock;
}

/** An element was really looked at: half of it was in the window for a second. Once in each page view. */
export function onInView(callback: NoticedCallback, { selector, clock }: InViewOptions): Stop {
  return whenThere(selector, (element) => inView(element, () => tell(callback, 'in-view', { selector }), clock));
}
