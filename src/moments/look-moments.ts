export { onCopy } from './copy.js';
export { lookForms as forms } from './look-forms.js';
export { onEndOfReviews } from './end-of-reviews.js';
export { onInView } from './in-view.js';
