import { html, nothing } from 'lit/html.js';
import { attempt, warnOnce } from '../../browser/report.js';
import { emit } from '../../events/emit.js';
import { FactEvent } from '../../events/fact-event.js';
import { request, RequestEvent } from '../../events/request-event.js';
import { $allowed } from '../../store/consent.js';
import { $subscription, forgetSubscription, rememberSubscription } from '../../store/subscriptions.js';
import type { Subscription } from '../../store/subscriptions.js';
import { $visitor } from '../../store/visitor.js';
import type { Visitor } from '../../store/visitor.js';
import { CueElement } from '../internal/cue-element.js';
import { FormController } from '../internal/form-controller.js';
import type { FormSettings } from '../internal/form-step.js';
import { isGood } from '../internal/form-result.js';
import type { FormResult } from '../internal/form-result.js';
import { formStyles } from '../internal/form-styles.js';
import { hostStyles } from '../internal/host-styles.js';
import { MessagesController } from '../internal/messages-controller.js';
import { renderForm, renderOutcome } from '../internal/render-form.js';
import { StoreController } from '../internal/store-controller.js';
import { messages } from './newsletter.messages.js';
import { styles } from './newsletter.styles.js';
import { providers, shapeFor } from './providers.js';
import type { Provider } from './providers.js';

/** A shop's own endpoint, at the shop's own address. */
const shop: Provider = { format: 'form', mode: 'same-origin', email: 'email' };

/**
 * @summary Signs a shopper up for a newsletter, by the shop's own form or one of ours, without leaving the page.
 *
 * Put the shop's own `<form method="post">` between the tags, or give an `action`. With a `provider` (`mailchimp`,
 * `klaviyo`, `brevo`, `shopify`), fields and answers are as that wants them. A field marked `data-cue="visitor"` gets the
 * visitor's identifier, if the shopper allows analytics. The address goes to the endpoint and nowhere else.
 *
 * @slot - The shop's own form, and whatever text belongs to it.
 * @slot consent - What the shopper agrees to; with a field in it, that is sent along.
 * @slot success - What stands in the form's place when it is done, in place of a sentence of ours.
 * @slot incentive - What the shopper gets for it; shown when it is done.
 *
 * @fires {FactEvent} cue-newsletter-sign-up - The address has been taken; once, never with the address.
 * @fires {RequestEvent} cue-request-newsletter-sign-up - Before the form is sent; cancelable, with `respondWith()`.
 *
 * @csspart label - The label of our own form.
 * @csspart field - Its e-mail field.
 * @csspart button - Its button.
 * @csspart message - What went wrong.
 * @csspart outcome - What stands in the form's place when it is done.
 * @csspart again - The button that brings the form back.
 *
 * @cssproperty [--cue-newsletter-width=28rem] - Its greatest width.
 * @cssproperty [--cue-button-background] - Background of the button of ours; nearly black, or nearly white on a dark page, by default.
 * @cssproperty [--cue-button-color] - Text on it.
 * @cssproperty [--cue-surface=Field] - Background of the field.
 * @cssproperty [--cue-text=FieldText] - Text in the field.
 * @cssproperty [--cue-radius=8px] - Rounding of the corners.
 * @cssproperty [--cue-focus-color=currentColor] - Colour of the focus ring.
 * @cssproperty [--cue-font-family] - Typeface; the page's by default.
 * @cssproperty [--cue-font-size=medium] - Size of the text; the shopper's own by default.
 *
 * @cssstate invalid - The browser has found a fault in what was entered.
 * @cssstate pending - The endpoint is asked.
 * @cssstate done - It has taken the address.
 * @cssstate already - It had the address already.
 * @cssstate confirm - The shopper has to follow a link in an e-mail.
 * @cssstate refused - It has refused the address.
 * @cssstate offline - No answer came.
 * @cssstate rate-limited - Too many came before.
 * @cssstate failed - It could not do it.
 */
export class CueNewsletter extends CueElement {
  static readonly cuekit = true;
  static override styles = [hostStyles, formStyles, styles];

  static override properties = {
    action: { type: String },
    provider: { type: String },
    list: { type: String },
    incentive: { type: String },
    format: { type: String },
    requestMode: { type: String, attribute: 'request-mode' },
    doubleOptIn: { type: Boolean, attribute: 'double-opt-in' },
    minTime: { type: Number, attribute: 'min-time' },
    label: { type: String },
  };

  /** Where a form of our own is sent. Without it, the shop's form between the tags is used. */
  declare action: string | undefined;
  /** Whose endpoint it is, if not the shop's own: `mailchimp`, `klaviyo`, `brevo` or `shopify`. */
  declare provider: string | undefined;
  /** Name of the list: under this it is remembered. For Klaviyo, the list's identifier. */
  declare list: string;
  /** Id of the incentive that the shopper gets when the address is taken; a `<cue-incentive>` shows it. */
  declare incentive: string | undefined;
  /** `form`: sent as the browser would. `json`: as an object. */
  declare format: 'form' | 'json' | undefined;
  /** `same-origin`; or, for an endpoint elsewhere, `cors`, or `no-cors` where its answer may not be read. */
  declare requestMode: 'same-origin' | 'cors' | 'no-cors' | undefined;
  /** Whether an address that is taken has to be confirmed, where the endpoint does not say so itself. */
  declare doubleOptIn: boolean;
  /** In milliseconds: a form that is sent sooner after it came is a program's, and is not sent. */
  declare minTime: number;
  /** Label of the field, in place of a sentence of ours. */
  declare label: string | undefined;

  readonly #messages = new MessagesController(this, messages);
  readonly #subscription = new StoreController<Subscription | undefined>(this);
  readonly #allowed = new StoreController<boolean>(this);
  readonly #visitor = new StoreController<Visitor | undefined>(this);
  readonly #form = new FormController(this, {
    ask: () => request(this, new RequestEvent('cue-request-newsletter-sign-up', { newsletter: this.list })),
    values: () => ({ visitor: this.#visitorId }),
    ended: (result) => this.#ended(result),
    settings: () => this.#settings(),
  });

  constructor() {
    super();
    this.list = 'newsletter';
    this.doubleOptIn = false;
    this.minTime = 1000;
  }

  /** What the form would send now: for who answers `cue-request-newsletter-sign-up` with `respondWith()`. */
  get formData(): FormData {
    return this.#form.data();
  }

  /** Brings the form back, with what was typed, and forgets that this browser has subscribed. */
  reset(): void {
    forgetSubscription(this.list);
    this.#form.reset();
  }

  protected override willUpdate(): void {
    if (this.provider && !Object.hasOwn(providers, this.provider))
      warnOnce(
        `<cue-newsletter> knows no provider “${this.provider}”, only ${Object.keys(providers).join(', ')}; the form is sent as it is`,
      );
    this.#subscription.store = $subscription(this.list);
    this.#allowed.store = $allowed('analytics');
    // Not met before that is allowed: to know a visitor is to have an identifier made.
    this.#visitor.store = this.#allowed.value ? $visitor : undefined;
  }

  get #provider(): Provider {
    return this.provider && Object.hasOwn(providers, this.provider) ? providers[this.provider]! : shop;
  }

  get #visitorId(): string | undefined {
    return this.#allowed.value ? this.#visitor.value?.id : undefined;
  }

  #settings(): FormSettings {
    const provider = this.#provider;
    const { hints, headers, query } = provider;
    return {
      format: this.format ?? provider.format,
      mode: this.requestMode ?? provider.mode,
      minMs: this.minTime,
      hints: { ...hints, accepted: this.doubleOptIn ? 'confirm' : 'done' },
      headers,
      query,
      // The code that providers give away leaves it to a script of theirs.
      validates: provider !== shop,
      shape: (data, form) => {
        if (provider === shop) return;
        const email = form.querySelector<HTMLInputElement>('[type=email]')?.name ?? provider.email;
        shapeFor(provider, data, { email, list: this.list, visitor: this.#visitorId });
      },
    };
  }

  #ended({ state }: FormResult): void {
    if (!isGood(state)) return;
    rememberSubscription(this.list, state as Subscription['state']);
    if (state === 'already') return;
    const cause = { from: 'element', element: this.localName, action: 'submit' } as const;
    emit(this, new FactEvent('cue-newsletter-sign-up', { method: this.provider ?? 'form', cause }));
    const { incentive } = this;
    // An address that has yet to be confirmed may be anybody's.
    if (incentive && state === 'done')
      attempt('an incentive could not be given', async () => {
        (await import('../../incentives/mark-incentive.js')).grantIncentive(incentive, this, cause);
      });
  }

  /** Where the page has put none, it stands between the tags: scripts that look for elements see it there. */
  protected override updated(): void {
    if (!this.incentive || !this.renderRoot.querySelector('[name=incentive]')) return;
    if (this.querySelector('[slot=incentive]')) return;
    const shown = Object.assign(document.createElement('cue-incentive'), { slot: 'incentive' });
    shown.setAttribute('incentive', this.incentive);
    this.append(shown);
  }

  readonly #onAgain = (): void => {
    this.reset();
    void this.updateComplete.then(() => this.#form.form?.querySelector<HTMLElement>('[type=email]')?.focus());
  };

  protected override render(): unknown {
    const say = this.#messages;
    const provider = this.#provider;
    return renderForm({
      form: this.#form,
      say: (key, values) => say.say(key, values),
      action: this.action ?? provider.action,
      label: this.label ?? say.say('label'),
      button: say.say('send'),
      email: provider.email,
      hidden: this.#visitorId && provider === shop ? { visitor: 'visitor' } : {},
      outcome: this.#outcome,
      isNews: isGood(this.#form.state),
    });
  }

  /** The incentive is for who has just joined, and for who comes back to look for it. */
  get #outcome(): unknown {
    const { state, result } = this.#form;
    const reached = isGood(state) ? state : this.#subscription.value?.state;
    if (!reached) return undefined;
    const say = this.#messages;
    const said = isGood(state) ? result?.message : undefined;
    return html`<slot name="success">${renderOutcome(said ?? say.say(reached as Subscription['state']))}</slot>
      ${reached === 'done' ? html`<slot name="incentive"></slot>` : nothing}
      <button class="again" part="again" type="button" @click=${this.#onAgain}>${say.say('again')}</button>`;
  }
}
