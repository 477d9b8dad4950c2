import { report } from '../browser/report.js';
import type { Translations } from './message.js';
import { settleWords, words } from './settle-words.js';
import { codeOf } from './translations.js';

/** Languages with data of their own, each loaded when it is wanted; English is in the elements. */
const languages: Readonly<Record<string, () => Promise<{ messages: Translations }>>> = {
  ar: () => import('./ar.js'),
  de: () => import('./de.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  it: () => import('./it.js'),
  ja: () => import('./ja.js'),
  nl: () => import('./nl.js'),
  pl: () => import('./pl.js'),
  pt: () => import('./pt.js'),
};

/** Codes of the languages that elements speak. */
export const languageCodes: readonly string[] = ['en', ...Object.keys(languages)];

/**
 * Loads what elements say in a language, unless that is there already or there is nothing to load. Never rejects: without it,
 * elements speak English.
 *
 * @param language a BCP 47 tag: `de`, `pt-BR`
 */
export async function loadLanguage(language: string): Promise<void> {
  const code = codeOf(language);
  const { loaded } = words();
  if (loaded.has(code) || !Object.hasOwn(languages, code)) return;
  try {
    loaded.set(code, (await languages[code]!()).messages);
    settleWords();
  } catch (error) {
    report(`the texts in “${code}” could not be loaded; elements speak English`, error);
  }
}
