import type { PropertyValues } from '@lit/reactive-element';
import { html } from 'lit/html.js';
import { warnOnce } from '../../browser/report.js';
import { emit } from '../../events/emit.js';
import { FactEvent } from '../../events/fact-event.js';
import type { Product } from '../../events/product.js';
import { request, RequestEvent } from '../../events/request-event.js';
import { productDetail } from '../../events/to-items.js';
import { $stockAlert, forgetStockAlert, rememberStockAlert } from '../../store/stock-alerts.js';
import type { StockAlert, StockAlertKey, StockAlertKind } from '../../store/stock-alerts.js';
import { productFromAttributes } from '../../product/product-from-attributes.js';
import { CueElement } from '../internal/cue-element.js';
import type { FieldValues } from '../internal/fill-fields.js';
import { FormController } from '../internal/form-controller.js';
import { isGood } from '../internal/form-result.js';
import { formStyles } from '../internal/form-styles.js';
import { hideHost } from '../internal/hide-host.js';
import { hostStyles } from '../internal/host-styles.js';
import { MessagesController } from '../internal/messages-controller.js';
import { ProductController } from '../internal/product-controller.js';
import { renderForm, renderOutcome } from '../internal/render-form.js';
import { StoreController } from '../internal/store-controller.js';
import { alertApplies, alertIsOver } from './alert-applies.js';
import { messages } from './stock-alert.messages.js';
import { styles } from './stock-alert.styles.js';

/** Attributes of the product that change what is offered, or what is sent. */
const productAttributes = ['product-id', 'name', 'variant', 'availability', 'price', 'currency', 'url', 'sku'];

/** Names of the hidden fields in a form of our own. */
const hidden = {
  'product-id': 'product_id',
  variant: 'variant',
  name: 'product_name',
  price: 'price',
  currency: 'currency',
  url: 'url',
  kind: 'kind',
};

/**
 * @summary Signs a shopper up to be told when a product is back in stock, or when its price drops.
 *
 * Put the shop's own `<form method="post">` between the tags, or give an `action`: then it has a form of its own. Fields
 * marked with `data-cue` (`product-id`, `sku`, `variant`, `name`, `price`, `currency`, `url`, `kind`) are filled. Finds its
 * product as `<cue-wishlist-button>` does. Shown only while the alert makes sense; takes no room otherwise. A form that is
 * on every page needs `availability` beside it, in schema.org's words, so that it does not stand there until this code comes.
 *
 * @slot - The shop's own form, and whatever text belongs to it.
 * @slot consent - What the shopper agrees to; with a field in it, that is sent along.
 * @slot success - What stands in the form's place when it is done, in place of a sentence of ours.
 *
 * @fires {FactEvent} cue-stock-alert-sign-up - The shop has taken the shopper's address; once, never with the address.
 * @fires {RequestEvent} cue-request-stock-alert-sign-up - Before the form is sent; cancelable, with `respondWith()`.
 *
 * @csspart label - The label of our own form.
 * @csspart field - Its e-mail field.
 * @csspart button - Its button.
 * @csspart message - What went wrong.
 * @csspart outcome - What stands in the form's place when it is done.
 * @csspart again - The button that brings the form back.
 *
 * @cssproperty [--cue-stock-alert-width=28rem] - Its greatest width.
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
 * @cssstate pending - The shop is asked.
 * @cssstate done - The shop has taken it.
 * @cssstate already - The shop had it already.
 * @cssstate confirm - The shopper has to follow a link in an e-mail.
 * @cssstate refused - The shop has refused it.
 * @cssstate offline - No answer came.
 * @cssstate rate-limited - Too many came before.
 * @cssstate failed - The shop could not do it.
 */
export class CueStockAlert extends CueElement {
  static readonly cuekit = true;
  static override styles = [hostStyles, formStyles, styles];

  static override properties = {
    kind: { type: String },
    action: { type: String },
    format: { type: String },
    requestMode: { type: String, attribute: 'request-mode' },
    minTime: { type: Number, attribute: 'min-time' },
    label: { type: String },
    // Known to Lit for who sets it before this code has come.
    availability: { attribute: false, noAccessor: true },
  };

  /** What is waited for: `back-in-stock` or `price-drop`. */
  declare kind: StockAlertKind;
  /** Where a form of our own is sent. Without it, the shop's form between the tags is used. */
  declare action: string | undefined;
  /** `form`: sent as the browser would. `json`: as an object. */
  declare format: 'form' | 'json';
  /** `same-origin`; or, for an endpoint elsewhere, `cors`, or `no-cors` where its answer may not be read. */
  declare requestMode: 'same-origin' | 'cors' | 'no-cors';
  /** In milliseconds: a form that is sent sooner after it came is a program's, and is not sent. */
  declare minTime: number;
  /** Label of the field, in place of a sentence of ours. */
  declare label: string | undefined;

  readonly #messages = new MessagesController(this, messages);
  readonly #product = new ProductController(this);
  readonly #alert = new StoreController<StockAlert | undefined>(this);
  readonly #form = new FormController(this, {
    ask: () => this.#ask(),
    values: () => this.#values(),
    ended: ({ state }) => this.#ended(state),
    settings: () => ({ format: this.format, mode: this.requestMode, minMs: this.minTime }),
  });
  /** Which alert the form is for. */
  #key: string | undefined;
  #asked: { product: Product; kind: StockAlertKind } | undefined;

  constructor() {
    super();
    this.kind = 'back-in-stock';
    this.format = 'form';
    this.requestMode = 'same-origin';
    this.minTime = 1000;
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...productAttributes];
  }

  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    super.attributeChangedCallback(name, before, after);
    if (this.hasUpdated && productAttributes.includes(name)) this.#product.resolve();
  }

  /** Whether the product can be had, for scripts that know it better than the page: `InStock`, `OutOfStock`, … */
  get availability(): string | undefined {
    return this.getAttribute('availability') ?? undefined;
  }

  set availability(value: string | undefined) {
    if (value === undefined) this.removeAttribute('availability');
    else this.setAttribute('availability', value);
  }

  /** What the form would send now: for who answers `cue-request-stock-alert-sign-up` with `respondWith()`. */
  get formData(): FormData {
    return this.#form.data();
  }

  /** Brings the form back, with what was typed. */
  reset(): void {
    const key = this.#keyOf(this.#product.product);
    if (key) forgetStockAlert(key);
    this.#form.reset();
  }

  /** Not in `willUpdate`: the product is looked for after that. */
  protected override update(changed: PropertyValues): void {
    if (!['back-in-stock', 'price-drop'].includes(this.kind)) {
      warnOnce(`<cue-stock-alert> knows no kind “${this.kind}”, only back-in-stock and price-drop`);
      this.kind = 'back-in-stock';
    }
    const { product, settled } = this.#product;
    if (settled && !product)
      warnOnce('<cue-stock-alert> found no product; give it a product-id and a name, or put it into a <cue-product>');
    const key = this.#keyOf(product);
    const text = JSON.stringify(key);
    if (text !== this.#key) {
      this.#key = text;
      this.#alert.store = key && $stockAlert(key);
      // What was said was said of another variant.
      this.#form.reset();
    }
    const alert = this.#alert.value;
    if (key && alert && alertIsOver(this.kind, alert, product!)) forgetStockAlert(key);
    super.update(changed);
    hideHost(this.shadowRoot!, !this.#shown);
  }

  #keyOf(product: Product | undefined): StockAlertKey | undefined {
    return product && { kind: this.kind, productId: product.id, variant: product.variant };
  }

  /** Until it is known, and where nobody says, the shop's own form stands as the shop has put it there. */
  get #shown(): boolean {
    const { product, settled } = this.#product;
    const hasForm = Boolean(this.#form.slotted);
    if (!hasForm && this.action === undefined) return false;
    if (product) return alertApplies(this.kind, product.availability) ?? hasForm;
    if (settled) return hasForm;
    // What its attribute says of it stands from the start, and needs no search.
    return alertApplies(this.kind, productFromAttributes(this).availability) ?? hasForm;
  }

  #values(): FieldValues {
    const { id, sku, variant, name, price, currency, url } = this.#product.product ?? {};
    return { 'product-id': id, sku, variant, name, price, currency, url: url ?? location.href, kind: this.kind };
  }

  #ask(): boolean | Promise<unknown> {
    const { product } = this.#product;
    if (!product) return false;
    const asked = { product, kind: this.kind };
    this.#asked = asked;
    return request(this, new RequestEvent('cue-request-stock-alert-sign-up', asked));
  }

  #ended(state: string): void {
    const { product, kind } = this.#asked!;
    if (!isGood(state)) return;
    const key = { kind, productId: product.id, variant: product.variant };
    rememberStockAlert(key, product.price);
    // Meanwhile the shopper has chosen another variant: this answer is none for that.
    if (JSON.stringify(key) !== this.#key) this.#form.reset();
    if (state === 'already') return;
    const cause = { from: 'element', element: this.localName, action: 'submit' } as const;
    emit(this, new FactEvent('cue-stock-alert-sign-up', { ...productDetail(product, cause), method: kind }));
  }

  readonly #onAgain = (): void => {
    this.reset();
    void this.updateComplete.then(() => this.#form.form?.querySelector<HTMLElement>('[type=email]')?.focus());
  };

  protected override render(): unknown {
    const say = this.#messages;
    return renderForm({
      form: this.#form,
      say: (key, values) => say.say(key, values),
      action: this.action,
      label: this.label ?? say.say(`label-${this.kind}`),
      button: say.say('send'),
      hidden,
      outcome: this.#outcome,
      isNews: isGood(this.#form.state),
    });
  }

  get #outcome(): unknown {
    const { state, result } = this.#form;
    if (!isGood(state) && !this.#alert.value) return undefined;
    const say = this.#messages;
    const said = isGood(state) ? result?.message : undefined;
    const text = said ?? say.say(state === 'confirm' || state === 'already' ? state : `done-${this.kind}`);
    return html`<slot name="success">${renderOutcome(text)}</slot>
      <button class="again" part="again" type="button" @click=${this.#onAgain}>${say.say('again')}</button>`;
  }
}
