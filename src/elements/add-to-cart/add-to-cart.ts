import { html, nothing } from 'lit/html.js';
import { attempt, warnOnce } from '../../browser/report.js';
import { safeUrl } from '../../browser/safe-url.js';
import { toCartError } from '../../cart/cart-error.js';
import { useCart } from '../../cart/use-cart.js';
import type { Product } from '../../events/product.js';
import { CueElement } from '../internal/cue-element.js';
import { hostStyles } from '../internal/host-styles.js';
import { makeWait } from '../internal/make-wait.js';
import { MessagesController } from '../internal/messages-controller.js';
import { ProductController } from '../internal/product-controller.js';
import { showState } from '../internal/show-state.js';
import { messages } from './add-to-cart.messages.js';
import { styles } from './add-to-cart.styles.js';
import { PressController } from './press-controller.js';
import type { Press } from './press-controller.js';
import { productIdOf, quantityOf, variantOfControl } from './pressed.js';
import { renderButton } from './render-button.js';

/** What stands under the button. */
interface Told {
  outcome: (typeof outcomes)[number];
  text: string;
}

const outcomes = ['pending', 'added', 'failed'] as const;

/** Of these nothing can be bought, by schema.org's words. */
const gone = /^(OutOfStock|SoldOut|Discontinued)$/;

/** Attributes of the product that the button's own look depends on. */
const shownAttributes = ['product-id', 'name', 'availability'];

/**
 * @summary Puts a product into the shop's cart: wraps the shop's own form or button, or is the button itself.
 *
 * What the shop's theme does by itself is left to it, and told once all the same. Without scripts the shop's form works as ever.
 *
 * @slot - The shop's own form, button or link; without any of it there is a button of ours.
 *
 * @fires {RequestEvent} cue-request-add-to-cart - Before the product is put into the cart; cancelable, with `respondWith()`.
 * @fires {FactEvent} cue-add-to-cart - The shop has put it into the cart.
 *
 * @csspart button - The button of ours.
 * @csspart quantity - The field for the quantity.
 * @csspart message - What has become of it.
 * @csspart link - The way to the cart.
 *
 * @cssproperty [--cue-button-background] - Background of the button of ours; nearly black, or nearly white on a dark page, by default.
 * @cssproperty [--cue-button-color] - Text on it.
 * @cssproperty [--cue-radius=8px] - Rounding of its corners.
 * @cssproperty [--cue-focus-color=currentColor] - Colour of the focus ring.
 * @cssproperty [--cue-font-family] - Typeface; the page's by default.
 * @cssproperty [--cue-font-size=medium] - Size of the text; the shopper's own by default.
 *
 * @cssstate pending - The shop is asked.
 * @cssstate added - The shop has done it.
 * @cssstate failed - The shop has not done it.
 */
export class CueAddToCart extends CueElement {
  static readonly cuekit = true;
  static override styles = [hostStyles, styles];

  static override properties = {
    label: { type: String },
    quantity: { type: Number },
    quantityField: { type: Boolean, attribute: 'quantity-field' },
    variantId: { type: String, attribute: 'variant-id' },
    cartUrl: { type: String, attribute: 'cart-url' },
    feedback: { type: String },
    told: { state: true, attribute: false },
  };

  /** Text of the button of ours. */
  declare label: string | undefined;
  /** How many, where no form says it; 1 by default. */
  declare quantity: number | undefined;
  /** Shows a field for the quantity beside the button of ours. */
  declare quantityField: boolean;
  /** The platform's own identifier of the variant, where neither form nor product says it. */
  declare variantId: string | undefined;
  /** Address of the cart: then what is told has a link to it. */
  declare cartUrl: string | undefined;
  /** `inline`: what has become of it is told beneath the button. `none`: only to assistive technology, for shops that show their cart then; failures are told all the same. */
  declare feedback: 'inline' | 'none' | undefined;
  /** @private What is told. */
  declare told: Told | undefined;

  readonly #messages = new MessagesController(this, messages);
  readonly #product = new ProductController(this);
  readonly #internals = this.attachInternals();
  readonly #press = new PressController(this, (press) => {
    if (!this.#pending) attempt('something could not be put into the cart', () => this.#add(press));
  });

  constructor() {
    super();
    this.quantityField = false;
    // The cart's code comes while the shopper's finger is still on its way.
    for (const type of ['pointerenter', 'focusin'])
      this.addEventListener(type, () => attempt('the cart could not be prepared', useCart), { once: true });
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...shownAttributes];
  }

  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!shownAttributes.includes(name)) super.attributeChangedCallback(name, before, after);
    else if (this.hasUpdated) this.#product.resolve();
  }

  get #pending(): boolean {
    return this.told?.outcome === 'pending';
  }

  async #add({ action, form, submitter, control }: Press): Promise<void> {
    const restore = makeWait(control ?? submitter ?? form?.querySelector('[type=submit], button:not([type])'));
    this.#tell('pending', this.#messages.say('adding'));
    let product: Product | undefined;
    try {
      const cart = await useCart();
      const variantId = this.variantId ?? variantOfControl(control);
      product = (await this.#product.answer) ?? { id: variantId ?? productIdOf(form) };
      const { name } = product;
      const quantity = quantityOf(form) ?? (this.quantity! >= 1 ? Math.floor(this.quantity!) : 1);
      const done = await cart.add(
        { product, quantity, ...(form && { form, submitter }), ...(variantId && { variantId }) },
        { source: this, cause: { from: 'element', element: this.localName, action } },
      );
      if (done) this.#tell('added', name ? this.#messages.say('added', { name }) : this.#messages.say('addedUnnamed'));
      else this.told = undefined;
    } catch (error) {
      // The code of the cart could not be loaded: then it goes as it would without us.
      if (!product && form) {
        this.told = undefined;
        return this.#press.sendNatively(form, submitter);
      }
      const { reason, message } = toCartError(error);
      // What the shop says is the better word: it knows how many there are.
      this.#tell('failed', message || this.#messages.say(reason, { name: product?.name ?? this.#messages.say('it') }));
    } finally {
      restore();
    }
  }

  #tell(outcome: Told['outcome'], text: string): void {
    this.told = { outcome, text };
  }

  protected override willUpdate(): void {
    if (this.quantity !== undefined && !(this.quantity >= 1))
      warnOnce('<cue-add-to-cart>: “quantity” is to be a whole number from 1; one piece is added');
    if (!['inline', 'none', undefined].includes(this.feedback))
      warnOnce(`<cue-add-to-cart> knows no feedback “${this.feedback}”, only inline and none; it is told inline`);
    for (const outcome of outcomes) showState(this.#internals, outcome, this.told?.outcome === outcome);
  }

  protected override render(): unknown {
    const { told, quantity, variantId } = this;
    const { product, settled } = this.#product;
    const soldOut = gone.test(product?.availability ?? '');
    const label = soldOut ? this.#messages.say('soldOut') : (this.label ?? this.#messages.say('add'));
    const button = renderButton({
      label,
      name: product?.name && this.#messages.say('labelled', { label, name: product.name }),
      disabled: soldOut || (settled && !product && !variantId && !this.closest('form')),
      pending: this.#pending,
      onPress: this.#press.onOwnClick,
      quantity: this.quantityField
        ? {
            label: this.#messages.say('quantity'),
            value: quantity ?? 1,
            onChange: (value) => (this.quantity = value >= 1 ? Math.floor(value) : 1),
          }
        : undefined,
    });
    // Where the shop shows its cart by itself, what went well is only said.
    const quiet = this.feedback === 'none' && told?.outcome !== 'failed';
    const link = told?.outcome === 'added' && !quiet && safeUrl(this.cartUrl);
    return html`<slot>${button}</slot>
      <p class="root ${quiet ? 'hidden' : 'message'}" part="message" role="status">
        ${told?.text ?? nothing}${link ? html` <a part="link" href=${safeUrl(link) ?? nothing}>${this.#messages.say('view')}</a>` : nothing}
      </p>`;
  }
}
