import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { attempt, warnOnce } from '../../browser/report.js';
import { $wish } from '../../store/wishlist.js';
import type { Wish } from '../../store/wishlist.js';
import { CueElement } from '../internal/cue-element.js';
import { fill } from '../internal/fill.js';
import { languageOf } from '../internal/format-price.js';
import { hostStyles } from '../internal/host-styles.js';
import { ignoreKeyRepeat } from '../internal/ignore-key-repeat.js';
import { isPromise } from '../internal/is-promise.js';
import { ProductController } from '../internal/product-controller.js';
import { reportFailure } from '../internal/report-failure.js';
import { StoreController } from '../internal/store-controller.js';
import { wishStep } from '../internal/wish-step.js';
import { messages } from './wishlist-button.messages.js';
import { styles } from './wishlist-button.styles.js';

/** What the button shows depends on these. The product's other attributes are read when it is pressed. */
const shownAttributes = ['product-id', 'name', 'url'];

/**
 * @summary Puts a product on the shopper's wishlist, and takes it off again.
 *
 * Finds its product by its own attributes (`product-id`, `name`, `price`, `currency`, …), by the `<cue-product>` around
 * it, by the card it stands in, or by the page's structured data.
 *
 * @slot - The button's visible label; without it the button is an icon.
 * @slot icon - An icon in place of the heart.
 * @slot icon-pressed - The icon of a product that is wished for.
 *
 * @fires {FactEvent} cue-add-to-wishlist - The product has been put on the wishlist by the shopper.
 * @fires {FactEvent} cue-remove-from-wishlist - The product has been taken off the wishlist by the shopper.
 * @fires {RequestEvent} cue-request-add-to-wishlist - Before the product is put on the list; cancelable, with `respondWith()`.
 * @fires {RequestEvent} cue-request-remove-from-wishlist - Before the product is taken off; cancelable, with `respondWith()`.
 *
 * @csspart button - The button.
 * @csspart count - The number of wishes, if it is given.
 *
 * @cssproperty [--cue-wishlist-button-size=44px] - Height, and width without a label; 24px at least.
 * @cssproperty [--cue-icon-size] - Size of the icon; just over half of the button's by default.
 * @cssproperty [--cue-pressed-color] - Colour of the icon of a product that is wished for; a red that suits the page's colour scheme by default.
 * @cssproperty [--cue-wishlist-button-background=transparent] - Background, for a button on a picture.
 * @cssproperty [--cue-radius] - Rounding of the corners; round by default.
 * @cssproperty [--cue-focus-color=currentColor] - Colour of the focus ring.
 * @cssproperty [--cue-font-family] - Typeface; the page's by default.
 * @cssproperty [--cue-font-size=medium] - Size of the text; the shopper's own by default.
 *
 * @cssstate pressed - The product is wished for.
 * @cssstate pending - The shop is asked.
 */
export class CueWishlistButton extends CueElement {
  static readonly cuekit = true;
  static override styles = [hostStyles, styles];
  static override shadowRootOptions: ShadowRootInit = { ...CueElement.shadowRootOptions, delegatesFocus: true };

  static override properties = {
    label: { type: String },
    count: { type: Number },
    pending: { state: true, attribute: false },
  };

  /** Visible label, when the slot has none. It should not change with the state: assistive technology tells the state. */
  declare label: string | undefined;
  /** How many shoppers wish for the product, by the shop's own count; shown beside the icon. */
  declare count: number | undefined;
  /** @private No first value: Lit would set it by a computed key, which makes a slow, large dictionary of the element. */
  declare pending: boolean | undefined;

  readonly #wish = new StoreController<Wish | undefined>(this);
  readonly #product = new ProductController(this);
  #internals: ElementInternals | undefined;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...shownAttributes];
  }

  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!shownAttributes.includes(name)) super.attributeChangedCallback(name, before, after);
    else if (this.hasUpdated) this.#product.resolve();
  }

  /** Whether the product is on the wishlist. */
  get pressed(): boolean {
    return this.#wish.value?.wished ?? false;
  }

  protected override willUpdate(): void {
    if (this.count != null && !Number.isFinite(this.count))
      warnOnce('<cue-wishlist-button> shows no count: the attribute “count” is to be a number');
  }

  protected override update(changed: PropertyValues): void {
    const { product } = this.#product;
    this.#wish.store = product && $wish(product.id);
    super.update(changed);
  }

  /** What is true of few buttons is set here: a binding in the template costs each of them time and memory. */
  protected override updated(): void {
    const { pressed, pending = false } = this;
    const button = this.renderRoot.firstElementChild as HTMLButtonElement;
    button.toggleAttribute('data-wide', Boolean(this.label || this.#count || this.#hasText));
    button.disabled = this.#product.settled && !this.#product.product;
    if (button.disabled)
      warnOnce(
        '<cue-wishlist-button> found no product; give it a product-id and a name, or put it into a <cue-product>',
      );
    if (pressed || pending) this.#internals ??= this.attachInternals();
    if (!this.#internals) return;
    this.#showState('pressed', pressed);
    this.#showState('pending', pending);
    button.ariaBusy = button.ariaDisabled = pending ? 'true' : null;
    const icon = pressed && this.querySelector(':scope > [slot=icon-pressed]') ? 'icon-pressed' : 'icon';
    button.firstElementChild!.setAttribute('name', icon);
  }

  #showState(name: string, on: boolean): void {
    try {
      this.#internals?.states[on ? 'add' : 'delete'](name);
    } catch {
      // Browsers from before 2024 want another syntax; the state is then shown by the icon alone.
    }
  }

  /** A double click clicks twice: one intention, one step. */
  #onClick(event: MouseEvent): void {
    if (event.detail > 1 || this.pending) return;
    attempt('a wish could not be kept', () => this.#toggle());
  }

  /** Within the press, unless the product is still being looked for or the shop answers later. */
  async #toggle(): Promise<void> {
    try {
      let product = this.#product.answer;
      if (isPromise(product)) {
        this.pending = true;
        product = await product;
      }
      const taken = product && wishStep(this, product, !this.pressed, 'click');
      if (!isPromise(taken)) return;
      this.pending = true;
      await taken;
    } catch (error) {
      const button = () => this.renderRoot.querySelector('button');
      reportFailure('the shop could not keep a wish', error, button, messages.failed);
    } finally {
      this.pending = false;
    }
  }

  #onSlotChange(): void {
    this.requestUpdate();
  }

  // prettier-ignore: white space would be nodes in each button.
  protected override render(): unknown {
    const count = this.#count;
    return html`<button
      class="root"
      part="button"
      type="button"
      aria-pressed=${this.pressed}
      aria-label=${this.#accessibleName(count)}
      @click=${this.#onClick}
      @keydown=${ignoreKeyRepeat}
    >
      <slot name="icon"
        ><svg viewBox="0 0 24 24" aria-hidden="true">
          <path
            d="M12 20.7C5.6 15.6 2.8 12.3 2.8 8.7a4.9 4.9 0 0 1 9.2-2.3 4.9 4.9 0 0 1 9.2 2.3c0 3.6-2.8 6.9-9.2 12Z"
          /></svg></slot
      ><slot .textContent=${this.label ?? ''} @slotchange=${this.#onSlotChange}></slot
      >${count ? html`<span part="count"> ${count}</span>` : nothing}
    </button>`;
  }

  get #count(): string | undefined {
    return Number.isFinite(this.count) ? this.count!.toLocaleString(languageOf(this)) : undefined;
  }

  get #hasText(): boolean {
    if (!this.firstChild) return false;
    return [...this.childNodes].some((node) => !(node as Partial<Element>).slot && node.textContent?.trim());
  }

  /** Begins with what can be seen, so that whoever speaks to the page is understood. A text in the slot is the name itself. */
  #accessibleName(count: string | undefined): string | typeof nothing {
    if (this.#hasText) return nothing;
    const name = this.#product.product?.name;
    if (this.label) {
      const label = fill(messages.visible, { label: this.label, count });
      return name ? fill(messages.labelled, { label, name }) : label;
    }
    const text = name ? fill(messages.add, { name }) : messages.addUnnamed;
    return count ? fill(messages.counted, { text, count }) : text;
  }
}
