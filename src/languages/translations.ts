import { pageSingleton } from '../browser/page-singleton.js';
import type { Translations } from './message.js';

/** What is said on this page, by language code; under the empty code what is said in languages that are not loaded. */
export const said = (): Map<string, Translations> => pageSingleton('said', () => new Map());

/** `de` for `de-AT`. */
export const codeOf = (language = ''): string => language.slice(0, 2).toLowerCase();
