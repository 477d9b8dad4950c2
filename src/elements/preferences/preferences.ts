import { html, nothing } from 'lit/html.js';
import { pageClock } from '../../browser/clock.js';
import type { Clock } from '../../browser/clock.js';
import { attempt, warnOnce } from '../../browser/report.js';
import { connectedCart } from '../../cart/connected-cart.js';
import { $consent, setConsent } from '../../store/consent.js';
import type { Purpose } from '../../store/consent.js';
import { erase } from '../../store/erase.js';
import { exportData } from '../../store/export-data.js';
import { $incentives } from '../../store/incentives.js';
import { arePromptsPaused, pausePrompts, resumePrompts } from '../../store/pause.js';
import { CueElement } from '../internal/cue-element.js';
import { hostStyles } from '../internal/host-styles.js';
import { MessagesController } from '../internal/messages-controller.js';
import { PanelController } from '../internal/panel-controller.js';
import { downloadJson } from './download-json.js';
import { listRemembered } from './list-remembered.js';
import type { Offers } from './offers.js';
import { messages } from './preferences.messages.js';
import { styles } from './preferences.styles.js';
import { RememberedController } from './remembered-controller.js';
import { renderActions } from './render-actions.js';
import { renderDialog } from './render-dialog.js';
import { renderSwitch } from './render-switch.js';

const PURPOSES: readonly Purpose[] = ['personalization', 'analytics', 'ads'];

/**
 * @summary What this shop remembers on this device, in plain words: to allow, to pause, to take along and to clear.
 *
 * @slot heading - The heading: an `h2` or whatever suits the page.
 * @slot trigger - Text of the button that opens the dialog.
 * @slot intro - What the shop says first; of its own data protection, for instance.
 *
 * @fires {FactEvent} cue-incentive-refuse - The shopper has given an offer back; its `reason` is `returned`.
 * @fires {Event} toggle - The dialog has been opened or closed; does not bubble.
 *
 * @csspart trigger - The button that opens the dialog.
 * @csspart panel - The dialog.
 * @csspart close - The button that closes it.
 * @csspart remembered - The list of what is remembered.
 * @csspart offer - An offer that the shopper has.
 * @csspart give-back - The button that gives it back.
 * @csspart switch - A line with a switch.
 * @csspart toggle - The switch.
 * @csspart copy - The button that downloads a copy.
 * @csspart clear - The button that clears.
 * @csspart warning - The question whether everything is to be cleared.
 *
 * @cssproperty [--cue-accent-color] - Background of a switch that is on.
 * @cssproperty [--cue-surface=Canvas] - Background of the dialog.
 * @cssproperty [--cue-text=CanvasText] - Text on it.
 * @cssproperty [--cue-radius] - Rounding of corners.
 * @cssproperty [--cue-focus-color=currentColor] - Colour of the focus ring.
 * @cssproperty [--cue-font-family] - Typeface; the page's by default.
 * @cssproperty [--cue-font-size=medium] - Size of the text; the shopper's own by default.
 */
export class CuePreferences extends CueElement {
  static readonly cuekit = true;
  static override styles = [hostStyles, styles];
  /** @private A test passes its own. */
  static clock: Clock = pageClock;

  static override properties = {
    mode: { type: String, reflect: true, useDefault: true },
    open: { type: Boolean, reflect: true },
    purposes: { type: String },
    confirming: { state: true, attribute: false },
    said: { state: true, attribute: false },
  };

  /** `inline`: it stands in the page. `dialog`: behind a button. */
  declare mode: 'inline' | 'dialog';
  /** Whether the dialog is open. */
  declare open: boolean;
  /** What the shop asks consent for, separated by spaces: `personalization analytics ads`, if it says nothing. */
  declare purposes: string | null | undefined;
  /** @private Whether the shopper is asked if everything is to be cleared. */
  declare confirming: boolean;
  /** @private What assistive technology is told. */
  declare said: string;

  readonly #messages = new MessagesController(this, messages);
  readonly #panel = new PanelController(this, () => ({
    anchor: this.renderRoot.querySelector('.trigger'),
    panel: this.renderRoot.querySelector('.panel'),
  }));

  #offers: Offers | undefined;

  constructor() {
    super();
    this.mode = 'inline';
    this.open = false;
    this.confirming = false;
    this.said = '';
    new RememberedController(this);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!['inline', 'dialog'].includes(this.mode))
      warnOnce(`<cue-preferences> knows no mode “${this.mode}”, only inline and dialog; it is shown inline`);
    // What most shoppers have none of.
    if ($incentives.get().size && !this.#offers)
      attempt('offers could not be listed', async () => {
        const { createOffers } = await import('./offers.js');
        this.#offers ??= createOffers(this);
        this.requestUpdate();
      });
    if (changed.has('open') && this.hasUpdated) {
      this.confirming = false;
      this.said = '';
    }
  }

  /** The pressed button has gone: the focus goes to what has taken its place, at first to what does no harm. */
  protected override updated(changed: Map<string, unknown>): void {
    if (changed.get('confirming') === undefined || (this.mode === 'dialog' && !this.open)) return;
    this.renderRoot.querySelector<HTMLElement>(this.confirming ? '.keep' : '.clear')?.focus();
  }

  get #purposes(): readonly Purpose[] {
    const names = this.purposes?.split(/[\s,]+/).filter(Boolean) ?? PURPOSES;
    const unknown = names.filter((name) => !PURPOSES.includes(name as Purpose));
    if (unknown.length)
      warnOnce(`<cue-preferences purposes> knows ${PURPOSES.join(', ')}; not “${unknown.join(', ')}”`);
    return PURPOSES.filter((purpose) => names.includes(purpose));
  }

  readonly #onCopy = (): void => {
    const { hostname } = location;
    const data = exportData();
    attempt('a copy could not be given', () => {
      downloadJson(`${hostname || 'shop'}-${data.exportedAt.slice(0, 10)}.json`, data, CuePreferences.clock);
      this.said = this.#messages.say('copied');
    });
  };

  readonly #onConfirm = (): void => {
    this.#offers?.returnAll();
    erase();
    this.confirming = false;
    this.said = this.#messages.say('cleared');
    // What is in the cart is the shop's: it is shown on, but no longer kept.
    connectedCart()?.refresh();
  };

  readonly #onAsk = (confirming: boolean): void => {
    this.said = '';
    this.confirming = confirming;
  };

  protected override render(): unknown {
    const heading = html`<div id="title">
      <slot name="heading"><h2>${this.#messages.say('title')}</h2></slot>
    </div>`;
    const content = (): unknown => this.#renderContent();
    if (this.mode !== 'dialog')
      return html`<section class="root" aria-labelledby="title">${heading}${content()}</section>`;
    return renderDialog({ open: this.open, panel: this.#panel, say: this.#messages, heading, content });
  }

  #renderContent(): unknown {
    const consent = $consent.get();
    const say = this.#messages;
    const purposes = this.#purposes;
    return html`<slot name="intro"><p>${say.say('intro')}</p></slot>
      ${this.#renderRemembered()}
      <h3>${say.say('allow')}</h3>
      ${purposes.map((purpose) =>
        renderSwitch({
          id: purpose,
          name: say.say(purpose),
          hint: say.say(`${purpose}Hint`),
          on: consent[purpose] === 'granted',
          onChange: (on) => setConsent({ [purpose]: on ? 'granted' : 'denied' }),
        }),
      )}
      ${renderSwitch({
        id: 'pause',
        name: say.say('pause'),
        hint: say.say('pauseHint'),
        on: arePromptsPaused(),
        onChange: (on) => (on ? pausePrompts() : resumePrompts()),
      })}
      ${renderActions({
        confirming: this.confirming,
        say,
        onCopy: this.#onCopy,
        onAsk: this.#onAsk,
        onConfirm: this.#onConfirm,
      })}
      <p class="said" role="status">${this.said}</p>`;
  }

  #renderRemembered(): unknown {
    const say = this.#messages;
    const rows = listRemembered().map(({ kind, count, fleeting }) => {
      const what = say.say(kind, { count });
      const offers = kind === 'offers' ? this.#offers?.render() : nothing;
      return html`<li>${fleeting ? say.say('fleeting', { what }) : what}${offers}</li>`;
    });
    return rows.length
      ? html`<ul part="remembered" role="list">
          ${rows}
        </ul>`
      : html`<p>${say.say('nothing')}</p>`;
  }
}
