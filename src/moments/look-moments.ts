export { onCopy } from './copy.js';
export { onEndOfReviews } from './end-of-reviews.js';
export { onInView } from './in-view.js';
