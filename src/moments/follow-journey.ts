import { pageClock } from '../browser/clock.js';
import type { Clock } from '../browser/clock.js';
import { pageSingleton } from '../browser/page-singleton.js';
import { $past, $visit, noteActive, notePage } from '../store/journey.js';
import type { Stop } from './noticed.js';
import { watchActivity } from './watch-activity.js';
import type { Activity } from './watch-activity.js';
import { watchPages } from './watch-pages.js';
import type { Way } from './watch-pages.js';

/** The visit while it is followed. */
export interface Journey {
  /** How long the shopper was active in this visit, or in all, up to now. */
  activeMs(scope: 'session' | 'all'): number;
  stop: Stop;
}

interface Follower {
  count: number;
  activity: Activity;
  /** Up to where the time on this page is in the store. */
  notedMs: number;
  end: Stop;
}

/** How many follow, over all copies of the kit: each page and each second counts once. */
const follower = (clock: Clock): Follower =>
  pageSingleton('journey-follower', () => ({ count: 0, activity: watchActivity(clock), notedMs: 0, end: () => {} }));

/**
 * Whether this is the page of one product, by what shops write for machines. Looked up once for a page, when the shopper has come to
 * it.
 */
function isProductPage(): boolean {
  if (
    document.querySelector(
      'meta[property="og:type"][content="product" i],meta[property="og:type"][content="og:product" i]',
    )
  )
    return true;
  const data = [...document.querySelectorAll('script[type="application/ld+json" i]')].map(
    ({ textContent }) => textContent,
  );
  return (
    data.some((text) => /"@type"\s*:\s*(?:\[[^\]]*)?"Product(?:Group)?"/.test(text)) &&
    !data.some((text) => /"(?:ItemList|CollectionPage|SearchResultsPage)"/.test(text))
  );
}

function cameBack(way: Way): boolean {
  if (way !== 'load') return way === 'back' || way === 'return';
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'back_forward';
}

function note(way: Way): void {
  const product = isProductPage();
  const back = cameBack(way);
  const { pathname, search } = location;
  const referrer = way === 'load' ? document.referrer : '';
  notePage({ path: pathname, query: search, referrer, ...(product && { product }), ...(back && { back }) });
}

/**
 * Follows the visit, page by page: notes each page, where the shopper came from, and how long the shopper was active. It is kept in
 * the store, with consent to personalization on the device. All who follow share it; it ends with the last.
 */
export function followJourney(clock: Clock = pageClock): Journey {
  const own = follower(clock);
  const keep = (): void => {
    const activeMs = own.activity.activeMs();
    noteActive(activeMs - own.notedMs);
    own.notedMs = activeMs;
  };
  if (own.count++ === 0) {
    own.notedMs = own.activity.activeMs();
    const stopActivity = own.activity.onChange(keep);
    const stopPages = watchPages((way) => {
      keep();
      note(way);
    });
    own.end = () => {
      keep();
      stopPages();
      stopActivity();
    };
  }
  let stopped = false;
  return {
    activeMs(scope) {
      const known = scope === 'all' ? $past.get() : $visit.get();
      return known ? known.activeMs + own.activity.activeMs() - own.notedMs : 0;
    },
    stop() {
      if (stopped) return;
      stopped = true;
      if (--own.count === 0) own.end();
    },
  };
}
