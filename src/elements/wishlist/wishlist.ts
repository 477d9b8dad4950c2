import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { attempt } from '../../browser/report.js';
import { safeUrl } from '../../browser/safe-url.js';
import type { Product } from '../../events/product.js';
import { $wishlist } from '../../store/wishlist.js';
import type { Wish } from '../../store/wishlist.js';
import { AnchorController } from '../internal/anchor-controller.js';
import { CueElement } from '../internal/cue-element.js';
import { fill } from '../internal/fill.js';
import { formatPrice, languageOf } from '../internal/format-price.js';
import { hostStyles } from '../internal/host-styles.js';
import { StoreController } from '../internal/store-controller.js';
import { wishStep } from '../internal/wish-step.js';
import { messages } from './wishlist.messages.js';
import { styles } from './wishlist.styles.js';

/**
 * @summary The shopper's wishlist: in the page, or behind a badge with a count.
 *
 * @slot heading - The heading of the list.
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
 * @csspart item - A product.
 * @csspart remove - The button that takes a product off the list.
 *
 * @cssproperty [--cue-surface=Canvas] - Background of the drawer and the popover.
 * @cssproperty [--cue-text=CanvasText] - Text on it.
 * @cssproperty [--cue-accent-color=#c8102e] - The number's background.
 * @cssproperty [--cue-badge-size=44px] - Size of the badge.
 */
export class CueWishlist extends CueElement {
  static readonly cuekit = true;
  static override styles = [hostStyles, styles];

  static override properties = {
    mode: { type: String, reflect: true },
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
  readonly #anchor = new AnchorController(this, () => ({ anchor: this.#badge, panel: this.#panel }));
  /** Taken off while the list is in view; each keeps its place, with a way back. */
  readonly #removed = new Map<string, Wish>();
  #focusNext: string | undefined;

  constructor() {
    super();
    this.mode = 'inline';
    this.open = false;
    this.pending = new Set();
  }

  get #badge(): HTMLElement | null {
    return this.renderRoot.querySelector('.badge');
  }

  get #panel(): (HTMLDialogElement & HTMLElement) | null {
    return this.renderRoot.querySelector('.panel');
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    for (const { product } of this.#wishlist.value ?? []) this.#removed.delete(product.id);
    if (changed.has('open') && this.open) this.#removed.clear();
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('open') || changed.has('mode')) this.#showOrHide();
    if (this.#focusNext !== undefined) {
      const id = this.#focusNext;
      this.#focusNext = undefined;
      const row = [...this.renderRoot.querySelectorAll<HTMLElement>('li')].find(({ dataset }) => dataset.id === id);
      row?.querySelector<HTMLElement>('button')?.focus();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A dialog that is taken out of the page is closed by the browser, without an event.
    this.open = false;
  }

  #showOrHide(): void {
    const panel = this.#panel;
    if (!panel || !this.isConnected) return;
    if (this.mode === 'drawer') {
      if (this.open && !panel.open) panel.showModal();
      else if (!this.open && panel.open) panel.close();
    } else if (this.open) {
      if (!panel.matches(':popover-open')) panel.showPopover();
      attempt('the wishlist could not be placed', () => this.#anchor.start());
    } else {
      if (panel.matches(':popover-open')) panel.hidePopover();
      this.#anchor.stop();
    }
  }

  /** The browser opens and closes by itself too: Escape, a click elsewhere. */
  #onToggle(open: boolean): void {
    if (this.open !== open) this.open = open;
    if (!open) this.#anchor.stop();
    this.dispatchEvent(new Event('toggle'));
  }

  #onBadge(): void {
    this.open = !this.open;
  }

  #onDialogClick(event: MouseEvent): void {
    // The dialog itself is hit only where its content is not: on the backdrop.
    if (event.target === event.currentTarget) this.open = false;
  }

  #remove(wish: Wish): void {
    this.#step(wish, false, 'remove', () => this.#removed.set(wish.product.id, wish));
  }

  #undo(wish: Wish): void {
    this.#step(wish, true, 'undo', () => this.#removed.delete(wish.product.id));
  }

  #step(wish: Wish, wished: boolean, action: string, after: () => void): void {
    const { product } = wish;
    if (this.pending.has(product.id)) return;
    attempt('the shop could not change the wishlist', async () => {
      const answer = wishStep(this, product, wished, action);
      if (answer instanceof Promise) this.#setPending(product.id, true);
      try {
        if (!(await answer)) return;
        after();
        this.#focusNext = product.id;
      } finally {
        this.#setPending(product.id, false);
      }
    });
  }

  #setPending(id: string, on: boolean): void {
    const pending = new Set(this.pending);
    if (on) pending.add(id);
    else pending.delete(id);
    this.pending = pending;
  }

  protected override render(): unknown {
    if (this.mode === 'drawer') {
      return html`${this.#renderBadge()}
        <dialog
          class="root panel drawer"
          part="panel"
          aria-labelledby="title"
          @click=${this.#onDialogClick}
          @close=${() => this.#onToggle(false)}
        >
          ${this.open ? this.#renderPanel() : nothing}
        </dialog>`;
    }
    if (this.mode === 'popover') {
      return html`${this.#renderBadge()}
        <div
          class="root panel popover"
          part="panel"
          popover="auto"
          role="dialog"
          aria-labelledby="title"
          @toggle=${(event: ToggleEvent) => this.#onToggle(event.newState === 'open')}
        >
          ${this.open ? this.#renderPanel() : nothing}
        </div>`;
    }
    return html`<section class="root" aria-labelledby="title">${this.#renderTitle()}${this.#renderList()}</section>`;
  }

  #renderBadge(): unknown {
    const count = this.#wishlist.value?.length ?? 0;
    const plural = new Intl.PluralRules(languageOf(this)).select(count);
    return html`<button
      class="root badge"
      part="badge"
      type="button"
      aria-label=${fill(messages.count[plural] ?? messages.count.other!, { count })}
      aria-haspopup="dialog"
      aria-expanded=${this.open}
      @click=${this.#onBadge}
    >
      <slot name="icon"
        ><svg viewBox="0 0 24 24" aria-hidden="true">
          <path
            d="M12 20.7C5.6 15.6 2.8 12.3 2.8 8.7a4.9 4.9 0 0 1 9.2-2.3 4.9 4.9 0 0 1 9.2 2.3c0 3.6-2.8 6.9-9.2 12Z"
          /></svg></slot
      ><span class="count" part="count" ?hidden=${count === 0}>${count}</span>
    </button>`;
  }

  #renderTitle(): unknown {
    return html`<h2 id="title"><slot name="heading">${messages.title}</slot></h2>`;
  }

  #renderPanel(): unknown {
    return html`<header>
        ${this.#renderTitle()}
        <button class="close" type="button" aria-label=${messages.close} @click=${() => (this.open = false)}>
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18" /></svg>
        </button>
      </header>
      ${this.#renderList()}`;
  }

  #renderList(): unknown {
    const rows = [...(this.#wishlist.value ?? []), ...this.#removed.values()].sort((a, b) => b.changedAt - a.changedAt);
    if (rows.length === 0) return html`<div class="empty"><slot name="empty">${messages.empty}</slot></div>`;
    return html`<ul role="list">
      ${repeat(
        rows,
        ({ product }) => product.id,
        (wish) =>
          html`<li part="item" data-id=${wish.product.id}>
            ${this.#removed.has(wish.product.id) ? this.#renderRemoved(wish) : this.#renderProduct(wish)}
          </li>`,
      )}
    </ul>`;
  }

  #renderRemoved(wish: Wish): unknown {
    const name = wish.product.name ?? messages.unnamed;
    return html`<p class="removed" role="status">${fill(messages.removed, { name })}</p>
      <button
        class="undo"
        type="button"
        aria-label=${fill(messages.undoNamed, { name })}
        aria-busy=${this.pending.has(wish.product.id) || nothing}
        @click=${() => this.#undo(wish)}
      >
        ${messages.undo}
      </button>`;
  }

  #renderProduct(wish: Wish): unknown {
    const { product } = wish;
    const name = product.name ?? product.id;
    return html`<span class="picture"
        >${
          product.image
            ? html`<img src=${safeUrl(product.image) ?? nothing} alt="" width="72" height="72" loading="lazy" />`
            : nothing
        }</span
      >
      <div class="text">
        ${product.url ? html`<a href=${safeUrl(product.url) ?? nothing}>${name}</a>` : html`<span>${name}</span>`}
        ${product.variant ? html`<span class="variant">${product.variant}</span>` : nothing}
        ${this.#renderPrice(product)}
      </div>
      <button
        class="remove"
        part="remove"
        type="button"
        aria-label=${fill(messages.remove, { name })}
        aria-busy=${this.pending.has(product.id) || nothing}
        @click=${() => this.#remove(wish)}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18" /></svg>
      </button>`;
  }

  #renderPrice({ price, listPrice, currency }: Product): unknown {
    if (price === undefined) return nothing;
    const before = listPrice === undefined ? undefined : formatPrice(this, listPrice, currency);
    return html`<span class="price"
      >${formatPrice(this, price, currency)}
      ${
        before
          ? html`<s aria-hidden="true">${before}</s
              ><span class="hidden">${fill(messages.was, { price: before })}</span>`
          : nothing
      }</span
    >`;
  }
}
