import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { attempt } from '../../browser/report.js';
import type { Product } from '../../events/product.js';
import { composedParent } from '../../product/composed-parent.js';
import { resolveProduct } from '../../product/resolve-product.js';
import { isPromise } from './is-promise.js';

let watchPage: typeof import('../../product/watch-page.js').watchPage | undefined;

/**
 * Knows which product its element stands for, and finds it out again when the element moves, when its attributes or
 * those of the `<cue-product>` around it change, and when a single-page shop goes on to another product.
 */
export class ProductController implements ReactiveController, EventListenerObject {
  /** `undefined` while it is not known yet, and when there is none. */
  product: Product | undefined;
  /** Whether the search has ended. */
  settled = false;
  readonly #host: ReactiveControllerHost & Element;
  #stale = false;
  #search: Promise<unknown> | undefined;
  #around: Element | null = null;
  #stopWatching: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** The product as its attributes describe it now, observed or not; a promise of it while a search is under way. */
  get answer(): Product | undefined | Promise<Product | undefined> {
    if (this.#stale || this.#search) return this.#whenSettled();
    const now = resolveProduct(this.#host);
    // While a page changes into another product's, a press is for the product that the button still names.
    return isPromise(now) || now?.id === this.product?.id ? now : this.product;
  }

  async #whenSettled(): Promise<Product | undefined> {
    await this.#host.updateComplete;
    while (this.#search) await this.#search;
    return this.product;
  }

  hostConnected(): void {
    this.#around = composedParent(this.#host);
    while (this.#around && this.#around.localName !== 'cue-product') this.#around = composedParent(this.#around);
    this.#around?.addEventListener('cue-product-change', this);
    this.resolve();
  }

  hostDisconnected(): void {
    this.#around?.removeEventListener('cue-product-change', this);
    this.#around = null;
    this.#stopWatching?.();
    this.#stopWatching = undefined;
  }

  handleEvent(): void {
    this.resolve();
  }

  /** Searches again before the next rendering; to be called when the element's own attributes have changed. */
  resolve(): void {
    this.#stale = true;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (!this.#stale || !this.#host.isConnected) return;
    this.#stale = false;
    // Before the page is read, so that no change of it goes unnoticed.
    if (this.#needsPage()) attempt('the page could not be watched', () => this.#watch());
    const answer = resolveProduct(this.#host);
    if (!isPromise(answer)) {
      this.#search = undefined;
      this.#settle(answer);
      return;
    }
    const search = answer.then((product) => {
      if (this.#search !== search) return;
      this.#search = undefined;
      this.#settle(product);
    });
    this.#search = search;
    attempt('the product could not be found', () => search);
  }

  /** What the page says may change; what attributes say cannot change unnoticed. */
  #needsPage(): boolean {
    return ['product-id', 'name', 'price'].some(
      (attribute) => !this.#host.hasAttribute(attribute) && !this.#around?.hasAttribute(attribute),
    );
  }

  async #watch(): Promise<void> {
    if (this.#stopWatching || !this.#host.isConnected) return;
    watchPage ??= (await import('../../product/watch-page.js')).watchPage;
    if (this.#host.isConnected) this.#stopWatching ??= watchPage(() => this.resolve());
  }

  #settle(product: Product | undefined): void {
    this.settled = true;
    this.product = product;
    this.#host.requestUpdate();
  }
}
