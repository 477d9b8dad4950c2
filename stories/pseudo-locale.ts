/// <reference types="vite/client" />
import type { Message, MessageTable } from '../src/languages/message.js';
import { setMessages } from '../src/languages/set-messages.js';

/** The code that Windows and CLDR have for a language that nobody speaks. */
export const pseudoLocale = 'qps-ploc';

const LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'aåcçdðeéiîkķlļnñoøsšuûyýzžAÅCÇDÐEÉIÎKĶLĻNÑOØSŠUÛYÝZŽ'.matchAll(/(.)(.)/gu)].map(([, plain, accented]) => [
    plain!,
    accented!,
  ]),
);

/** `Wishlist` becomes `[Wîîîšhļîîšt]`, or nearly: it can still be read, is 40 % longer, and has a beginning and an end. */
function stretch(text: string): string {
  let owed = 0;
  const stretched = text.replace(/\{\w+\}|\p{L}|./gsu, (part) => {
    // Values are the shop's; they stay as they are.
    if (part.length > 1) return part;
    owed += 0.4;
    const letter = LETTERS[part] ?? part;
    if (!/[aeiouy]/i.test(part) || owed < 1) return letter;
    const more = Math.floor(owed);
    owed -= more;
    return letter + (LETTERS[part.toLowerCase()] ?? part.toLowerCase()).repeat(more);
  });
  return `[${stretched}${'~'.repeat(Math.floor(owed))}]`;
}

export const pseudo = (message: Message): Message =>
  typeof message === 'string'
    ? stretch(message)
    : { other: '', ...Object.fromEntries(Object.entries(message).map(([plural, text]) => [plural, stretch(text)])) };

const files = import.meta.glob<{ messages?: MessageTable }>('../src/elements/*/*.messages.ts', { eager: true });

/** What elements say in English, by tag. */
export const english: Readonly<Record<string, MessageTable>> = Object.entries(files).reduce<
  Record<string, MessageTable>
>((tables, [path, { messages }]) => {
  const tag = `cue-${path.split('/').at(-2)}`;
  return messages ? { ...tables, [tag]: { ...tables[tag], ...messages } } : tables;
}, {});

/** From now on, elements within `lang="qps-ploc"` speak the pseudo-locale. */
export function speakPseudo(): void {
  const tables = Object.entries(english).map(([tag, messages]) => [
    tag,
    Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, pseudo(message)])),
  ]);
  setMessages(Object.fromEntries(tables), pseudoLocale);
}
