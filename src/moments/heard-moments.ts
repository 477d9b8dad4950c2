export { onAfterFact } from './after-fact.js';
export { onClick } from './click.js';
export { onCustomEvent as onEvent } from './custom-event.js';
export { heardForms as forms } from './heard-forms.js';
