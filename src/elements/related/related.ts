import { html, nothing } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import { attempt } from '../../browser/report.js';
import type { Source } from '../../recommend/fetch-source.js';
import { $cart } from '../../store/cart.js';
import type { Cart } from '../../store/cart.js';
import { CueElement } from '../internal/cue-element.js';
import { hostStyles } from '../internal/host-styles.js';
import { MessagesController } from '../internal/messages-controller.js';
import { ProductController } from '../internal/product-controller.js';
import { StoreController } from '../internal/store-controller.js';
import { checkAttributes } from './check-attributes.js';
import type { Cards } from './create-cards.js';
import { readJson } from './read-json.js';
import { readOptions } from './read-options.js';
import { messages } from './related.messages.js';
import { styles } from './related.styles.js';
import { tellChoice, tellView } from './tell-list.js';
import type { Reasoned } from './suggest.js';
import { SuggestionController } from './suggestion-controller.js';
import { ViewController } from './view-controller.js';
import { waitingCard } from './waiting-card.js';
import { watchChoice } from './watch-choice.js';

/** Attributes of the product that the page is about. */
const productAttributes = ['product-id', 'name', 'category', 'brand', 'price'];

/**
 * @summary Suggests products from files that `npx cuekit train` has learnt from the shop's own visits; without a service behind it.
 *
 * Goes by the visit so far, and by what was wished for and seen before it. Leaves out the product of the page, what is in the
 * cart and what is sold out. Where nothing can be suggested, nothing is shown.
 *
 * A `<template slot="card">` is the shop's own card: what is marked with `data-cue` in it is filled (`name`, `price`,
 * `list-price`, `brand`, `category`, `variant`, `availability`, `id`, `reason` as text, `url` on a link, `image` on an `img`),
 * or taken out where it is not known; elements of the kit in it are told the product.
 *
 * @slot - What stands there instead where nothing can be suggested, and where scripts do not run.
 * @slot heading - The heading: an `h2` or whatever suits the page.
 * @slot card - A `<template>` with the shop's own card.
 *
 * @fires {FactEvent} cue-view-item-list - The suggestions have come into view.
 * @fires {FactEvent} cue-select-item - The shopper goes to one of them.
 *
 * @csspart list - The list.
 * @csspart item - A product.
 * @csspart picture - Its picture.
 * @csspart link - Its name, which leads to it.
 * @csspart price - Its price.
 * @csspart reason - Why it is suggested.
 *
 * @cssproperty [--cue-related-card=11.25em] - Width of a card.
 * @cssproperty [--cue-related-card-height] - Least height of a card in a row, for cards of the shop's own; that of ours by default.
 * @cssproperty [--cue-radius=8px] - Rounding of the pictures.
 * @cssproperty [--cue-focus-color=currentColor] - Colour of the focus ring.
 * @cssproperty [--cue-font-family] - Typeface; the page's by default.
 * @cssproperty [--cue-font-size=medium] - Size of the text; the shopper's own by default.
 */
export class CueRelated extends CueElement {
  static readonly cuekit = true;
  static override styles = [hostStyles, styles];

  static override properties = {
    models: { type: String },
    source: { type: String },
    strategies: { type: String },
    by: { type: String },
    count: { type: Number },
    again: { type: Boolean },
    layout: { type: String },
    rules: { converter: (text: string | null) => readJson(text, 'rules') },
    listId: { type: String, attribute: 'list-id' },
    noWishlist: { type: Boolean, attribute: 'no-wishlist' },
    suggestions: { state: true, attribute: false },
  };

  /** Address of the trained `manifest.json`. */
  declare models: string | undefined;
  /** The shop's own suggestions: an address with `{id}`, `{session}` and `{count}`, or a function. Asked first, unless `strategies` says otherwise. */
  declare source: string | Source | undefined;
  /** What is tried, one after another, with spaces between: `source`, `related`, `bought`, `viewed`, `similar`, `popular`, `trending`, `recent`. */
  declare strategies: string | undefined;
  /** What counts most: `visit`, the products that were looked at; `cart`, those in it; `wishlist`, those on it. */
  declare by: 'visit' | 'cart' | 'wishlist' | undefined;
  /** How many are shown at most; 8 by default. */
  declare count: number | undefined;
  /** Whether products of this visit may be suggested again. */
  declare again: boolean;
  /** `row`: side by side, to be scrolled. `grid`: all at once, in rows. */
  declare layout: 'row' | 'grid' | undefined;
  /** The shop's rules: `{"pin": ["id"], "exclude": [{"brand": "…"}], "boost": [{"category": "…", "by": 2}], "sameBrand": "first"}`; JSON in the attribute. */
  declare rules: unknown;
  /** The list's name in facts; `related` by default. */
  declare listId: string | undefined;
  /** Whether cards are without a wishlist button. */
  declare noWishlist: boolean;
  /** @private What is shown; `undefined` while that is not known. */
  declare suggestions: readonly Reasoned[] | undefined;

  readonly #messages = new MessagesController(this, messages);
  readonly #product = new ProductController(this);
  readonly #cart = new StoreController<Cart | undefined>(this, $cart);
  readonly #view = new ViewController<readonly Reasoned[]>(this, (suggestions) =>
    attempt('a view could not be told', () => tellView(this, this.#listOf(suggestions))),
  );
  #cards: Cards | undefined;
  /** Id of the product whose link has the focus. */
  #focused: string | undefined;

  constructor() {
    super();
    this.again = false;
    this.noWishlist = false;
    watchChoice(this, (id) => {
      const index = this.suggestions?.findIndex(({ product }) => product.id === id) ?? -1;
      if (index >= 0)
        attempt('a choice could not be told', () => tellChoice(this, this.#listOf(this.suggestions!), index));
    });
    // Asks by itself.
    new SuggestionController(
      this,
      () =>
        this.#product.settled
          ? readOptions(this, { count: this.#count, current: this.#product.product, cart: this.#cart.value })
          : undefined,
      (suggestions, createCards) => {
        this.#cards ??= createCards?.(this, this.#messages);
        this.suggestions = suggestions;
      },
    );
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...productAttributes];
  }

  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!productAttributes.includes(name)) super.attributeChangedCallback(name, before, after);
    else if (this.hasUpdated) this.#product.resolve();
  }

  protected override willUpdate(): void {
    this.#focused = this.shadowRoot?.activeElement?.closest('li')?.dataset.id;
    checkAttributes(this);
  }

  get #count(): number {
    return this.count !== undefined && this.count >= 1 ? Math.floor(this.count) : 8;
  }

  protected override updated(): void {
    this.#cards?.fill(this.suggestions ?? []);
    this.#view.watch(this.suggestions, this.renderRoot.querySelector('.ready li'));
    // A card that was moved has lost the focus on its way.
    if (this.#focused === undefined || this.shadowRoot?.activeElement) return;
    const cards = [...this.renderRoot.querySelectorAll('li')];
    const card = cards.find(({ dataset }) => dataset.id === this.#focused);
    card?.querySelector('a')?.focus({ preventScroll: true });
  }

  #listOf(suggestions: readonly Reasoned[]) {
    // Not in the page's language: reports compare lists by it.
    return { id: this.listId ?? 'related', name: messages.title, suggestions };
  }

  protected override render(): unknown {
    const { suggestions } = this;
    // Not always: a slot would be something where there is nothing.
    if (suggestions?.length === 0) return this.querySelector(':scope > :not([slot])') ? html`<slot></slot>` : nothing;
    const layout = this.layout === 'grid' ? 'grid' : 'row';
    return html`<section class="root" aria-labelledby="title">
      <div id="title">
        <slot name="heading"><h2>${this.#messages.say('title')}</h2></slot>
      </div>
      ${
        suggestions
          ? html`<ul class="${layout} ready" part="list" role="list" @slotchange=${() => this.requestUpdate()}>
              ${repeat(
                suggestions,
                ({ product }) => product.id,
                (suggestion) =>
                  html`<li part="item" data-id=${suggestion.product.id}>${this.#cards?.render(suggestion)}</li>`,
              )}
            </ul>`
          : html`<ul class="${layout} waiting" aria-hidden="true">
              ${Array.from({ length: this.#count }, waitingCard)}
            </ul>`
      }
    </section>`;
  }
}
