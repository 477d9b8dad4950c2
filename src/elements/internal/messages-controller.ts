import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { fill } from './fill.js';
import { languageOf } from './format-price.js';

/** A text with places for values, `Add {name}`; by plural category of the value `count` where that changes it. */
export type Message = string | (Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & Readonly<{ other: string }>);

export type MessageTable = Readonly<Record<string, Message>>;

/** What its element says, in the language of the place where it stands. */
export class MessagesController<M extends MessageTable> implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #own: M;
  /** BCP 47 tag of the nearest `lang`; the browser's own language where the page names none. */
  language: string | undefined;

  /** @param own the element's messages in English */
  constructor(host: ReactiveControllerHost & Element, own: M) {
    this.#host = host;
    this.#own = own;
    host.addController(this);
  }

  hostUpdate(): void {
    this.language = languageOf(this.#host);
  }

  /** The message with its values filled in; numbers are written as people do there. */
  say(key: keyof M & string, values: Readonly<Record<string, string | number | undefined>> = {}): string {
    const message: Message = this.#own[key]!;
    const written = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? value.toLocaleString(this.language) : value,
    ]);
    return fill(this.#choose(message, values.count), Object.fromEntries(written) as Record<string, string | undefined>);
  }

  #choose(message: Message, count: unknown): string {
    if (typeof message === 'string') return message;
    const category = typeof count === 'number' ? new Intl.PluralRules(this.language).select(count) : 'other';
    return message[category] ?? message.other;
  }
}
