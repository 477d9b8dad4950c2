import type { Forms } from './form.js';
import { asNumber } from './read-argument.js';

export const hesitationForms: Forms = { hesitation: { read: (text) => asNumber('score', 0.1, text) } };
