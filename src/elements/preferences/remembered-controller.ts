import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { $cartHistory } from '../../store/cart.js';
import { $consent } from '../../store/consent.js';
import { $incentives } from '../../store/incentives.js';
import { $ledger } from '../../store/ledger.js';
import { $pause } from '../../store/pause.js';
import { $session } from '../../store/session.js';
import { $viewed } from '../../store/viewed.js';
import { $wishlist } from '../../store/wishlist.js';
import { StoreController } from '../internal/store-controller.js';

/** Renders its element again whenever something that is remembered changes, here or in another tab. */
export class RememberedController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
    for (const store of [$wishlist, $viewed, $cartHistory, $incentives, $ledger, $session, $consent, $pause])
      new StoreController<unknown>(host, store);
  }

  hostConnected(): void {
    addEventListener('storage', this.#onStorage);
  }

  hostDisconnected(): void {
    removeEventListener('storage', this.#onStorage);
  }

  /** What other tabs keep is not all in stores. */
  readonly #onStorage = (): void => this.#host.requestUpdate();
}
