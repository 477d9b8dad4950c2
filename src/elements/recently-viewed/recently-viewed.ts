import { html } from 'lit/html.js';
import { pageClock } from '../../browser/clock.js';
import type { Clock } from '../../browser/clock.js';
import { inView } from '../../browser/in-view.js';
import { pageSingleton } from '../../browser/page-singleton.js';
import { warnOnce } from '../../browser/report.js';
import { emit } from '../../events/emit.js';
import { FactEvent } from '../../events/fact-event.js';
import type { Cause } from '../../events/vocabulary.js';
import { rememberListChoice } from '../../store/list-choices.js';
import { $viewed, forgetViewed } from '../../store/viewed.js';
import type { Viewed } from '../../store/viewed.js';
import { CueElement } from '../internal/cue-element.js';
import { hostStyles } from '../internal/host-styles.js';
import { MessagesController } from '../internal/messages-controller.js';
import { ProductController } from '../internal/product-controller.js';
import { StoreController } from '../internal/store-controller.js';
import { chooseViewed } from './choose-viewed.js';
import { listDetail } from './list-detail.js';
import { NoteController } from './note-controller.js';
import { messages } from './recently-viewed.messages.js';
import { gone, styles } from './recently-viewed.styles.js';
import { renderList } from './render-list.js';

const COUNT = 6;

/** Which product the page is about depends on these; the rest of it is read when it is noted. */
const productAttributes = ['product-id', 'name', 'url'];

/** Where the list was last seen; the shopper who comes back to a page sees nothing new. */
const seen = (): { at: string } => pageSingleton('recently viewed seen', () => ({ at: '' }));

/**
 * @summary What the shopper has looked at on this device; not there while that is nothing.
 *
 * On a product page it also notes that the shopper looks at the product, also with the attribute `hidden`. It finds the
 * product by its own attributes (`product-id`, `name`, …), by the `<cue-product>` around it, or by the page's structured data.
 *
 * The attribute `reserve` has `cuekit.css` keep the room of a row free before the code has come and while the slot `empty` is
 * shown, for a list that stands high up on its page.
 *
 * @slot heading - The heading of the list: an `h2` or whatever suits the page.
 * @slot empty - What stands there while there is nothing to show; without it, nothing does.
 *
 * @fires {FactEvent} cue-view-item-list - The shopper has really seen the list.
 * @fires {FactEvent} cue-select-item - The shopper follows the link of a product.
 *
 * @csspart header - The line of the heading.
 * @csspart clear - The button that forgets.
 * @csspart list - The list.
 * @csspart card - A product.
 * @csspart picture - Its picture.
 * @csspart name - Its name.
 * @csspart price - Its price.
 *
 * @cssproperty [--cue-card-size=160px] - Width of a card; in a grid, the least.
 * @cssproperty [--cue-card-gap=16px] - Room between cards.
 * @cssproperty [--cue-radius=8px] - Rounding of the pictures.
 * @cssproperty [--cue-focus-color=currentColor] - Colour of the focus ring.
 * @cssproperty [--cue-font-family] - Typeface; the page's by default.
 * @cssproperty [--cue-font-size=medium] - Size of the text; the shopper's own by default.
 */
export class CueRecentlyViewed extends CueElement {
  static readonly cuekit = true;
  static override styles = [hostStyles, styles];
  /** @private A test passes its own. */
  static clock: Clock = pageClock;

  static override properties = {
    count: { type: Number },
    layout: { type: String },
    exclude: { type: String },
    clearable: { type: Boolean },
    cleared: { state: true, attribute: false },
  };

  /** How many products there may be, from 1. */
  declare count: number;
  /** `row`: side by side, to be scrolled. `grid`: in as many columns as there is room for. */
  declare layout: 'row' | 'grid';
  /** Ids of further products that are not to be shown, separated by spaces or commas; the page's own never is. */
  declare exclude: string | null | undefined;
  /** Whether there is a button that forgets what was looked at. */
  declare clearable: boolean;
  /** @private Whether the shopper has just pressed it. */
  declare cleared: boolean;

  readonly #viewed = new StoreController<readonly Viewed[]>(this, $viewed);
  readonly #messages = new MessagesController(this, messages);
  readonly #product = new ProductController(this);
  #shown: readonly Viewed[] = [];
  #stopWatching: (() => void) | undefined;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...productAttributes];
  }

  constructor() {
    super();
    this.count = COUNT;
    this.layout = 'row';
    this.clearable = false;
    this.cleared = false;
    new NoteController(this, this.#product, CueRecentlyViewed.clock);
  }

  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!productAttributes.includes(name)) super.attributeChangedCallback(name, before, after);
    else if (this.hasUpdated) this.#product.resolve();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch(false);
  }

  protected override willUpdate(): void {
    if (!(this.count >= 1))
      warnOnce(`<cue-recently-viewed> shows ${COUNT} products: the attribute “count” is to be a number from 1`);
    if (!['row', 'grid'].includes(this.layout))
      warnOnce(`<cue-recently-viewed> knows no layout “${this.layout}”, only row and grid; it is shown as a row`);
  }

  /** Not before: controllers learn of the product only now. */
  protected override update(changed: Map<string, unknown>): void {
    this.#shown = chooseViewed(this.#viewed.value ?? [], {
      product: this.#product.product,
      exclude: new Set(this.exclude?.split(/[\s,]+/)),
      count: this.count >= 1 ? Math.floor(this.count) : COUNT,
      address: location.href,
    });
    if (this.#shown.length) this.cleared = false;
    super.update(changed);
    this.#hide(this.#shown.length === 0 && !this.cleared && !this.querySelector(':scope > [slot=empty]'));
  }

  protected override updated(changed: Map<string, unknown>): void {
    this.#watch(this.isConnected && this.#shown.length > 0 && seen().at !== location.href);
    // The pressed button has gone; what has become of it is read from here.
    if (changed.has('cleared') && this.cleared) this.renderRoot.querySelector<HTMLElement>('.cleared')?.focus();
  }

  /** Not by an attribute, which a morphing page would take off, nor by a rule that the page's own could overrule. */
  #hide(hidden: boolean): void {
    const sheets = this.shadowRoot!.adoptedStyleSheets.filter((sheet) => sheet !== gone.styleSheet);
    this.shadowRoot!.adoptedStyleSheets = hidden ? [...sheets, gone.styleSheet!] : sheets;
  }

  #watch(on: boolean): void {
    if (on) this.#stopWatching ??= inView(this, this.#onSeen, CueRecentlyViewed.clock);
    else {
      this.#stopWatching?.();
      this.#stopWatching = undefined;
    }
  }

  #cause(action: string): Cause {
    return { from: 'element', element: this.localName, action };
  }

  readonly #onSeen = (): void => {
    this.#stopWatching = undefined;
    if (seen().at === location.href) return;
    seen().at = location.href;
    const products = this.#shown.map(({ product }) => product);
    emit(this, new FactEvent('cue-view-item-list', listDetail(products, this.#cause('view'))));
  };

  /** Also in a new tab, by the middle button. A double click is one choice. */
  readonly #onPress = (index: number, event: MouseEvent): void => {
    const viewed = this.#shown[index];
    if (!viewed || event.detail > 1 || event.button > 1) return;
    const detail = listDetail([viewed.product], this.#cause('click'), index);
    rememberListChoice(detail);
    emit(this, new FactEvent('cue-select-item', detail));
  };

  readonly #onClear = (): void => {
    this.cleared = true;
    forgetViewed();
  };

  protected override render(): unknown {
    if (this.#shown.length === 0)
      return this.cleared
        ? html`<p class="root cleared" tabindex="-1">${this.#messages.say('cleared')}</p>`
        : html`<div class="root"><slot name="empty"></slot></div>`;
    return renderList({
      shown: this.#shown,
      host: this,
      say: this.#messages,
      onClear: this.#onClear,
      onPress: this.#onPress,
    });
  }
}
