export { hesitationForms as forms } from './hesitation-forms.js';
export { onHesitation } from './hesitation.js';
