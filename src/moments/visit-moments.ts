export { visitForms as forms } from './visit-forms.js';
export { onLanding, onReferrer, onUtm } from './arrival.js';
export { onNthPage } from './nth-page.js';
export { onNthProduct } from './nth-product.js';
export { onNthSession } from './nth-session.js';
export { onReturningVisitor } from './returning-visitor.js';
