import { html, nothing } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import { attempt, warnOnce } from '../../browser/report.js';
import type { Source } from '../../recommend/fetch-source.js';
import type { Suggestion } from '../../recommend/recommend.js';
import { $cart } from '../../store/cart.js';
import type { Cart } from '../../store/cart.js';
import { $wishlist } from '../../store/wishlist.js';
import type { Wish } from '../../store/wish.js';
import { CueElement } from '../internal/cue-element.js';
import { hostStyles } from '../internal/host-styles.js';
import { MessagesController } from '../internal/messages-controller.js';
import { ProductController } from '../internal/product-controller.js';
import { StoreController } from '../internal/store-controller.js';
import { readJson } from './read-json.js';
import { readStrategies } from './read-strategies.js';
import { messages } from './related.messages.js';
import { styles } from './related.styles.js';
import { renderCard, waitingCard } from './render-card.js';
import { tellChoice, tellView } from './tell-list.js';
import type { SuggestOptions } from './suggest.js';
import { SuggestionController } from './suggestion-controller.js';
import { ViewController } from './view-controller.js';

/** Attributes of the product that the page is about. */
const productAttributes = ['product-id', 'name', 'category', 'brand', 'price'];

/**
 * @summary Suggests products from files that `npx cuekit train` has learnt from the shop's own visits; without a service behind it.
 *
 * Goes by the visit so far. Leaves out the product of the page, what is in the cart and what is sold out. Where nothing can
 * be suggested, nothing is shown.
 *
 * @slot heading - The heading: an `h2` or whatever suits the page.
 *
 * @fires {FactEvent} cue-view-item-list - The suggestions have come into view.
 * @fires {FactEvent} cue-select-item - The shopper goes to one of them.
 *
 * @csspart list - The list.
 * @csspart item - A product.
 * @csspart picture - Its picture.
 * @csspart link - Its name, which leads to it.
 * @csspart price - Its price.
 *
 * @cssproperty [--cue-related-card=11.25em] - Width of a card.
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
  /** @private What is shown; `undefined` while that is not known. */
  declare suggestions: readonly Suggestion[] | undefined;

  readonly #messages = new MessagesController(this, messages);
  readonly #product = new ProductController(this);
  readonly #cart = new StoreController<Cart | undefined>(this, $cart);
  readonly #wishlist = new StoreController<readonly Wish[]>(this, $wishlist);
  readonly #view = new ViewController<readonly Suggestion[]>(this, (suggestions) =>
    attempt('a view could not be told', () => tellView(this, this.#listOf(suggestions))),
  );
  /** Id of the product whose link has the focus. */
  #focused: string | undefined;

  constructor() {
    super();
    this.again = false;
    // Asks by itself.
    new SuggestionController(
      this,
      () => this.#options(),
      (suggestions) => (this.suggestions = suggestions),
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
    if (!['row', 'grid', undefined].includes(this.layout))
      warnOnce(`<cue-related> knows no layout “${this.layout}”, only row and grid; it is a row`);
    if (!['visit', 'cart', 'wishlist', undefined].includes(this.by))
      warnOnce(`<cue-related> knows no “by=${this.by}”, only visit, cart and wishlist; it goes by the visit`);
    if (!URL.canParse(this.models ?? 'none:', this.baseURI) || (this.models ?? this.source) === undefined)
      warnOnce('<cue-related> needs “models”, the address of a trained manifest.json, or a “source” of the shop’s own');
  }

  get #count(): number {
    return this.count !== undefined && this.count >= 1 ? Math.floor(this.count) : 8;
  }

  /** What suggestions go by; nothing while the product is being looked for. */
  #options(): SuggestOptions | undefined {
    const { models, source, rules, again, by } = this;
    const { product: current, settled } = this.#product;
    if (!settled) return undefined;
    const { baseURI } = this.ownerDocument;
    const cart = (this.#cart.value?.lines ?? []).map(({ product }) => product.id);
    const wishes = (this.#wishlist.value ?? []).map(({ product }) => product.id).reverse();
    return {
      models: models !== undefined && URL.canParse(models, baseURI) ? new URL(models, baseURI).href : undefined,
      source,
      strategies: readStrategies(this.strategies, source !== undefined),
      rules,
      count: this.#count,
      again,
      category: current?.category ?? this.getAttribute('category') ?? undefined,
      current,
      seeds: by === 'cart' ? cart : by === 'wishlist' ? wishes : undefined,
      cart,
    };
  }

  protected override updated(): void {
    this.#view.watch(this.suggestions, this.renderRoot.querySelector('.ready li'));
    // A card that was moved has lost the focus on its way.
    if (this.#focused === undefined || this.shadowRoot?.activeElement) return;
    const cards = [...this.renderRoot.querySelectorAll('li')];
    const card = cards.find(({ dataset }) => dataset.id === this.#focused);
    card?.querySelector('a')?.focus({ preventScroll: true });
  }

  #listOf(suggestions: readonly Suggestion[]) {
    return { id: this.listId ?? 'related', name: this.#messages.say('title'), suggestions };
  }

  protected override render(): unknown {
    const { suggestions } = this;
    if (suggestions?.length === 0) return nothing;
    const layout = this.layout === 'grid' ? 'grid' : 'row';
    return html`<section class="root" aria-labelledby="title">
      <div id="title">
        <slot name="heading"><h2>${this.#messages.say('title')}</h2></slot>
      </div>
      ${
        suggestions
          ? html`<ul class="${layout} ready" part="list" role="list">
              ${repeat(
                suggestions,
                ({ product }) => product.id,
                ({ product }, index) =>
                  html`<li part="item" data-id=${product.id}>
                    ${renderCard({
                      product,
                      host: this,
                      was: (price) => this.#messages.say('was', { price }),
                      onChoose: () =>
                        attempt('a choice could not be told', () => tellChoice(this, this.#listOf(suggestions), index)),
                    })}
                  </li>`,
              )}
            </ul>`
          : html`<ul class="${layout} waiting" aria-hidden="true">
              ${Array.from({ length: this.#count }, waitingCard)}
            </ul>`
      }
    </section>`;
  }
}
