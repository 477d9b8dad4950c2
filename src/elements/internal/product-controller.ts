import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { attempt } from '../../browser/report.js';
import type { Product } from '../../events/product.js';
import { resolveProduct } from '../../product/resolve-product.js';

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
  readonly #found: (product: Product | undefined) => void;
  #search: Promise<unknown> | undefined;
  #around: Element | null = null;
  #stopWatching: (() => void) | undefined;

  /** @param found called before the element renders, each time the answer changes */
  constructor(host: ReactiveControllerHost & Element, found: (product: Product | undefined) => void) {
    this.#host = host;
    this.#found = found;
    host.addController(this);
  }

  /** Fulfilled with the product when the search has ended. */
  async whenSettled(): Promise<Product | undefined> {
    while (this.#search) await this.#search;
    return this.product;
  }

  hostConnected(): void {
    this.#around = this.#host.closest('cue-product');
    this.#around?.addEventListener('cue-product-change', this);
    this.resolve();
  }

  hostDisconnected(): void {
    this.#around?.removeEventListener('cue-product-change', this);
    this.#stopWatching?.();
    this.#around = this.#stopWatching = undefined as never;
  }

  handleEvent(): void {
    this.resolve();
  }

  /** Searches again; to be called when the element's own attributes have changed. */
  resolve(): void {
    const answer = resolveProduct(this.#host);
    if (!(answer instanceof Promise)) {
      this.#search = undefined;
      this.#settle(answer);
      return;
    }
    const search = answer.then(async (product) => {
      if (this.#search !== search) return;
      this.#search = undefined;
      this.#settle(product);
      if (!this.#stopWatching && this.#host.isConnected) await this.#watch();
    });
    this.#search = search;
    attempt('the product could not be found', () => search);
  }

  /** What the page says may change; what attributes say cannot change unnoticed. */
  async #watch(): Promise<void> {
    const { watchPage } = await import('../../product/watch-page.js');
    if (this.#host.isConnected) this.#stopWatching ??= watchPage(() => this.resolve());
  }

  #settle(product: Product | undefined): void {
    this.settled = true;
    this.product = product;
    this.#found(product);
    this.#host.requestUpdate();
  }
}
