import type { PropertyValues } from '@lit/reactive-element';
import { nothing } from 'lit/html.js';
import { attempt, warnOnce } from '../../browser/report.js';
import { $connectedCarts, connectedCart } from '../../cart/connected-cart.js';
import { $belongs } from '../../incentives/belongs.js';
import type { Incentive } from '../../incentives/incentive.js';
import { knownIncentive } from '../../incentives/known-incentive.js';
import { stepOf } from '../../incentives/mark-incentive.js';
import { $cart } from '../../store/cart.js';
import type { Cart } from '../../store/cart.js';
import { $declaredIncentives } from '../../store/declared-incentives.js';
import { leftMs, overAs } from '../../store/incentive-life.js';
import type { GrantedIncentive } from '../../store/incentive-life.js';
import { $incentives } from '../../store/incentives.js';
import { CueElement } from '../internal/cue-element.js';
import { EndingController, pageTime } from '../internal/ending-controller.js';
import type { TimeSource } from '../internal/ending-controller.js';
import { hideHost } from '../internal/hide-host.js';
import { hostStyles } from '../internal/host-styles.js';
import { MessagesController } from '../internal/messages-controller.js';
import { showState } from '../internal/show-state.js';
import { StoreController } from '../internal/store-controller.js';
import { describeIncentive, states } from './describe-incentive.js';
import type { Judge } from './describe-incentive.js';
import { createActions } from './create-actions.js';
import { messages } from './incentive.messages.js';
import { styles } from './incentive.styles.js';
import { renderIncentive } from './render-incentive.js';

/**
 * @summary Shows what the shop offers: what it is, on which terms, until when, its code, and what is missing to use it.
 *
 * The incentive is declared once for the page, in its JSON or with `startKit`. Until the shopper has it there is a button to get it;
 * then its code, to be copied or used with one press, here and wherever else it is shown, until it is used or over. It takes no room
 * before it is declared, nor once it was used or has ended.
 *
 * @slot - What stands below its terms: a `<cue-countdown>`, for instance.
 *
 * @fires {FactEvent} cue-incentive-grant - The shopper has asked for it.
 * @fires {FactEvent} cue-incentive-reveal - Its code was shown.
 * @fires {FactEvent} cue-incentive-copy - The code was copied; never with the code.
 * @fires {FactEvent} cue-incentive-apply - The shop has taken it into the cart.
 * @fires {FactEvent} cue-incentive-redeem - It was used in an order.
 * @fires {FactEvent} cue-incentive-refuse - The shop did not take it, with its `reason`.
 * @fires {FactEvent} cue-incentive-expire - Its end has come.
 *
 * @csspart base - All of it.
 * @csspart name - What it is.
 * @csspart terms - Its terms, from which amount on it can be used, and its end.
 * @csspart get - The button to get it.
 * @csspart code - The code.
 * @csspart copy - The button that copies it.
 * @csspart apply - The link or button that uses it.
 * @csspart message - What is missing, or went wrong.
 *
 * @cssproperty [--cue-incentive-border=1px dashed currentColor] - Its border.
 * @cssproperty [--cue-incentive-padding=12px 16px] - Room around its content.
 * @cssproperty [--cue-button-background] - Background of its main button; nearly black, or nearly white on a dark page, by default.
 * @cssproperty [--cue-button-color] - Text on it.
 * @cssproperty [--cue-radius=8px] - Rounding of the corners.
 * @cssproperty [--cue-focus-color=currentColor] - Colour of the focus ring.
 * @cssproperty [--cue-font-family] - Typeface; the page's by default.
 * @cssproperty [--cue-font-size=medium] - Size of the text; the shopper's own by default.
 *
 * @cssstate offered - The shopper can get it.
 * @cssstate pending - The shop's server is asked.
 * @cssstate granted - The shopper has it.
 * @cssstate applied - It is in the cart.
 * @cssstate refused - The shop did not take it.
 * @cssstate over - It was used, or has ended.
 */
export class CueIncentive extends CueElement {
  static readonly cuekit = true;
  static override styles = [hostStyles, styles];
  /** @private A test passes its own. */
  static time: TimeSource = pageTime;

  static override properties = {
    incentive: { type: String },
    mine: { type: Boolean },
    outcome: { type: String },
  };

  /** Id of the incentive, as it is declared. */
  declare incentive: string | null | undefined;
  /** Whether it is shown only to who has it: in a cart, for instance. */
  declare mine: boolean;
  /**
   * What the shop's own page says has become of it: `applied` or, in the shop's cart, why not (`ended`, `used`, `gone`, `minimum`,
   * `products`, `stacking`, `unknown`); `redeemed` on the page of the order.
   */
  declare outcome: string | null | undefined;

  readonly #internals = this.attachInternals();
  readonly #messages = new MessagesController(this, messages);
  readonly #all = new StoreController<ReadonlyMap<string, GrantedIncentive>>(this, $incentives);
  readonly #cart = new StoreController<Cart | undefined>(this, $cart);
  readonly #ending = new EndingController(this, () => this.incentive, CueIncentive.time);
  readonly #actions = createActions({
    element: this,
    incentive: () => knownIncentive(this.incentive),
    granted: () => this.#granted,
    time: () => CueIncentive.time,
  });
  #judge: Judge | undefined;
  /** Whether there was something to see: then its end is said, else it is none of the shopper's concern. */
  #wasOpen = false;
  /** The shop's word that was noted. */
  #told: string | null | undefined;

  constructor() {
    super();
    this.mine = false;
    for (const store of [$declaredIncentives, $connectedCarts, $belongs]) new StoreController<unknown>(this, store);
  }

  get #granted(): GrantedIncentive | undefined {
    return this.incentive ? this.#all.value?.get(this.incentive) : undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('incentive')) {
      this.#actions.doing = undefined;
      this.#wasOpen = false;
      this.#told = undefined;
    }
    const incentive = knownIncentive(this.incentive);
    if (!incentive)
      warnOnce(`<cue-incentive> shows nothing: no incentive “${this.incentive ?? ''}” is declared on this page`);
    else this.#live(incentive);
    this.#loadJudge();
  }

  /** What happens to it by itself; before it is rendered, so that it is rendered once. */
  #live(incentive: Incentive): void {
    const { outcome } = this;
    const { step, reveal, needsCode } = this.#actions;
    // Once: what the shopper does next makes it a word of yesterday.
    if (this.#told !== outcome) {
      this.#told = outcome;
      const taken = outcome && stepOf(outcome);
      if (taken) step(incentive, taken, 'outcome', 'platform');
      else if (outcome) warnOnce(`<cue-incentive> knows no outcome “${outcome}”`);
    }
    const granted = this.#granted;
    const now = CueIncentive.time.now();
    const end = Math.min((incentive.endsAt ?? Infinity) - now, granted ? leftMs(granted, now) : Infinity);
    this.#ending.renderIn(end > 0 ? end : undefined);
    if (!granted) return;
    const over = overAs(granted, now);
    if (over === 'ended') step(incentive, { type: 'expire' }, 'end');
    if (over || this.#actions.doing || !this.#ending.seen) return;
    // Given elsewhere, by a newsletter for instance: shown as soon as there is somebody to see it.
    if (granted.revealedAt === undefined || needsCode(incentive)) reveal(incentive, 'view');
  }

  #loadJudge(): void {
    if (this.#judge || (!this.#cart.value && this.#all.value!.size < 2)) return;
    attempt('an incentive could not be judged', async () => {
      this.#judge = await import('./judge.js');
      this.requestUpdate();
    });
  }

  protected override render(): unknown {
    const incentive = knownIncentive(this.incentive);
    const described =
      incentive &&
      describeIncentive(incentive, {
        all: this.#all.value ?? new Map(),
        cart: this.#cart.value,
        now: CueIncentive.time.now(),
        outcome: this.outcome ?? undefined,
        doing: this.#actions.doing,
        judge: this.#judge,
      });
    const open = described && described.state !== 'over' && !(this.mine && !this.#granted && !this.outcome);
    this.#wasOpen ||= Boolean(open);
    for (const state of states) showState(this.#internals, state, state === described?.state);
    const shown = open || (described && (this.#wasOpen || this.outcome)) ? described : undefined;
    hideHost(this.shadowRoot!, !shown);
    if (!incentive || !shown) return nothing;
    return renderIncentive({
      element: this,
      incentive,
      described: shown,
      say: this.#messages,
      canApply: Boolean(connectedCart()?.adapter.applyCode),
      ...this.#actions,
    });
  }
}
