import type { PropertyValues } from '@lit/reactive-element';
import { nothing } from 'lit/html.js';
import { pageClock } from '../../browser/clock.js';
import type { Clock } from '../../browser/clock.js';
import { report } from '../../browser/report.js';
import { $prompt } from '../../store/prompts.js';
import type { ChosenPrompt } from '../../store/prompts.js';
import { CueElement } from '../internal/cue-element.js';
import { MessagesController } from '../internal/messages-controller.js';
import { StoreController } from '../internal/store-controller.js';
import { CampaignController } from './campaign-controller.js';
import type { Answer, Surface } from './create-surface.js';
import { messages } from './prompt.messages.js';
import type { Placement } from './placements.js';

/**
 * @summary What appears without being asked for: a dialog, a corner, a bar, a drawer, a toast, a place in the page, or a tab at its edge.
 *
 * In a template of a `<cue-campaign>`, or anywhere with `campaign="…"`, it is shown when its campaign has been chosen. It takes no focus
 * and leaves the page usable, unless the shopper has asked for it. Links and buttons inside act by `data-cue`: `accept`, `not-now`,
 * `no-thanks`, `given` (“I have it already”), `next` and `back`. Children with `data-step` come one after the other.
 *
 * @slot - What it says.
 * @slot heading - Its heading.
 * @slot actions - Links and buttons below.
 *
 * @fires {FactEvent} cue-prompt-view - It was really seen: half of it for a second.
 * @fires {FactEvent} cue-prompt-accept - The shopper has taken it up: by `data-cue="accept"`, or by what an element inside tells.
 * @fires {FactEvent} cue-prompt-dismiss - The shopper has put it away, without having taken it up.
 * @fires {Event} toggle - It has been opened or closed, or its tab has; does not bubble.
 *
 * @csspart panel - What appears.
 * @csspart heading - Its heading.
 * @csspart body - What it says.
 * @csspart actions - The links and buttons below.
 * @csspart close - The button that closes it.
 * @csspart tab - The tab that brings it back.
 * @csspart teaser - The tab's button.
 * @csspart remove - The button that takes the tab away.
 *
 * @cssproperty [--cue-prompt-width] - Its width.
 * @cssproperty [--cue-prompt-inset=16px] - How far it is from the edges.
 * @cssproperty [--cue-surface=Canvas] - Its background.
 * @cssproperty [--cue-text=CanvasText] - Text on it.
 * @cssproperty [--cue-radius=16px] - Rounding of its corners.
 * @cssproperty [--cue-button-background] - Background of the tab; nearly black, or nearly white on a dark page, by default.
 * @cssproperty [--cue-button-color] - Text on it.
 * @cssproperty [--cue-focus-color=currentColor] - Colour of the focus ring.
 * @cssproperty [--cue-font-family] - Typeface; the page's by default.
 * @cssproperty [--cue-font-size=medium] - Size of the text; the shopper's own by default.
 */
export class CuePrompt extends CueElement {
  static readonly cuekit = true;
  /** @private A test passes its own. */
  static clock: Clock = pageClock;

  static override properties = {
    campaign: { type: String },
    variant: { type: String },
    placement: { type: String, reflect: true, useDefault: true },
    position: { type: String, reflect: true },
    size: { type: String, reflect: true },
    entrance: { type: String, reflect: true },
    label: { type: String },
    teaser: { type: String },
    open: { type: Boolean, reflect: true },
    asked: { state: true, attribute: false },
    teased: { state: true, attribute: false },
    said: { state: true, attribute: false },
  };

  /** Name of the campaign that it shows. In a template of a `<cue-campaign>`, that one's. */
  declare campaign: string | undefined;
  /** Which variant of its campaign it is; any, without it. */
  declare variant: string | undefined;
  /** Where it appears. On a phone `dialog`, `corner`, `drawer` and `teaser` are a sheet at the lower edge. */
  declare placement: Placement;
  /** At which edges, in words: `start`, `end`, `top`, `bottom`. */
  declare position: string | undefined;
  /** `small`, `medium` or `large`. */
  declare size: 'small' | 'medium' | 'large' | undefined;
  /** How it comes: `slide`, `fade` or `none`. Nothing moves where the shopper wants that. */
  declare entrance: 'slide' | 'fade' | 'none' | undefined;
  /** Its heading, when the slot has none, and its name for assistive technology. */
  declare label: string | undefined;
  /** Text of the tab that brings it back when it was put away; without it there is no tab. */
  declare teaser: string | undefined;
  /** Whether it is shown. */
  declare open: boolean;
  /** @private Whether the shopper has asked for it. */
  declare asked: boolean;
  /** @private Whether there is a tab that brings it back. */
  declare teased: boolean;
  /** @private What assistive technology is told. */
  declare said: string;

  readonly #messages = new MessagesController(this, messages);
  readonly #campaign = new CampaignController(this, () => CuePrompt.clock);
  #surface: Surface | undefined;
  #wanted = false;

  constructor() {
    super();
    this.placement = 'corner';
    this.open = this.asked = this.teased = false;
    this.said = '';
    new StoreController<ChosenPrompt | undefined>(this, $prompt);
  }

  /** A copy of one that was shown, as pages keep of themselves, is not shown. */
  override connectedCallback(): void {
    if (this.campaign) this.open = false;
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.open = this.teased = false;
  }

  /** Shows it. Called within a press, the shopper has asked for it: the focus goes in, and the page waits for a dialog. */
  show(): void {
    this.asked = navigator.userActivation?.isActive ?? true;
    this.open = true;
  }

  /** Closes it, without an answer. */
  close(): void {
    this.open = false;
  }

  /** Closes it with the shopper's answer, which campaigns remember. @param action how that was given, in a word */
  dismiss(answer: Answer = 'not-now', action: string = answer): void {
    this.#surface?.dismiss(answer, action);
  }

  /** @private @returns whether it could be shown */
  async prepare(): Promise<boolean> {
    this.#wanted = true;
    this.requestUpdate();
    await this.updateComplete;
    return !!this.#surface;
  }

  /** @private Its campaign shows it. */
  appear(): void {
    this.#surface?.restart();
    this.asked = false;
    if (this.placement === 'teaser') this.teased = true;
    else this.open = true;
  }

  /** What it needs is there before it is shown. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.#wanted || this.open) {
      try {
        this.#surface ??= (await import('./create-surface.js')).createSurface(this, {
          say: this.#messages,
          clock: CuePrompt.clock,
          variant: () => this.#campaign.variant,
        });
        const loading = this.#surface.load();
        if (loading) await loading;
      } catch (error) {
        report('<cue-prompt> could not be loaded', error);
        this.open = false;
      }
    }
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What the shopper or the shop opens by itself is told anew; a tab only goes on with what was shown.
    if (changed.get('open') === false && this.open && this.asked && !this.teased) this.#surface?.restart();
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#surface?.updated();
    if (changed.get('open') !== undefined || changed.get('teased') !== undefined)
      this.dispatchEvent(new Event('toggle'));
  }

  protected override render(): unknown {
    return this.#surface?.render() ?? nothing;
  }
}
