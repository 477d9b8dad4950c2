import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import type { ReadableAtom } from 'nanostores';

/** Renders its element again when the store changes. The store may be exchanged while the element lives, or still be missing. */
export class StoreController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #store: ReadableAtom<T> | undefined;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & Element, store?: ReadableAtom<T>) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  get value(): T | undefined {
    return this.#store?.get();
  }

  set store(store: ReadableAtom<T> | undefined) {
    if (store === this.#store) return;
    this.hostDisconnected();
    this.#store = store;
    if (this.#host.isConnected) this.hostConnected();
  }

  hostConnected(): void {
    if (this.#stop || !this.#store) return;
    this.#stop = this.#store.listen(() => this.#host.requestUpdate());
    // It may have changed while nobody listened.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}
