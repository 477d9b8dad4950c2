import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { attempt } from '../../browser/report.js';
import type { Message, MessageTable } from '../../languages/message.js';
import { codeOf, said } from '../../languages/translations.js';
import { fill } from './fill.js';
import { languageOf } from './format-price.js';

/**
 * What its element says, in the language of the place where it stands, as far as that is known; else in English. The shop's own
 * words go before: an attribute (`message-added="…"`), then those of `setMessages`.
 */
export class MessagesController<M extends MessageTable> implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #own: M;
  /** In another language, or in the shop's own words. */
  #said: MessageTable | undefined;
  /** BCP 47 tag of the nearest `lang`; `undefined` where the page names none. */
  language: string | undefined;

  /** @param own the element's messages in English */
  constructor(host: ReactiveControllerHost & Element, own: M) {
    this.#host = host;
    this.#own = own;
    host.addController(this);
  }

  hostUpdate(): void {
    const before = this.language;
    const language = (this.language = languageOf(this.#host));
    const code = codeOf(language);
    this.#said = (said().get(code) ?? said().get(''))?.[this.#host.localName];
    if (code && code !== 'en' && language !== before)
      attempt('no translation', async () => {
        await (await import('../../languages/load-language.js')).loadLanguage(code);
        this.#host.requestUpdate();
      });
  }

  /** The message with its values filled in; numbers are written as people do there. */
  say(key: keyof M & string, values: Readonly<Record<string, string | number | undefined>> = {}): string {
    const { language } = this;
    const message: Message = this.#host.getAttribute(`message-${key}`) ?? this.#said?.[key] ?? this.#own[key]!;
    // What is no number is of the category “other”.
    const text =
      typeof message === 'string'
        ? message
        : (message[new Intl.PluralRules(language).select(Number(values.count))] ?? message.other);
    return fill(text, values, language);
  }
}
