import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { whenInView } from '../../browser/when-in-view.js';

/** At least so much of the first product has to be in view. */
const SHARE = 0.5;

/** Tells once of each list that it has come into view. */
export class ViewController<List> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #tell: (list: List) => void;
  #waiting: List | undefined;
  #told: List | undefined;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, tell: (list: List) => void) {
    this.#host = host;
    this.#tell = tell;
    host.addController(this);
  }

  /** Waits for the list, to be called after each rendering. @param first what stands for it in the page */
  watch(list: List | undefined, first: Element | null): void {
    if (!list || !first || !this.#host.isConnected || list === this.#told || list === this.#waiting) return;
    this.hostDisconnected();
    this.#waiting = list;
    this.#stop = whenInView(first, { share: SHARE }, () => {
      this.#told = list;
      this.#tell(list);
    });
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#waiting = undefined;
  }
}
