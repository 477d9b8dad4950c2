import { html } from 'lit/html.js';
import { report, warnOnce } from '../../browser/report.js';
import { $wishlist } from '../../store/wishlist.js';
import type { Wish } from '../../store/wishlist.js';
import { CueElement } from '../internal/cue-element.js';
import { hostStyles } from '../internal/host-styles.js';
import { MessagesController } from '../internal/messages-controller.js';
import { PanelController } from '../internal/panel-controller.js';
import { StoreController } from '../internal/store-controller.js';
import type { createListView as CreateListView, ListView } from './list-view.js';
import { renderBadge } from './render-badge.js';
import { renderPanel, renderTitle } from './render-panel.js';
import type { Say } from './say.js';
import { messages } from './wishlist.messages.js';
import { styles } from './wishlist.styles.js';

let createListView: typeof CreateListView | undefined;

/** Who does this is about to open the list: its code can come before the press. */
const hints = ['pointerover', 'pointerdown', 'focusin'];

/**
 * @summary The shopper's wishlist: in the page, or behind a badge with a count.
 *
 * @slot heading - The heading of the list: an `h2` or whatever suits the page.
 * @slot empty - What stands there while nothing is wished for.
 * @slot icon - An icon in place of the badge's heart.
 *
 * @fires {FactEvent} cue-remove-from-wishlist - The shopper has taken a product off the list.
 * @fires {FactEvent} cue-add-to-wishlist - The shopper has undone that, or has taken over a product from a shared list.
 * @fires {FactEvent} cue-add-to-cart - The shopper has moved a product to the cart; `cue-remove-from-wishlist` follows.
 * @fires {FactEvent} cue-share - The shopper has shared the list; a share that was cancelled is none.
 * @fires {RequestEvent} cue-request-remove-from-wishlist - Before a product is taken off; cancelable, with `respondWith()`.
 * @fires {RequestEvent} cue-request-add-to-wishlist - Before that is undone; cancelable, with `respondWith()`.
 * @fires {RequestEvent} cue-request-add-to-cart - Before a product is moved to the cart; cancelable, with `respondWith()`.
 * @fires {RequestEvent} cue-request-add-to-list - Before a wish is put on a list with a name; cancelable, with `respondWith()`.
 * @fires {RequestEvent} cue-request-remove-from-list - Before a wish is taken off such a list; cancelable, with `respondWith()`.
 * @fires {RequestEvent} cue-request-create-list - Before a list is made; cancelable, with `respondWith()`.
 * @fires {RequestEvent} cue-request-rename-list - Before a list gets another name; cancelable, with `respondWith()`.
 * @fires {RequestEvent} cue-request-delete-list - Before a list is deleted; cancelable, with `respondWith()`.
 * @fires {RequestEvent} cue-request-wishlist-products - To be answered with what the products are now; cancelable, with `respondWith()`.
 * @fires {Event} toggle - The list has been opened or closed; does not bubble.
 *
 * @csspart badge - The button that opens the list.
 * @csspart count - The number on it.
 * @csspart panel - The drawer or the popover.
 * @csspart close - The button that closes it.
 * @csspart item - A product.
 * @csspart change - What has changed since a product was wished for.
 * @csspart action - A button with words: of lists, of sharing, of a shared list.
 * @csspart move - The button that moves a product to the cart.
 * @csspart which - The choice of a list.
 * @csspart field - A field for text.
 * @csspart remove - The button that takes a product off the list.
 * @csspart undo - The button that puts it back.
 *
 * @cssproperty [--cue-surface=Canvas] - Background of the drawer and the popover.
 * @cssproperty [--cue-text=CanvasText] - Text on it.
 * @cssproperty [--cue-accent-color=#c8102e] - The number's background.
 * @cssproperty [--cue-on-accent-color=#fff] - The number.
 * @cssproperty [--cue-badge-size=44px] - Size of the badge; 24px at least.
 * @cssproperty [--cue-focus-color=currentColor] - Colour of the focus ring.
 * @cssproperty [--cue-font-family] - Typeface; the page's by default.
 * @cssproperty [--cue-font-size=medium] - Size of the text; the shopper's own by default.
 */
export class CueWishlist extends CueElement {
  static readonly cuekit = true;
  static override styles = [hostStyles, styles];

  static override properties = {
    mode: { type: String, reflect: true, useDefault: true },
    open: { type: Boolean, reflect: true },
    lists: { type: Boolean },
    list: { type: String },
    share: { type: Boolean },
    shareUrl: { type: String, attribute: 'share-url' },
    moveToCart: { type: Boolean, attribute: 'move-to-cart' },
    source: { type: String },
  };

  /** `inline`: the list stands in the page. `drawer`: it slides in from the side. `popover`: it opens beside its badge. */
  declare mode: 'inline' | 'drawer' | 'popover';
  /** Whether the drawer or the popover is open. */
  declare open: boolean;
  /** Whether the shopper may keep several lists, each with a name. */
  declare lists: boolean;
  /** Id of the list that is shown; all wishes are, without it. */
  declare list: string | undefined;
  /** Whether the shopper may share a list by a link. */
  declare share: boolean;
  /** The page on which a shared list opens, which needs a `<cue-wishlist>`; this page by default. */
  declare shareUrl: string | undefined;
  /** Whether each product has a button that moves it to the cart. */
  declare moveToCart: boolean;
  /** Address that tells what products are now: it is asked as `?id=…&id=…`, and answers with a JSON array of products. */
  declare source: string | undefined;

  readonly #wishlist = new StoreController<readonly Wish[]>(this, $wishlist);
  readonly #messages = new MessagesController(this, messages);
  readonly #panel = new PanelController(this, () => ({
    anchor: this.renderRoot.querySelector('.badge'),
    panel: this.renderRoot.querySelector('.panel'),
  }));
  #view: ListView | undefined;

  constructor() {
    super();
    this.mode = 'inline';
    this.open = this.lists = this.share = this.moveToCart = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const type of hints) this.addEventListener(type, this);
    addEventListener('hashchange', this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this);
  }

  /** @private */
  handleEvent({ type }: Event): void {
    if (type === 'hashchange') this.requestUpdate();
    else void this.#load();
  }

  get #inline(): boolean {
    return this.mode !== 'drawer' && this.mode !== 'popover';
  }

  /** Somebody's list that a link has brought along is shown without being asked for. */
  get #isWanted(): boolean {
    return this.open || this.#inline || location.hash.startsWith('#cue-wishlist=');
  }

  async #load(): Promise<void> {
    if (createListView) return;
    try {
      createListView = (await import('./list-view.js')).createListView;
      // It may be open already, and have failed before.
      this.requestUpdate();
    } catch (error) {
      report('the list of <cue-wishlist> could not be loaded', error);
    }
  }

  /** What is to be seen comes at once and whole. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    if (createListView || !this.#isWanted) return super.scheduleUpdate();
    return this.#load().then(() => super.scheduleUpdate());
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    const { mode, open } = this;
    if (this.#inline && mode !== 'inline')
      warnOnce(`<cue-wishlist> knows no mode “${mode}”, only inline, drawer and popover; it is shown inline`);
    if (this.#isWanted) this.#view ??= createListView?.(this);
    if (changed.has('open') && open) this.#view?.restart();
    this.#view?.update(this.#wishlist.value ?? [], open || this.#inline);
  }

  protected override update(changed: Map<string, unknown>): void {
    super.update(changed);
    this.#view?.rendered();
  }

  protected override render(): unknown {
    const { mode, open } = this;
    const say: Say = (...message) => this.#messages.say(...message);
    const content = (): unknown => this.#view?.render();
    if (mode !== 'drawer' && mode !== 'popover')
      return html`<section class="root" aria-labelledby="title">${renderTitle(say('title'))}${content()}</section>`;
    const count = this.#wishlist.value?.length ?? 0;
    return html`${renderBadge({ count, host: this, say, onPress: this.#panel.toggle })}
    ${renderPanel({ mode, open, panel: this.#panel, say, content })}`;
  }
}
