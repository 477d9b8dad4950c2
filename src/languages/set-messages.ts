import { warnOnce } from '../browser/report.js';
import type { Message, MessageTable, Translations } from './message.js';
import { settleWords, words } from './settle-words.js';
import { codeOf } from './translations.js';

/**
 * Lets elements speak the shop's own words: `setMessages({ 'cue-add-to-cart': { added: '{name} is in your basket.' } })`. To be
 * called before they render, as `"messages"` in the page's JSON is. What is no text is left out, with a warning.
 *
 * @param language for which language; for all of them without it
 */
export function setMessages(messages: Translations, language = ''): void {
  const { own } = words();
  const code = codeOf(language);
  const before = own.get(code) ?? {};
  const after: Record<string, MessageTable> = { ...before };
  for (const [tag, table] of Object.entries(messages)) {
    const understood = Object.entries(Object(table) as MessageTable).filter(([key, message]) => {
      if (isMessage(message)) return true;
      warnOnce(`messages: “${key}” of ${tag} is to be a text, or an object of texts with “other”`);
      return false;
    });
    after[tag] = { ...before[tag], ...Object.fromEntries(understood) };
  }
  own.set(code, after);
  settleWords();
}

function isMessage(data: unknown): data is Message {
  if (typeof data === 'string') return true;
  if (typeof data !== 'object' || data === null) return false;
  return 'other' in data && Object.values(data).every((text) => typeof text === 'string');
}
