import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { pageClock } from '../../browser/clock.js';
import type { Clock } from '../../browser/clock.js';
import { attempt } from '../../browser/report.js';
import { watchSeen } from '../../browser/watch-seen.js';
import { $incentive, stepIncentive } from '../../store/incentives.js';
import { shopNow } from '../../store/shop-time.js';
import { waitTogether } from './wait-together.js';

/** Where its element gets the time; a test passes its own. */
export interface TimeSource {
  clock: Clock;
  /** Milliseconds since 1970. */
  now(): number;
}

export const pageTime: TimeSource = { clock: pageClock, now: shopNow };

/**
 * Renders its element again when what it shows of a time has changed, while somebody sees it; else there is no timer. What was
 * shown of an incentive's end is noted before the page is left: after that, no clock brings it back.
 */
export class EndingController implements ReactiveController {
  /** Whether the shopper sees the element. */
  seen = false;
  readonly #host: ReactiveControllerHost & Element;
  readonly #time: TimeSource;
  readonly #incentive: () => string | null | undefined;
  #stop: (() => void) | undefined;
  #wait: (() => void) | undefined;

  /** @param incentive id of the one whose end is shown */
  constructor(
    host: ReactiveControllerHost & Element,
    incentive: () => string | null | undefined,
    time: TimeSource = pageTime,
  ) {
    this.#host = host;
    this.#time = time;
    this.#incentive = incentive;
    host.addController(this);
  }

  /** When its element is to be rendered next. Replaces what was said before. */
  renderIn(ms: number | undefined): void {
    this.#wait?.();
    this.#wait =
      this.seen && ms !== undefined && ms < Infinity
        ? waitTogether(() => this.#host.requestUpdate(), ms, this.#time.clock)
        : undefined;
  }

  hostConnected(): void {
    this.#stop ??= watchSeen(this.#host, (seen) => {
      this.seen = seen;
      if (!seen) this.#look();
      this.#host.requestUpdate();
    });
    addEventListener('pagehide', this.#look);
    this.#look();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.seen = false;
    this.renderIn(undefined);
    removeEventListener('pagehide', this.#look);
    this.#look();
  }

  readonly #look = (): void => {
    const id = this.#incentive();
    attempt('the time could not be noted', () => {
      if (id && $incentive(id).get()?.endsAt !== undefined) stepIncentive(id, { type: 'look', at: this.#time.now() });
    });
  };
}
