import type { NoticedCallback, Stop } from './noticed.js';
import { tell } from './tell.js';
import { whenThere } from './when-there.js';

/** Where shops, and those who bring them their reviews, have them. */
export const REVIEWS =
  '#reviews,[data-reviews],.reviews,.product-reviews,#shopify-product-reviews,.jdgm-widget,.yotpo-main-widget,.spr-container,#tab-reviews';

export interface EndOfReviewsOptions {
  /** The element around all reviews; by default, where shops usually have them. */
  selector?: string;
}

/** The end of the reviews came into the window: somebody has gone through them. Once in each page view. */
export function onEndOfReviews(callback: NoticedCallback, { selector = REVIEWS }: EndOfReviewsOptions = {}): Stop {
  return whenThere(selector, (element) => {
    // With a root that goes up without an end, all of the element is inside exactly when its end is above the lower edge of the window.
    const observer = new IntersectionObserver(
      (entries) => {
        const { intersectionRatio, boundingClientRect: box } = entries.at(-1)!;
        if (intersectionRatio < 0.99 || box.bottom < 0 || !box.height) return;
        observer.disconnect();
        tell(callback, 'end-of-reviews', { height: Math.round(box.height) });
      },
      { rootMargin: '1000000px 0px 0px 0px', threshold: [0, 0.5, 0.99, 1] },
    );
    observer.observe(element);
    return () => observer.disconnect();
  });
}
