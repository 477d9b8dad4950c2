import type { PropertyValues } from '@lit/reactive-element';
import { attempt, warnOnce } from '../../browser/report.js';
import { $wish } from '../../store/wish.js';
import type { Wish } from '../../store/wish.js';
import { ContainedElement } from '../internal/contained-element.js';
import { languageOf } from '../internal/format-price.js';
import { hostStyles } from '../internal/host-styles.js';
import { ignoreKeyRepeat } from '../internal/ignore-key-repeat.js';
import { isPromise } from '../internal/is-promise.js';
import { MessagesController } from '../internal/messages-controller.js';
import { ProductController } from '../internal/product-controller.js';
import { reportFailure } from '../internal/report-failure.js';
import { showState } from '../internal/show-state.js';
import { StoreController } from '../internal/store-controller.js';
import { wishStep } from '../internal/wish-step.js';
import { accessibleName } from './accessible-name.js';
import { createButton } from './create-button.js';
import { showCount } from './show-count.js';
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
export class CueWishlistButton extends ContainedElement {
  static readonly cuekit = true;
  static override styles = [hostStyles, styles];
  static override shadowRootOptions: ShadowRootInit = { ...ContainedElement.shadowRootOptions, delegatesFocus: true };

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
  readonly #messages = new MessagesController(this, messages);
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

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    const button = createButton();
    for (const type of ['click', 'keydown', 'slotchange']) button.addEventListener(type, this);
    root.append(button);
    return root;
  }

  /** @private */
  handleEvent(event: Event): void {
    if (event.type === 'click') this.#onClick(event as MouseEvent);
    else if (event.type === 'keydown') ignoreKeyRepeat(event as KeyboardEvent);
    else this.requestUpdate();
  }

  /** Not by a template: a page with buttons only does without lit-html, and a long list of them takes less time. */
  protected override update(changed: PropertyValues): void {
    const { product, settled } = this.#product;
    this.#wish.store = product && $wish(product.id);
    super.update(changed);
    const { pressed, label } = this;
    const count = this.#count;
    const button = this.#button;
    // A text in the slot is the name itself.
    const name = this.#hasText ? null : accessibleName(this.#messages, { label, count, name: product?.name });
    button.ariaPressed = String(pressed);
    if (button.ariaLabel !== name) button.ariaLabel = name;
    if (changed.has('label')) button.querySelector('slot:not([name])')!.textContent = label ?? '';
    if (changed.has('count')) showCount(button, count);
    button.toggleAttribute('data-wide', Boolean(label || count || this.#hasText));
    button.disabled = settled && !product;
    if (button.disabled)
      warnOnce(
        '<cue-wishlist-button> found no product; give it a product-id and a name, or put it into a <cue-product>',
      );
    this.#showStates(pressed);
  }

  get #button(): HTMLButtonElement {
    return this.renderRoot.firstElementChild as HTMLButtonElement;
  }

  /** Few buttons of a page are ever pressed, and states cost memory. */
  #showStates(pressed: boolean): void {
    const { pending = false } = this;
    if (pressed || pending) this.#internals ??= this.attachInternals();
    if (!this.#internals) return;
    showState(this.#internals, 'pressed', pressed);
    showState(this.#internals, 'pending', pending);
    const button = this.#button;
    button.ariaBusy = button.ariaDisabled = pending ? 'true' : null;
    const icon = pressed && this.querySelector(':scope > [slot=icon-pressed]') ? 'icon-pressed' : 'icon';
    const slot = button.firstElementChild as HTMLSlotElement;
    // Set to what it is, WebKit takes it for a change of the slot, which renders again, for ever.
    if (slot.name !== icon) slot.name = icon;
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
      reportFailure('the shop could not keep a wish', error, () => this.#button, this.#messages.say('failed'));
    } finally {
      this.pending = false;
    }
  }

  get #count(): string | undefined {
    return Number.isFinite(this.count) ? this.count!.toLocaleString(languageOf(this)) : undefined;
  }

  get #hasText(): boolean {
    if (!this.firstChild) return false;
    return [...this.childNodes].some(
      (node) => node.nodeType !== Node.COMMENT_NODE && !(node as Partial<Element>).slot && node.textContent?.trim(),
    );
  }
}
