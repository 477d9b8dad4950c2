export { onDwell } from './dwell.js';
export { onExitIntent } from './exit-intent.js';
export { onIdle } from './idle.js';
export { pageForms as forms } from './page-forms.js';
export { onPageView } from './page-view.js';
export { onScrollDepth } from './scroll-depth.js';
export { onScrollUp } from './scroll-up.js';
