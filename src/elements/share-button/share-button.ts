import { html, nothing } from 'lit/html.js';
import { attempt, warnOnce } from '../../browser/report.js';
import { CueElement } from '../internal/cue-element.js';
import { hostStyles } from '../internal/host-styles.js';
import { isPromise } from '../internal/is-promise.js';
import { MessagesController } from '../internal/messages-controller.js';
import { ProductController } from '../internal/product-controller.js';
import { accessibleName } from './accessible-name.js';
import { DEFAULT_NETWORKS } from './default-networks.js';
import { hasText } from './has-text.js';
import { MenuController } from './menu-controller.js';
import { messages } from './share-button.messages.js';
import { styles } from './share-button.styles.js';
import { shareNatively } from './share-natively.js';
import { shareOf } from './share-of.js';

/** The product and the button's name depend on these; what else is shared is read when it is. */
const shownAttributes = ['product-id', 'name', 'url', 'title'];

/**
 * @summary Shares a product or a page: by the system's own dialog where there is one, else by a menu.
 *
 * Shares what its attributes `url`, `title` and `text` say; without them the product that it stands for (by its own attributes
 * `product-id`, `name` …, by the `<cue-product>` around it, by the card it stands in, or by the page's structured data); without
 * one the page.
 *
 * @slot - The button's visible label; without it the button is an icon.
 * @slot icon - An icon in place of the button's own.
 * @slot icon-copy - An icon in the menu; for the other ways `icon-email`, `icon-whatsapp` and so on.
 *
 * @fires {FactEvent} cue-share-intent - The shopper has chosen a way to share.
 * @fires {FactEvent} cue-share - Something was shared: the system's dialog says so, or the link was copied. What becomes of a network's page nobody knows.
 * @fires {RequestEvent} cue-request-share - Before anything is shared; cancelable, with `respondWith()`.
 * @fires {Event} toggle - The menu has been opened or closed; does not bubble.
 *
 * @csspart button - The button.
 * @csspart panel - What holds the menu.
 * @csspart item - A way to share.
 * @csspart field - The link, where the browser does not let it be copied.
 *
 * @cssproperty [--cue-share-button-size=44px] - Height, and width without a label; 24px at least.
 * @cssproperty [--cue-icon-size] - Size of the icon; just over half of the button's by default.
 * @cssproperty [--cue-share-button-background=transparent] - Background of the button.
 * @cssproperty [--cue-radius] - Rounding of the button's corners; round by default.
 * @cssproperty [--cue-panel-radius=12px] - Rounding of the menu's corners.
 * @cssproperty [--cue-surface=Canvas] - Background of the menu.
 * @cssproperty [--cue-text=CanvasText] - Text on it.
 * @cssproperty [--cue-focus-color=currentColor] - Colour of the focus ring.
 * @cssproperty [--cue-font-family] - Typeface; the page's by default.
 * @cssproperty [--cue-font-size=medium] - Size of the text; the shopper's own by default.
 */
export class CueShareButton extends CueElement {
  static readonly cuekit = true;
  static override styles = [hostStyles, styles];
  static override shadowRootOptions: ShadowRootInit = { ...CueElement.shadowRootOptions, delegatesFocus: true };

  static override properties = {
    label: { type: String },
    networks: { type: String },
    mode: { type: String },
    open: { type: Boolean, reflect: true },
    utmSource: { type: String, attribute: 'utm-source' },
    utmMedium: { type: String, attribute: 'utm-medium' },
    utmCampaign: { type: String, attribute: 'utm-campaign' },
    utmContent: { type: String, attribute: 'utm-content' },
    refused: { state: true, attribute: false },
  };

  /** Visible label, when the slot has none. */
  declare label: string | undefined;
  /** The menu's ways, in order: `copy email bluesky facebook line linkedin pinterest reddit telegram threads whatsapp x`. */
  declare networks: string;
  /** `auto`: the system's dialog where there is one. `menu`: always the menu. */
  declare mode: 'auto' | 'menu';
  /** Whether the menu is open. */
  declare open: boolean;
  /** Campaign source in the link; by default the way it is shared: `whatsapp`, `copy`, `native` … Empty, there is none. */
  declare utmSource: string | undefined;
  /** Campaign medium in the link. Empty, there is none. */
  declare utmMedium: string;
  /** Campaign name in the link. */
  declare utmCampaign: string | undefined;
  /** What tells links of one campaign apart. */
  declare utmContent: string | undefined;
  /** @private Whether the system's dialog has turned out not to be there for this page. */
  declare refused: boolean;

  readonly #messages = new MessagesController(this, messages);
  readonly #product = new ProductController(this);
  readonly #menu = new MenuController(this, {
    share: (method) => shareOf(this, this.#product.product, method),
    say: (key) => this.#messages.say(key),
  });

  constructor() {
    super();
    this.networks = DEFAULT_NETWORKS;
    this.mode = 'auto';
    this.open = false;
    this.utmMedium = 'share';
    this.refused = false;
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...shownAttributes];
  }

  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!shownAttributes.includes(name)) super.attributeChangedCallback(name, before, after);
    else if (this.hasUpdated) this.#product.resolve();
  }

  protected override willUpdate(): void {
    if (!['auto', 'menu'].includes(this.mode))
      warnOnce(`<cue-share-button> knows no mode “${this.mode}”, only auto and menu`);
  }

  protected override updated(): void {
    if (!this.#native) void this.#menu.load();
  }

  get #native(): boolean {
    return this.mode !== 'menu' && !this.refused && typeof navigator.share === 'function';
  }

  /** A double click would close what it has just opened. */
  #onClick(event: MouseEvent): void {
    if (event.detail > 1) event.preventDefault();
    else if (this.#native) attempt('the share dialog could not be used', () => this.#shareNatively());
  }

  /** Called within the press, unless the product is still being looked for: better late than the wrong one. */
  async #shareNatively(): Promise<void> {
    let product = this.#product.answer;
    if (isPromise(product)) product = await product;
    if (await shareNatively(this, shareOf(this, product, 'native'))) return;
    this.refused = true;
    this.#menu.open();
  }

  protected override render(): unknown {
    const native = this.#native;
    const written = hasText(this);
    return html`<button
        class="root button ${this.label || written ? 'wide' : ''}"
        part="button"
        type="button"
        aria-label=${written ? nothing : accessibleName(this, this.#product.product, this.#messages)}
        aria-haspopup=${native ? nothing : 'menu'}
        aria-expanded=${native ? nothing : this.open}
        popovertarget=${native ? nothing : 'panel'}
        @click=${this.#onClick}
        @keydown=${(event: KeyboardEvent) => this.#menu.onButtonKeydown(event, !native)}
      >
        <slot name="icon"
          ><svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 3v12M8 6.5 12 2.5l4 4M8 10H5.5v11h13V10H16" /></svg></slot
        ><slot @slotchange=${() => this.requestUpdate()}>${this.label ?? nothing}</slot>
      </button>
      <p class="hidden" role="status">${this.#menu.copied ? this.#messages.say('copied') : ''}</p>
      <div
        class="root panel"
        id="panel"
        part="panel"
        popover="auto"
        @beforetoggle=${this.#menu.onBeforeToggle}
        @toggle=${this.#menu.onToggle}
      >
        ${this.#menu.render()}
      </div>`;
  }
}
