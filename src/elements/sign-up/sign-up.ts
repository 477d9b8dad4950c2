import { html, nothing } from 'lit/html.js';
import { safeUrl } from '../../browser/safe-url.js';
import { warnOnce } from '../../browser/report.js';
import { emit } from '../../events/emit.js';
import { FactEvent } from '../../events/fact-event.js';
import { request, RequestEvent } from '../../events/request-event.js';
import { CueElement } from '../internal/cue-element.js';
import { FormController } from '../internal/form-controller.js';
import { isGood } from '../internal/form-result.js';
import type { FormResult } from '../internal/form-result.js';
import { formStyles } from '../internal/form-styles.js';
import { hostStyles } from '../internal/host-styles.js';
import { ignoreKeyRepeat } from '../internal/ignore-key-repeat.js';
import { MessagesController } from '../internal/messages-controller.js';
import { renderForm, renderOutcome } from '../internal/render-form.js';
import { checkTokens } from './check-tokens.js';
import { hasLater, hideLater, isLater } from './later-parts.js';
import { messages } from './sign-up.messages.js';
import { styles } from './sign-up.styles.js';

/** A page that still asks for a new password has made no account. */
const notIn = /<input\b[^>]*\sautocomplete=["']?[^"'>]*\bnew-password/i;

/**
 * @summary Around the shop's own form for a new account: reasons to join, the e-mail address first, other ways beside it.
 *
 * Put the shop's `<form method="post">` between the tags. With `progressive`, what is marked `data-cue="later"` is asked for
 * when the e-mail address is there; it stays one form, and without scripts all of it is shown. Knows that there is an account
 * from the shop's answer, or by `succeeded()`.
 *
 * @slot - The shop's own form.
 * @slot reasons - Why to join: a list, for instance.
 * @slot passkey - A button for a passkey.
 * @slot social - Buttons of other services; `data-method="google"` names the way in the fact.
 * @slot success - What stands in the form's place when it is done, in place of a sentence of ours.
 *
 * @fires {FactEvent} cue-sign-up - The shopper has an account; once.
 * @fires {RequestEvent} cue-request-sign-up - Before the form is sent; cancelable, with `respondWith()`.
 *
 * @csspart continue - The button after the e-mail address.
 * @csspart or - The line between the form and the other ways.
 * @csspart message - What went wrong.
 * @csspart outcome - What stands in the form's place when it is done.
 *
 * @cssproperty [--cue-sign-up-width=none] - Its greatest width.
 * @cssproperty [--cue-button-background] - Background of the button of ours; nearly black, or nearly white on a dark page, by default.
 * @cssproperty [--cue-button-color] - Text on it.
 * @cssproperty [--cue-radius=8px] - Rounding of the button's corners.
 * @cssproperty [--cue-focus-color=currentColor] - Colour of the focus ring.
 * @cssproperty [--cue-font-family] - Typeface; the page's by default.
 * @cssproperty [--cue-font-size=medium] - Size of the text; the shopper's own by default.
 *
 * @cssstate invalid - The browser has found a fault in what was entered.
 * @cssstate pending - The shop is asked.
 * @cssstate done - There is an account.
 * @cssstate confirm - The shopper has to follow a link in an e-mail.
 * @cssstate refused - The shop has refused it.
 * @cssstate offline - No answer came.
 * @cssstate rate-limited - Too many came before.
 * @cssstate failed - The shop could not do it.
 */
export class CueSignUp extends CueElement {
  static readonly cuekit = true;
  static override styles = [hostStyles, formStyles, styles];

  static override properties = {
    progressive: { type: Boolean },
    format: { type: String },
    stay: { type: Boolean },
    step: { state: true, attribute: false },
  };

  /** Whether the e-mail address is asked for first, and what is marked `data-cue="later"` after it. */
  declare progressive: boolean;
  /** `form`: sent as the browser would. `json`: as an object. */
  declare format: 'form' | 'json';
  /** Whether the shopper stays on the page when there is an account, wherever the shop sends them. */
  declare stay: boolean;
  /** @private Whether the e-mail address is asked for alone, or everything. */
  declare step: 'address' | 'all';

  readonly #messages = new MessagesController(this, messages);
  readonly #form = new FormController(this, {
    ask: () => request(this, new RequestEvent('cue-request-sign-up', { method: 'email' })),
    values: () => ({}),
    holds: () => this.#holds(),
    judge: (result) => this.#judge(result),
    ended: (result) => this.#ended(result),
    settings: () => ({ format: this.format, mode: 'same-origin', minMs: 0, trap: false, hints: { notIn } }),
  });
  /** The form of which parts are hidden, and what shows them. */
  #hidden: { form: HTMLFormElement; show: () => void } | undefined;
  #told = false;
  /** Which way was tried last. */
  #method = 'email';

  constructor() {
    super();
    this.progressive = false;
    this.format = 'form';
    this.stay = false;
    this.step = 'address';
  }

  /** What the form would send now: for who answers `cue-request-sign-up` with `respondWith()`. */
  get formData(): FormData {
    return this.#form.data();
  }

  /**
   * Tells that the shopper has an account, where the shop knows it and the element cannot: after a passkey, a window of another
   * service, or a form that the shop sends by itself. Counts once.
   *
   * @param method how: `passkey`, `google`; by default what the pressed button says with `data-method`, else `email`
   */
  succeeded(method: string = this.#method): void {
    this.#form.settle({ state: 'done' });
    this.#tell(method);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const type of ['invalid', 'input', 'click']) this.addEventListener(type, this, true);
    // What was hidden before it was moved.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of ['invalid', 'input', 'click']) this.removeEventListener(type, this, true);
    // A form that goes elsewhere without us goes as it was.
    this.#showAll();
  }

  /** @private */
  handleEvent(event: Event): void {
    const target = event.target as HTMLElement;
    if (event.type === 'click') {
      const method = target.closest<HTMLElement>('[data-method]')?.dataset.method;
      if (method) this.#method = method;
    } else if (!this.#hidden || !isLater(target)) return;
    else if (event.type === 'input') this.#goOn(false);
    else {
      // The browser wanted to send the form, and will say so of each such field: they are shown when it is through.
      event.preventDefault();
      setTimeout(() => this.#address?.validity.valid && this.#goOn(true));
    }
  }

  protected override willUpdate(): void {
    const { slotted } = this.#form;
    if (slotted) checkTokens(slotted);
    if (this.#hidden?.form !== slotted) this.#showAll();
    const first = this.progressive && this.step === 'address' && this.isConnected;
    if (!first) this.#showAll();
    else if (slotted && !this.#hidden) {
      if (!hasLater(slotted) || !this.#address)
        warnOnce(
          '<cue-sign-up progressive> needs a field of type="email", and data-cue="later" on what comes after it',
        );
      // Filled in already: by the shop, which shows the form again, or by the browser on the way back.
      else if (this.#address.value) this.step = 'all';
      else this.#hidden = { form: slotted, show: hideLater(slotted) };
    }
  }

  get #address(): HTMLInputElement | null | undefined {
    return this.#form.slotted?.querySelector<HTMLInputElement>('[type=email]');
  }

  #showAll(): void {
    this.#hidden?.show();
    this.#hidden = undefined;
  }

  /** @param focus whether the shopper asked for it: then the first new field has the focus */
  #goOn(focus: boolean): void {
    if (!this.#hidden) return;
    const { slotted } = this.#form;
    this.step = 'all';
    this.#showAll();
    this.#form.reset();
    if (focus)
      slotted
        ?.querySelector<HTMLElement>('[data-cue=later]:is(input,select),[data-cue=later] :is(input,select)')
        ?.focus();
  }

  #holds(): boolean {
    if (!this.#hidden) return false;
    this.#onContinue();
    return true;
  }

  readonly #onContinue = (): void => {
    if (this.#address?.reportValidity()) this.#goOn(true);
  };

  /** Who has an account already has not signed up, and has to know. */
  #judge(result: FormResult): FormResult {
    if (result.state === 'already') {
      const message = result.message ?? this.#messages.say('exists');
      return { ...result, state: 'refused', message };
    }
    // Why it was refused stands in the shop's page, if nowhere else.
    if (result.state === 'refused' && !result.message && !result.fields) return { ...result, needsPage: true };
    return result;
  }

  #ended({ state, next }: FormResult): void {
    if (!isGood(state)) return;
    this.#tell('email');
    const address = safeUrl(next);
    if (address && !this.stay && new URL(address).origin === location.origin) location.assign(address);
  }

  #tell(method: string): void {
    if (this.#told) return;
    this.#told = true;
    const cause = { from: 'element', element: this.localName, action: 'submit' } as const;
    emit(this, new FactEvent('cue-sign-up', { method, cause }));
  }

  protected override render(): unknown {
    const say = this.#messages;
    const { state, result } = this.#form;
    const said = result?.message ?? say.say(state === 'confirm' ? 'confirm' : 'done');
    return renderForm({
      form: this.#form,
      say: (key, values) => say.say(key, values),
      before: html`<slot name="reasons"></slot>`,
      after: this.#renderAfter(),
      outcome: isGood(state) ? html`<slot name="success">${renderOutcome(said)}</slot>` : undefined,
      isNews: true,
    });
  }

  #renderAfter(): unknown {
    const say = this.#messages;
    const others = this.querySelector(':scope > [slot=passkey], :scope > [slot=social]');
    return html`${
        this.#hidden
          ? html`<button
              class="send continue"
              part="continue"
              type="button"
              @click=${this.#onContinue}
              @keydown=${ignoreKeyRepeat}
            >
              ${say.say('continue')}
            </button>`
          : nothing
      }
      ${others ? html`<p class="or" part="or">${say.say('or')}</p>` : nothing}
      <div class="others"><slot name="passkey"></slot><slot name="social"></slot></div>`;
  }
}
