import type { PropertyValues } from '@lit/reactive-element';
import { html, nothing } from 'lit/html.js';
import { attempt, warnOnce } from '../../browser/report.js';
import { emit } from '../../events/emit.js';
import { FactEvent } from '../../events/fact-event.js';
import type { Product } from '../../events/product.js';
import { request, RequestEvent } from '../../events/request-event.js';
import { $review, forgetReview, rememberReview } from '../../store/reviews.js';
import type { Review } from '../../store/reviews.js';
import { CueElement } from '../internal/cue-element.js';
import type { FieldValues } from '../internal/fill-fields.js';
import { FormController } from '../internal/form-controller.js';
import { isGood } from '../internal/form-result.js';
import { formStyles } from '../internal/form-styles.js';
import { hostStyles } from '../internal/host-styles.js';
import { MessagesController } from '../internal/messages-controller.js';
import { ProductController } from '../internal/product-controller.js';
import { renderForm, renderOutcome } from '../internal/render-form.js';
import { StoreController } from '../internal/store-controller.js';
import { PhotoController } from './photo-controller.js';
import { firstField, isInOrder, ratingOf } from './rating-field.js';
import { renderOwn } from './render-own.js';
import { messages } from './review.messages.js';
import { styles } from './review.styles.js';
import { starStyles } from './stars.styles.js';
import { styleTree } from './style-tree.js';
import { SummaryController } from './summary-controller.js';

/** Attributes of the product that change which one it is, or what is sent. */
const productAttributes = ['product-id', 'name', 'variant', 'url', 'sku'];

const DEFAULT_MEGABYTES = 10;

/** What the form is sent for. */
interface Asked {
  product?: Product;
  rating?: number;
}

/**
 * @summary Takes a shopper's review: stars, a text, a photo; and shows what the shop's own data says of all reviews.
 *
 * Put the shop's own `<form method="post">` between the tags, or give an `action`: then it has a form of its own. In the
 * shop's form, radios from 1 upwards in a part marked `data-cue="rating"` become stars, and a file's field marked
 * `data-cue="photo"` shows what was chosen; fields marked `product-id`, `sku`, `variant`, `name` or `url` are filled.
 * Without JavaScript it is the shop's form as it was. With neither form nor action there is the summary alone.
 *
 * @slot - The shop's own form, and whatever text belongs to it.
 * @slot fields - More fields for the form of ours (a name, an e-mail address), which are sent along.
 * @slot consent - What the shopper agrees to; with a field in it, that is sent along.
 * @slot success - What stands in the form's place when it is done, in place of a sentence of ours.
 *
 * @fires {FactEvent} cue-review - The shop has taken the review; once, with its rating, never with its text or its writer.
 * @fires {RequestEvent} cue-request-review - Before the form is sent; cancelable, with `respondWith()`.
 *
 * @csspart summary - What the shop's data says of all reviews.
 * @csspart label - A label of our own form.
 * @csspart field - Its field for the text.
 * @csspart photo - Its field for a photo.
 * @csspart button - Its button.
 * @csspart message - What went wrong.
 * @csspart outcome - What stands in the form's place when it is done.
 * @csspart again - The button that brings the form back.
 *
 * @cssproperty [--cue-review-width=34rem] - Its greatest width.
 * @cssproperty [--cue-star-color] - Colour of the stars; a dark amber, or a light one on a dark page, by default.
 * @cssproperty [--cue-star-size=44px] - Place of a star that can be pressed; at least 24px.
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
 * @cssstate already - The shop had one of this shopper already.
 * @cssstate confirm - The shop reads it before others can.
 * @cssstate refused - The shop has refused it.
 * @cssstate offline - No answer came.
 * @cssstate rate-limited - Too many came before.
 * @cssstate failed - The shop could not do it.
 */
export class CueReview extends CueElement {
  static readonly cuekit = true;
  static override styles = [hostStyles, formStyles, starStyles, styles];

  static override properties = {
    action: { type: String },
    summary: { type: String },
    moderated: { type: Boolean },
    minLength: { type: Number, attribute: 'min-length' },
    maxLength: { type: Number, attribute: 'max-length' },
    maxPhotoSize: { type: Number, attribute: 'max-photo-size' },
    requestMode: { type: String, attribute: 'request-mode' },
    minTime: { type: Number, attribute: 'min-time' },
    label: { type: String },
  };

  /** Where a form of our own is sent. Without it, the shop's form between the tags is used. */
  declare action: string | undefined;
  /** `none`: without what the shop's data says of all reviews, and without room kept for it. */
  declare summary: 'none' | undefined;
  /** Whether the shop reads a review before it appears, where its answer does not say so itself. */
  declare moderated: boolean;
  /** Fewest characters of the text in a form of ours; with 0 it may be left out. */
  declare minLength: number;
  /** Most characters of it; with 0 there is no limit. */
  declare maxLength: number;
  /** Most that a photo may be, in megabytes. With 0, a form of ours has no field for one. */
  declare maxPhotoSize: number;
  /** `same-origin`; or, for an endpoint elsewhere, `cors`, or `no-cors` where its answer may not be read. */
  declare requestMode: 'same-origin' | 'cors' | 'no-cors';
  /** In milliseconds: a form that is sent sooner after it came is a program's, and is not sent. */
  declare minTime: number;
  /** What stands above the stars of a form of ours, in place of words of ours. */
  declare label: string | undefined;

  readonly #messages = new MessagesController(this, messages);
  readonly #product = new ProductController(this);
  readonly #summary = new SummaryController(this);
  readonly #review = new StoreController<Review | undefined>(this);
  readonly #form = new FormController(this, {
    ask: () => this.#ask(),
    values: () => this.#values(),
    ended: ({ state }) => this.#ended(state),
    settings: () => ({
      format: 'form',
      mode: this.requestMode,
      minMs: this.minTime,
      hints: { accepted: this.moderated ? 'confirm' : 'done' },
    }),
  });
  /** Which product the form is for. */
  #key: string | undefined;
  #asked: Asked = {};
  #written = 0;

  constructor() {
    super();
    this.moderated = false;
    this.minLength = 0;
    this.maxLength = 0;
    this.maxPhotoSize = DEFAULT_MEGABYTES;
    this.requestMode = 'same-origin';
    this.minTime = 1000;
    new PhotoController(this, {
      say: (key, values) => this.#messages.say(key, values),
      most: () => this.#atLeast0('maxPhotoSize', 0) || DEFAULT_MEGABYTES,
    });
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...productAttributes];
  }

  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    super.attributeChangedCallback(name, before, after);
    if (this.hasUpdated && productAttributes.includes(name)) this.#product.resolve();
  }

  /** What the form would send now: for who answers `cue-request-review` with `respondWith()`. */
  get formData(): FormData {
    return this.#form.data();
  }

  /** Brings the form back, with what was typed, and forgets that this browser has reviewed the product. */
  reset(): void {
    forgetReview(keyOf(this.#product.product));
    this.#form.reset();
  }

  /** Not in `willUpdate`: the product is looked for after that. */
  protected override update(changed: PropertyValues): void {
    const { product, settled } = this.#product;
    const key = keyOf(product);
    if (settled && key !== this.#key) {
      this.#key = key;
      this.#review.store = $review(key);
      // What was said was said of another product.
      this.#form.reset();
    }
    if (settled && this.summary !== 'none') this.#summary.read(product);
    const { slotted } = this.#form;
    if (slotted) {
      attempt('no stars', () => styleTree(this, starStyles));
      if (!isInOrder(slotted))
        warnOnce('<cue-review>: the radios of a rating have to stand from the lowest number to the highest');
    }
    super.update(changed);
  }

  #values(): FieldValues {
    const { product } = this.#product;
    if (!product) return {};
    const { id, sku, variant, name, url } = product;
    return { 'product-id': id, sku, variant, name, url: url ?? location.href };
  }

  #ask(): boolean | Promise<unknown> {
    const { product } = this.#product;
    const rating = ratingOf(this.#form.form, this.#form.data());
    this.#asked = { ...(product && { product }), ...(rating !== undefined && { rating }) };
    return request(this, new RequestEvent('cue-request-review', { ...this.#asked }));
  }

  #ended(state: string): void {
    if (!isGood(state)) return;
    const key = keyOf(this.#asked.product);
    rememberReview(key);
    // Meanwhile the page has become another product's: this answer is none for that.
    if (key !== this.#key) this.#form.reset();
    // The form is gone, and with it what was in the window.
    void this.updateComplete.then(() => {
      const outcome = this.shadowRoot?.activeElement;
      if (outcome?.matches('.outcome')) outcome.scrollIntoView({ block: 'nearest' });
    });
    if (state === 'already') return;
    const cause = { from: 'element', element: this.localName, action: 'submit' } as const;
    emit(this, new FactEvent('cue-review', { ...this.#asked, cause }));
  }

  readonly #onAgain = (): void => {
    this.reset();
    void this.updateComplete.then(() => firstField(this.#form.form)?.focus());
  };

  readonly #onWritten = ({ target }: InputEvent): void => {
    this.#written = (target as HTMLTextAreaElement).value.length;
    this.requestUpdate();
  };

  /** What a number says, if it can be one. */
  #atLeast0(name: 'minLength' | 'maxLength' | 'maxPhotoSize', otherwise: number): number {
    const value = this[name];
    if (value >= 0) return value;
    warnOnce(`<cue-review>: ${name} has to be a number from 0`);
    return otherwise;
  }

  protected override render(): unknown {
    const say: MessagesController<typeof messages>['say'] = (key, values) => this.#messages.say(key, values);
    const { action } = this;
    if (!this.#hasForm) return html`<div class="root">${this.#all}<slot></slot></div>`;
    return html`<div class="root">${this.#all}</div>
      ${renderForm({
        form: this.#form,
        say,
        action,
        own:
          action !== undefined &&
          renderOwn({
            action,
            say,
            label: this.label,
            minLength: this.#atLeast0('minLength', 0),
            maxLength: this.#atLeast0('maxLength', 0),
            maxPhotoSize: this.#atLeast0('maxPhotoSize', DEFAULT_MEGABYTES),
            written: this.#written,
            onWritten: this.#onWritten,
          }),
        outcome: this.#outcome,
        isNews: isGood(this.#form.state),
      })}`;
  }

  /** Until it is known, its line is kept. */
  get #all(): unknown {
    if (this.summary === 'none') return nothing;
    const { language } = this.#messages;
    const all = this.#summary.render((key, values) => this.#messages.say(key, values), language);
    return all ?? (this.#summary.isRead ? nothing : html`<p class="summary"></p>`);
  }

  get #outcome(): unknown {
    const { state, result } = this.#form;
    if (!isGood(state) && !this.#review.value) return undefined;
    const say = this.#messages;
    const said = isGood(state) ? result?.message : undefined;
    return html`<slot name="success"
        >${renderOutcome(said ?? say.say(isGood(state) ? (state as 'done') : 'already'))}</slot
      >
      <button class="again" part="again" type="button" @click=${this.#onAgain}>${say.say('again')}</button>`;
  }

  get #hasForm(): boolean {
    return this.action !== undefined || Boolean(this.#form.slotted);
  }
}

/** Products have ids; a shop's page about none has an address. */
function keyOf(product: Product | undefined): string {
  return product?.id ?? location.pathname;
}
