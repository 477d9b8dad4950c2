import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { attempt } from '../../browser/report.js';
import { whenInView } from '../../browser/when-in-view.js';
import { useCart } from '../../cart/use-cart.js';
import { rememberViewed } from '../../store/viewed.js';
import type { Reasoned, SuggestOptions } from './suggest.js';

/** What is loaded late. */
type Late = typeof import('./suggest.js');

/** So far from the viewport the files are fetched: they are there when the element comes into view. */
const NEAR_PX = 400;

/**
 * Asks for suggestions when its element is near the viewport, and again when anything has changed that they go by. The
 * code for it is loaded then, too.
 */
export class SuggestionController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #options: () => SuggestOptions | undefined;
  readonly #answer: (suggestions: readonly Reasoned[], createCards?: Late['createCards']) => void;
  #near = false;
  #stopWaiting: (() => void) | undefined;
  /** What the suggestions that are shown, or on their way, go by. */
  #key: string | undefined;
  #source: SuggestOptions['source'];

  /** @param options what to go by; `undefined` while that is not known */
  constructor(
    host: ReactiveControllerHost & Element,
    options: () => SuggestOptions | undefined,
    answer: (suggestions: readonly Reasoned[], createCards?: Late['createCards']) => void,
  ) {
    this.#host = host;
    this.#options = options;
    this.#answer = answer;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#near) return;
    this.#stopWaiting = whenInView(this.#host, { margin: NEAR_PX }, () => {
      this.#near = true;
      this.#host.requestUpdate();
      attempt('the cart could not be asked', useCart);
    });
  }

  hostDisconnected(): void {
    this.#stopWaiting?.();
  }

  /** Not earlier: other controllers look at the page before the element is rendered. */
  hostUpdated(): void {
    const options = this.#near && this.#host.isConnected ? this.#options() : undefined;
    if (!options) return;
    // A function says nothing of itself; that there is another one than before is enough.
    const key = JSON.stringify({ ...options, source: typeof options.source === 'string' ? options.source : null });
    if (key === this.#key && options.source === this.#source) return;
    this.#key = key;
    this.#source = options.source;
    if (options.current) rememberViewed(options.current);
    attempt('nothing could be suggested', async () => {
      let suggestions: readonly Reasoned[] = [];
      let late: Late | undefined;
      try {
        late = await import('./suggest.js');
        suggestions = await late.suggest(options);
      } finally {
        // Also when it failed: nothing waits for ever. The shopper may have gone on meanwhile.
        if (key === this.#key && options.source === this.#source) this.#answer(suggestions, late?.createCards);
      }
    });
  }
}
