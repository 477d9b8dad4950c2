import type { PropertyValues } from '@lit/reactive-element';
import { html, nothing } from 'lit/html.js';
import { warnOnce } from '../../browser/report.js';
import { knownIncentive } from '../../incentives/known-incentive.js';
import { readInstant } from '../../incentives/read-incentive.js';
import { takeStep } from '../../incentives/take-step.js';
import { $declaredIncentives } from '../../store/declared-incentives.js';
import { leftMs, overAs } from '../../store/incentive-life.js';
import type { GrantedIncentive } from '../../store/incentive-life.js';
import { $incentive } from '../../store/incentives.js';
import { CueElement } from '../internal/cue-element.js';
import { EndingController, pageTime } from '../internal/ending-controller.js';
import type { TimeSource } from '../internal/ending-controller.js';
import { formatEnd } from '../internal/format-end.js';
import { hideHost } from '../internal/hide-host.js';
import { hostStyles } from '../internal/host-styles.js';
import { MessagesController } from '../internal/messages-controller.js';
import { StoreController } from '../internal/store-controller.js';
import { messages } from './countdown.messages.js';
import { styles } from './countdown.styles.js';
import { splitLeft } from './split-left.js';

/** So long before the end it is said once, to who does not see it. */
const WARN_MS = 5 * 60_000;

/**
 * @summary Counts down to a real end: that of an incentive, or an instant.
 *
 * Without an end it shows nothing. The end of an incentive that lasts for a time is stored when it is granted, and is the same after a
 * reload and in another tab. It never counts up and never begins again; when it is over, so is the incentive.
 *
 * @csspart time - What is left.
 * @csspart end - The end, as a date; or that it is over.
 *
 * @cssproperty [--cue-font-family] - Typeface; the page's by default.
 * @cssproperty [--cue-font-size=medium] - Size of the text; the shopper's own by default.
 */
export class CueCountdown extends CueElement {
  static readonly cuekit = true;
  static override styles = [hostStyles, styles];
  /** @private A test passes its own. */
  static time: TimeSource = pageTime;

  static override properties = {
    incentive: { type: String },
    ends: { type: String },
  };

  /** Id of the incentive whose end it is. */
  declare incentive: string | null | undefined;
  /** An instant with its zone: `2027-01-31T18:00:00+01:00`. */
  declare ends: string | null | undefined;

  readonly #messages = new MessagesController(this, messages);
  readonly #granted = new StoreController<GrantedIncentive | undefined>(this);
  readonly #ending = new EndingController(this, () => this.incentive, CueCountdown.time);
  /** What was shown: it gets less, whatever the clock does. */
  #least = Infinity;
  #endsAt: number | undefined;
  /** What was left when it was rendered before. */
  #before: number | undefined;
  /** Said politely. */
  #said = '';

  constructor() {
    super();
    new StoreController(this, $declaredIncentives);
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#granted.store = this.incentive ? $incentive(this.incentive) : undefined;
    const endsAt = this.#findEnd();
    // What was shown was shown of another end; one that has come nearer needs no leave to.
    if (changed.has('incentive') || changed.has('ends')) this.#least = Infinity;
    this.#endsAt = endsAt;
    // Before it is rendered, so that it is rendered once.
    if (this.#left === 0) this.#expire();
  }

  protected override updated(): void {
    const left = this.#left;
    hideHost(this.shadowRoot!, left === undefined);
    if (!left) return this.#ending.renderIn(undefined);
    const { changesInMs } = splitLeft(left);
    this.#ending.renderIn(left > WARN_MS ? Math.min(changesInMs, left - WARN_MS) : changesInMs);
  }

  #findEnd(): number | undefined {
    const granted = this.#granted.value;
    const declared = knownIncentive(this.incentive);
    const endsAt = this.ends ? readInstant(this.ends) : undefined;
    if (this.ends && endsAt === undefined)
      warnOnce(
        `<cue-countdown> cannot read ends="${this.ends}": an instant with its zone is needed, as in 2027-01-31T18:00:00+01:00`,
      );
    else if (!this.ends && !this.incentive) warnOnce('<cue-countdown> shows nothing: it needs an end or an incentive');
    else if (this.incentive && !granted && !declared)
      warnOnce(`<cue-countdown> shows nothing: no incentive “${this.incentive}” is declared on this page`);
    else if (
      this.incentive &&
      endsAt === undefined &&
      declared?.endsAt === undefined &&
      !declared?.lastsMs &&
      granted?.endsAt === undefined
    )
      warnOnce(`<cue-countdown> shows nothing: the incentive “${this.incentive}” has no end`);
    const end = Math.min(endsAt ?? Infinity, granted?.endsAt ?? Infinity, declared?.endsAt ?? Infinity);
    return end < Infinity ? end : undefined;
  }

  /** `undefined` where there is nothing to count. */
  get #left(): number | undefined {
    if (this.#endsAt === undefined) return undefined;
    const now = CueCountdown.time.now();
    const granted = this.#granted.value;
    const over = granted && overAs(granted, now);
    // Used or taken back: that it also ends is of no interest.
    if (over && over !== 'ended') return undefined;
    const left = Math.min(this.#least, this.#endsAt - now, granted ? leftMs(granted, now) : Infinity);
    return (this.#least = Math.max(0, left));
  }

  #expire(): void {
    const incentive = knownIncentive(this.incentive);
    if (incentive && this.#granted.value)
      takeStep(
        this,
        incentive,
        { type: 'expire' },
        { from: 'element', element: this.localName },
        CueCountdown.time.now(),
      );
  }

  /** Once, when there are five minutes left or none, to who was there before; who comes later reads it where it stands. */
  #note(left: number | undefined): void {
    const before = this.#before;
    this.#before = left;
    if (before === undefined || left === undefined) this.#said = '';
    else if (before > 0 && left === 0) this.#said = 'over';
    else if (before > WARN_MS && left <= WARN_MS) this.#said = this.#describe(left);
  }

  #describe(left: number): string {
    const { language } = this.#messages;
    const parts = splitLeft(left).parts.map(([unit, count]) =>
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count),
    );
    return this.#messages.say('left', { time: new Intl.ListFormat(language, { type: 'unit' }).format(parts) });
  }

  protected override render(): unknown {
    const left = this.#left;
    this.#note(left);
    if (left === undefined) return nothing;
    const say = this.#messages;
    const date = this.#endsAt!;
    return html`<div class="root">
      ${
        left
          ? html`<div class="time" part="time" role="timer" aria-live="off">${this.#describe(left)}</div>
              <p class="end" part="end">
                <time datetime=${new Date(date).toISOString()}
                  >${say.say('until', { date: formatEnd(date, say.language) })}</time
                >
              </p>`
          : html`<p class="end" part="end">${say.say('over')}</p>`
      }
      <p class="hidden" role="status">${this.#said === 'over' ? say.say('over') : this.#said}</p>
    </div>`;
  }
}
