import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import type { CueRecord } from '../events/record.js';
import { onRecord } from '../kit.js';

/** Most facts that are shown. */
const MOST = 100;

/** Collects the records of what happens while its element is on the page, the latest first. */
export class RecordsController implements ReactiveController {
  records: readonly CueRecord[] = [];
  readonly #host: ReactiveControllerHost;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = onRecord((record) => {
      this.records = [record, ...this.records].slice(0, MOST);
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}
