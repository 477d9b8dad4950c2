import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { attempt } from '../../browser/report.js';
import type { Product } from '../../events/product.js';
import type { AggregateRating } from './aggregate-rating.js';

type Part = typeof import('./summary.js');

/** Knows what the page's own data says of all ratings of a product; the code for that comes when it is asked. */
export class SummaryController implements ReactiveController {
  /** Whether the page has been read; of a page that has changed, what it said before holds until it is read again. */
  isRead = false;
  readonly #host: ReactiveControllerHost & HTMLElement;
  #rating: AggregateRating | undefined;
  #part: Part | undefined;
  #asked: { product: Product | undefined } | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // While nobody watched, the page may have changed.
    this.#asked = undefined;
  }

  /** Reads the page, unless it has been read for this product. */
  read(product: Product | undefined): void {
    if (this.#asked && this.#asked.product === product) return;
    const asked = (this.#asked = { product });
    attempt('the page’s ratings could not be read', async () => {
      let rating;
      try {
        this.#part ??= await import('./summary.js');
        rating = product && (await this.#part.findRating(this.#host, product));
      } finally {
        if (this.#asked === asked) {
          this.#rating = rating;
          this.isRead = true;
          this.#host.requestUpdate();
        }
      }
    });
  }

  /** `undefined` where the page says nothing. */
  render(...words: Parameters<Part['renderSummary']> extends [unknown, ...infer W] ? W : never): unknown {
    return this.#rating && this.#part?.renderSummary(this.#rating, ...words);
  }
}
