export { languageCodes, loadLanguage } from './load-language.js';
export type { Message, MessageTable, Translations } from './message.js';
export { setMessages } from './set-messages.js';
