import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import type { Clock } from '../../browser/clock.js';
import { pageSeen } from '../../browser/page-seen.js';
import { pageSingleton } from '../../browser/page-singleton.js';
import type { Product } from '../../events/product.js';
import { rememberViewed } from '../../store/viewed.js';
import type { ProductController } from '../internal/product-controller.js';

/** A page that is left within a second was not looked at. */
const LOOKED_AT_MS = 1000;

/** What was noted last on this page, by whichever element. */
const noted = (): { text: string } => pageSingleton('noted view', () => ({ text: '' }));

/**
 * Notes that the shopper looks at the page's product: once for each page and product, also in a shop that goes from one product
 * to the next without loading a page, and again after a return from the back/forward cache.
 */
export class NoteController implements ReactiveController, EventListenerObject {
  readonly #host: ReactiveControllerHost;
  readonly #product: ProductController;
  readonly #clock: Clock;
  /** The product that is noted, or is going to be. */
  #text = '';
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, product: ProductController, clock: Clock) {
    this.#host = host;
    this.#product = product;
    this.#clock = clock;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pageshow', this);
  }

  hostDisconnected(): void {
    removeEventListener('pageshow', this);
    this.#end();
  }

  handleEvent(event: Event): void {
    if (!(event as PageTransitionEvent).persisted) return;
    noted().text = '';
    this.#end();
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const { product, settled } = this.#product;
    const text = settled && product ? JSON.stringify(product) : '';
    if (text === this.#text) return;
    this.#end();
    this.#text = text;
    if (product && text) this.#stop = pageSeen(LOOKED_AT_MS, () => note(product, text), this.#clock);
  }

  #end(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#text = '';
  }
}

function note(product: Product, text: string): void {
  const page = noted();
  if (page.text === text) return;
  page.text = text;
  // A card that leads nowhere is of no use.
  rememberViewed({ ...product, url: product.url ?? location.href });
}
