import { html } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import { attempt, warnOnce } from '../../browser/report.js';
import { $wishlist } from '../../store/wishlist.js';
import type { Wish } from '../../store/wishlist.js';
import { CueElement } from '../internal/cue-element.js';
import { fill } from '../internal/fill.js';
import { hostStyles } from '../internal/host-styles.js';
import { ignoreKeyRepeat } from '../internal/ignore-key-repeat.js';
import { isPromise } from '../internal/is-promise.js';
import { PanelController } from '../internal/panel-controller.js';
import { reportFailure } from '../internal/report-failure.js';
import { StoreController } from '../internal/store-controller.js';
import { wishStep } from '../internal/wish-step.js';
import { createRows } from './create-rows.js';
import type { Row } from './create-rows.js';
import { renderBadge } from './render-badge.js';
import { renderPanel, renderTitle } from './render-panel.js';
import { nameOf, renderRow } from './render-row.js';
import { messages } from './wishlist.messages.js';
import { styles } from './wishlist.styles.js';

/**
 * @summary The shopper's wishlist: in the page, or behind a badge with a count.
 *
 * @slot heading - The heading of the list: an `h2` or whatever suits the page.
 * @slot empty - What stands there while nothing is wished for.
 * @slot icon - An icon in place of the badge's heart.
 *
 * @fires {FactEvent} cue-remove-from-wishlist - The shopper has taken a product off the list.
 * @fires {FactEvent} cue-add-to-wishlist - The shopper has undone that.
 * @fires {RequestEvent} cue-request-remove-from-wishlist - Before a product is taken off; cancelable, with `respondWith()`.
 * @fires {RequestEvent} cue-request-add-to-wishlist - Before that is undone; cancelable, with `respondWith()`.
 * @fires {Event} toggle - The list has been opened or closed; does not bubble.
 *
 * @csspart badge - The button that opens the list.
 * @csspart count - The number on it.
 * @csspart panel - The drawer or the popover.
 * @csspart close - The button that closes it.
 * @csspart item - A product.
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
    pending: { state: true, attribute: false },
  };

  /** `inline`: the list stands in the page. `drawer`: it slides in from the side. `popover`: it opens beside its badge. */
  declare mode: 'inline' | 'drawer' | 'popover';
  /** Whether the drawer or the popover is open. */
  declare open: boolean;
  /** @private Ids of products about which the shop is being asked. */
  declare pending: ReadonlySet<string>;

  readonly #wishlist = new StoreController<readonly Wish[]>(this, $wishlist);
  readonly #panel = new PanelController(this, () => ({
    anchor: this.renderRoot.querySelector('.badge'),
    panel: this.renderRoot.querySelector('.panel'),
  }));
  readonly #rows = createRows();
  /** What assistive technology is told. */
  #said = '';
  #focusNext: string | undefined;

  constructor() {
    super();
    this.mode = 'inline';
    this.open = false;
    this.pending = new Set();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!['inline', 'drawer', 'popover'].includes(this.mode))
      warnOnce(`<cue-wishlist> knows no mode “${this.mode}”, only inline, drawer and popover; it is shown inline`);
    if (changed.has('open') && this.open) {
      this.#rows.clear();
      this.#said = '';
    }
  }

  protected override updated(): void {
    if (this.#focusNext !== undefined) this.#buttonOf(this.#focusNext)?.focus();
    this.#focusNext = undefined;
  }

  #buttonOf(id: string): HTMLElement | null | undefined {
    const row = [...this.renderRoot.querySelectorAll('li')].find(({ dataset }) => dataset.id === id);
    return row?.querySelector('button');
  }

  /** A double click would undo what it has just done. */
  #onPress(row: Row, event: MouseEvent): void {
    const { id } = row.wish.product;
    if (event.detail > 1 || this.pending.has(id)) return;
    attempt('the wishlist could not be changed', () => this.#step(row));
  }

  /** Takes the wish off the list, or puts it back. */
  async #step({ wish, removed }: Row): Promise<void> {
    const { product } = wish;
    try {
      const answer = wishStep(this, product, removed, removed ? 'undo' : 'remove');
      if (isPromise(answer)) this.#setPending(product.id, true);
      if (!(isPromise(answer) ? await answer : answer)) return;
      if (!removed) this.#rows.remove(wish);
      this.#said = fill(removed ? messages.restored : messages.removed, { name: nameOf(product) });
      if (this.#mayMoveFocus(product.id)) this.#focusNext = product.id;
    } catch (error) {
      reportFailure('the shop could not change the wishlist', error, () => this.#buttonOf(product.id), messages.failed);
    } finally {
      this.#setPending(product.id, false);
    }
  }

  /** The pressed button is about to go. Focus that has meanwhile gone elsewhere stays there. */
  #mayMoveFocus(id: string): boolean {
    const focused = this.shadowRoot?.activeElement;
    if (focused) return focused === this.#buttonOf(id);
    const outside = this.ownerDocument.activeElement;
    return !outside || outside === this.ownerDocument.body;
  }

  #setPending(id: string, on: boolean): void {
    const pending = new Set(this.pending);
    if (on) pending.add(id);
    else pending.delete(id);
    this.pending = pending;
  }

  protected override render(): unknown {
    const { mode, open } = this;
    if (mode !== 'drawer' && mode !== 'popover')
      return html`<section class="root" aria-labelledby="title">${renderTitle()}${this.#renderList()}</section>`;
    return html`${renderBadge({ count: this.#wishlist.value?.length ?? 0, host: this, onPress: this.#panel.toggle })}
    ${renderPanel({ mode, open, panel: this.#panel, content: () => this.#renderList() })}`;
  }

  /** The status is there before there is anything to say, or nobody would hear it. */
  #renderList(): unknown {
    const rows = this.#rows.list(this.#wishlist.value ?? []);
    return html`<p class="hidden" role="status">${this.#said}</p>
      ${
        rows.length === 0
          ? html`<div class="empty"><slot name="empty">${messages.empty}</slot></div>`
          : html`<ul role="list" @keydown=${ignoreKeyRepeat}>
              ${repeat(
                rows,
                ({ wish }) => wish.product.id,
                (row) =>
                  html`<li part="item" data-id=${row.wish.product.id}>
                    ${renderRow({
                      row,
                      pending: this.pending.has(row.wish.product.id),
                      host: this,
                      onPress: (event) => this.#onPress(row, event),
                    })}
                  </li>`,
              )}
            </ul>`
      }`;
  }
}
