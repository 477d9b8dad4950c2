import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import type { Clock } from '../../browser/clock.js';
import { pageSingleton } from '../../browser/page-singleton.js';
import type { FactEvent } from '../../events/fact-event.js';

/** How long a text has to stay as it is before it is said. */
const SETTLE_MS = 600;
/** How long a change of the cart waits for its text to change; and how long what was said stays. */
const PATIENCE_MS = 9000;
/** How long before its telling a change may have been seen. */
const HINDSIGHT_MS = 3000;

/**
 * Says what its element shows when the shopper has changed the cart: once for each change, when the text has come to rest. Says
 * nothing because of anything else: not when a page is opened or comes back, nor when another tab or the shop changes the cart.
 */
export class AnnounceController implements ReactiveController, EventListenerObject {
  /** To be shown in a live region. */
  said = '';
  readonly #host: ReactiveControllerHost & Element;
  readonly #text: () => string;
  readonly #clock: Clock;
  /** What stood there before the change; `undefined` when there is nothing to say. */
  #before: string | undefined;
  #changedAt = 0;
  #last = '';
  /** What stood there before that, and until when. */
  #previous = '';
  #previousUntil = -Infinity;
  #timer: unknown;

  /** @param text what the element shows now */
  constructor(host: ReactiveControllerHost & Element, text: () => string, clock: Clock) {
    this.#host = host;
    this.#text = text;
    this.#clock = clock;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of ['cue-add-to-cart', 'cue-remove-from-cart', 'pagehide']) addEventListener(type, this, true);
  }

  hostDisconnected(): void {
    for (const type of ['cue-add-to-cart', 'cue-remove-from-cart', 'pagehide']) removeEventListener(type, this, true);
    this.#forget();
  }

  /** Facts of the cart are told when it is done, by whoever did it; the store may have changed just before or will soon. */
  handleEvent(event: Event): void {
    if (event.type === 'pagehide') {
      this.#forget();
      return;
    }
    if (isOfPageBefore(event as FactEvent<'cue-add-to-cart'>)) return;
    const now = this.#clock.now();
    this.#before ??= now - this.#previousUntil < HINDSIGHT_MS ? this.#previous : this.#last;
    this.#changedAt = now;
    this.#wait();
  }

  hostUpdated(): void {
    const text = this.#text();
    if (text !== this.#last) {
      // What stands there first was there all along.
      this.#previousUntil = this.#last ? this.#clock.now() : -Infinity;
      this.#previous = this.#last;
      this.#last = text;
    }
    if (this.#before !== undefined) this.#wait();
  }

  #wait(): void {
    this.#clock.clear(this.#timer);
    this.#timer = this.#clock.wait(() => this.#say(), SETTLE_MS);
  }

  #say(): void {
    const text = this.#text();
    const before = this.#before;
    if (text === before && this.#clock.now() - this.#changedAt < PATIENCE_MS) {
      // The shop's answer is still to come; without any, the change made no difference here.
      this.#wait();
      return;
    }
    this.#before = undefined;
    this.#previousUntil = -Infinity;
    this.#show(text !== before && this.#isShown() && this.#isFirst(text) ? text : '');
  }

  /** What has been said is not to be met again beside the text that can be seen. */
  #show(text: string): void {
    this.said = text;
    this.#host.requestUpdate();
    this.#clock.clear(this.#timer);
    if (text) this.#timer = this.#clock.wait(() => this.#show(''), PATIENCE_MS);
  }

  #isShown(): boolean {
    return this.#host.checkVisibility({ visibilityProperty: true });
  }

  /** There may be one in the header and one in the cart: it is said once. */
  #isFirst(text: string): boolean {
    const page = pageSingleton('cart progress said', () => ({ text: '', at: -Infinity }));
    const now = this.#clock.now();
    const first = page.text !== text || now - page.at > 2 * SETTLE_MS;
    if (first) Object.assign(page, { text, at: now });
    return first;
  }

  #forget(): void {
    this.#clock.clear(this.#timer);
    this.#before = undefined;
    this.said = '';
    this.#host.requestUpdate();
  }
}

/** A form that loads another page fills the cart: the fact is told there, but nobody has done anything there yet. */
function isOfPageBefore({ detail }: FactEvent<'cue-add-to-cart'>): boolean {
  return detail.cause?.from === 'platform' && (navigator as Partial<Navigator>).userActivation?.hasBeenActive === false;
}
