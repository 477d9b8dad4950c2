import type { NoticedCallback, Stop } from './noticed.js';
import { tell } from './tell.js';
import { watchPages } from './watch-pages.js';

/** A page view begins: as soon as the page is in front, at each path of a single-page shop, and when it comes back as it was left. */
export function onPageView(callback: NoticedCallback): Stop {
  return watchPages((way) => tell(callback, 'page-view', { path: location.pathname, way }));
}
