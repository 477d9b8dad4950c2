import { html } from 'lit/html.js';
import { pageClock } from '../../browser/clock.js';
import type { Clock } from '../../browser/clock.js';
import { attempt, warnOnce } from '../../browser/report.js';
import { useCart } from '../../cart/use-cart.js';
import type { Tier } from '../../incentives/cart-progress.js';
import { $cart } from '../../store/cart.js';
import type { Cart } from '../../store/cart.js';
import { cartValue } from '../../store/cart-value.js';
import type { CartValue } from '../../store/cart-value.js';
import { CueElement } from '../internal/cue-element.js';
import { formatPrice } from '../internal/format-price.js';
import { hostStyles } from '../internal/host-styles.js';
import { MessagesController } from '../internal/messages-controller.js';
import { StoreController } from '../internal/store-controller.js';
import { AnnounceController } from './announce-controller.js';
import { messages } from './cart-progress.messages.js';
import { styles } from './cart-progress.styles.js';
import { describeProgress } from './describe-progress.js';
import type { Description } from './describe-progress.js';
import { readTiers } from './read-tiers.js';
import { renderBar, sizeBar } from './render-bar.js';

const silent: Description = { state: 'silent', text: '', progress: { part: 0, steps: [] } };

/**
 * @summary How much is missing to free shipping, to a gift or to whatever the shop gives from certain amounts on.
 *
 * @slot before - What stands there while nothing is in the cart.
 * @slot complete - What stands there when all is reached.
 *
 * @csspart text - The sentence.
 * @csspart bar - The bar with its markers.
 * @csspart track - The way to one amount.
 * @csspart fill - The part of it that is done.
 * @csspart marker - The sign of an amount.
 * @csspart marker-reached - The sign of an amount that is reached.
 *
 * @cssproperty [--cue-accent-color=currentColor] - Colour of what is done.
 * @cssproperty [--cue-cart-progress-lines] - For how many lines of text there is room; 1, and 2 on a phone, by default.
 * @cssproperty [--cue-font-family] - Typeface; the page's by default.
 * @cssproperty [--cue-font-size=medium] - Size of the text; the shopper's own by default.
 */
export class CueCartProgress extends CueElement {
  static readonly cuekit = true;
  static override styles = [hostStyles, styles];
  /** @private A test passes its own. */
  static clock: Clock = pageClock;

  static override properties = {
    freeShipping: { attribute: 'free-shipping' },
    tiers: {},
    currency: { type: String },
  };

  /** From which amount on shipping is free: `75`. */
  declare freeShipping: number | string | null | undefined;
  /**
   * What is given from which amounts on, as JSON or as a list: `[{"amount": 120, "kind": "gift", "label": "a tea towel"}]`. Kinds
   * are `discount`, `free-shipping`, `gift`, `free-trial` and `gated-content`.
   */
  declare tiers: string | readonly Tier[] | null | undefined;
  /** ISO 4217 code of the amounts. Of a cart in another currency nothing is said; without it, the cart's own is meant. */
  declare currency: string | null | undefined;

  readonly #cart = new StoreController<Cart | undefined>(this, $cart);
  readonly #messages = new MessagesController(this, messages);
  readonly #announce = new AnnounceController(this, () => this.#shownText(), CueCartProgress.clock);
  #tiers: readonly Tier[] = [];
  #description = silent;

  override connectedCallback(): void {
    super.connectedCallback();
    attempt('the shop’s cart could not be found', () => useCart());
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!this.hasUpdated || changed.has('freeShipping') || changed.has('tiers'))
      this.#tiers = readTiers(this.freeShipping, this.tiers);
  }

  protected override updated(): void {
    sizeBar(this.renderRoot, this.#description);
  }

  /** The page's own words go before ours, and are said as well. */
  #shownText(): string {
    const words = this.renderRoot.querySelector('slot')?.assignedNodes() ?? [];
    return (
      words
        .map(({ textContent }) => textContent)
        .join(' ')
        .trim() || this.#description.text
    );
  }

  #describe(cart: CartValue | undefined): Description {
    const currency = this.currency?.trim().toUpperCase() || cart?.currency;
    if (this.#tiers.length === 0 || !currency) return silent;
    if (cart?.currency && cart.currency !== currency) {
      warnOnce(`<cue-cart-progress> says nothing: its amounts are in ${currency}, the cart is in ${cart.currency}`);
      return silent;
    }
    const price = (amount: number): string => formatPrice(this, amount, currency);
    return describeProgress({ tiers: this.#tiers, cart, currency, say: this.#messages, price });
  }

  protected override render(): unknown {
    const cart = this.#cart.value && cartValue(this.#cart.value);
    this.#description = this.#describe(cart);
    const { state, text } = this.#description;
    const words =
      state === 'before' || state === 'complete'
        ? html`<slot name=${state} @slotchange=${this.#onWords}>${text}</slot>`
        : text;
    return html`<div class=${state === 'silent' ? 'root silent' : 'root'}>
      <p class="text" part="text">${words}</p>
      ${renderBar({ description: this.#description, label: this.#messages.say('bar'), amount: cart?.amount })}
      <p class="hidden" role="status">${this.#announce.said}</p>
    </div>`;
  }

  readonly #onWords = (): void => this.requestUpdate();
}
