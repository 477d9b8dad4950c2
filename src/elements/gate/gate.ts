import type { PropertyValues } from '@lit/reactive-element';
import { html, nothing } from 'lit/html.js';
import { attempt, warnOnce } from '../../browser/report.js';
import { safeUrl } from '../../browser/safe-url.js';
import { factNames } from '../../events/vocabulary.js';
import { knownIncentive } from '../../incentives/known-incentive.js';
import { takeStep } from '../../incentives/take-step.js';
import type { Step } from '../../incentives/take-step.js';
import { $declaredIncentives } from '../../store/declared-incentives.js';
import { overAs } from '../../store/incentive-life.js';
import type { GrantedIncentive } from '../../store/incentive-life.js';
import { $incentive } from '../../store/incentives.js';
import { shopNow } from '../../store/shop-time.js';
import { $subscriptions } from '../../store/subscriptions.js';
import type { Subscription } from '../../store/subscriptions.js';
import { CueElement } from '../internal/cue-element.js';
import { hostStyles } from '../internal/host-styles.js';
import { MessagesController } from '../internal/messages-controller.js';
import { StoreController } from '../internal/store-controller.js';
import { fetchContent } from './fetch-content.js';
import type { GatedContent } from './fetch-content.js';
import { messages } from './gate.messages.js';
import { styles } from './gate.styles.js';

/**
 * @summary Shows a teaser, and what the shop's endpoint gives in its place after a step that the shopper has taken.
 *
 * What is between the tags is the teaser: it is there without a script, and for search engines it is the page. The content is not in
 * the page: `src` is asked for it when the `step` was taken here, by who reads the shop's letters already if that is the step, and on
 * later visits; the shop's server decides who gets it. It answers with `{"title", "text", "link": {"url", "label", "download"}}`, or `{"reason"}` with a status of 4xx.
 *
 * @slot - The teaser, with the way to take the step: a `<cue-newsletter>`, for instance.
 *
 * @fires {FactEvent} cue-incentive-grant - The step was taken.
 * @fires {FactEvent} cue-incentive-reveal - The content was shown, the first time.
 * @fires {FactEvent} cue-incentive-refuse - The shop did not give it out, with its `reason`.
 *
 * @csspart content - What has come.
 * @csspart link - Its link.
 * @csspart message - What went wrong.
 * @csspart again - The button that asks again.
 *
 * @cssproperty [--cue-radius=8px] - Rounding of the corners.
 * @cssproperty [--cue-focus-color=currentColor] - Colour of the focus ring.
 * @cssproperty [--cue-font-family] - Typeface; the page's by default.
 * @cssproperty [--cue-font-size=medium] - Size of the text; the shopper's own by default.
 */
export class CueGate extends CueElement implements EventListenerObject {
  static readonly cuekit = true;
  static override styles = [hostStyles, styles];

  static override properties = {
    incentive: { type: String },
    step: { type: String },
    src: { type: String },
  };

  /** Id of the incentive that it is, as it is declared: of the kind `gated-content` or `free-trial`. */
  declare incentive: string | null | undefined;
  /** Name of the fact that opens it: `newsletter-sign-up`, `sign-up`, `review`, `video-complete`. */
  declare step: string | null | undefined;
  /** Where the content is. */
  declare src: string | null | undefined;

  readonly #messages = new MessagesController(this, messages);
  readonly #granted = new StoreController<GrantedIncentive | undefined>(this);
  /** Who reads the letters already, or has just said so again, need not join a second time. */
  readonly #subscriptions = new StoreController<ReadonlyMap<string, Subscription>>(this);
  #known: ReadonlyMap<string, Subscription> | undefined;
  #content: GatedContent | undefined;
  #state: 'closed' | 'pending' | 'open' | 'offline' | 'refused' = 'closed';
  #type: string | undefined;

  constructor() {
    super();
    new StoreController(this, $declaredIncentives);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#type) addEventListener(this.#type, this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#type) removeEventListener(this.#type, this);
  }

  /** Before it is rendered, so that it is rendered once. */
  protected override willUpdate(changed: PropertyValues): void {
    this.#granted.store = this.incentive ? $incentive(this.incentive) : undefined;
    if (changed.has('step')) this.#listen();
    this.#subscriptions.store = this.step === 'newsletter-sign-up' ? $subscriptions : undefined;
    const subscriptions = this.#subscriptions.value;
    if (subscriptions !== this.#known) {
      this.#known = subscriptions;
      if (subscriptions?.size) this.#pass('known');
    }
    const granted = this.#granted.value;
    const over = granted && overAs(granted, shopNow());
    if (changed.has('incentive') || changed.has('src') || over) {
      this.#content = undefined;
      this.#state = 'closed';
    }
    if (granted && !over && this.#state === 'closed') this.#ask();
  }

  #listen(): void {
    if (this.#type) removeEventListener(this.#type, this);
    this.#type = undefined;
    const name = factNames.find((fact) => fact.replaceAll('_', '-') === this.step);
    if (!name) warnOnce(`<cue-gate> stays closed: step="${this.step ?? ''}" is no fact, as newsletter-sign-up is one`);
    else if (this.isConnected) addEventListener((this.#type = `cue-${this.step}`), this);
  }

  /** The step was taken: whoever took it here, this is what it was promised for. */
  handleEvent(): void {
    this.#pass('step');
    this.requestUpdate();
  }

  /** Whom the shop has refused may have joined since. */
  #pass(action: string): void {
    this.#take({ type: 'grant' }, action);
    if (this.#state === 'refused') this.#state = 'closed';
  }

  #take(step: Step, action: string): void {
    const incentive = knownIncentive(this.incentive);
    if (incentive) takeStep(this, incentive, step, { from: 'element', element: this.localName, action });
    else warnOnce(`<cue-gate> stays closed: no incentive “${this.incentive ?? ''}” is declared on this page`);
  }

  readonly #ask = (): void => {
    const { src } = this;
    if (!src || this.#state === 'pending') return;
    this.#state = 'pending';
    this.requestUpdate();
    attempt('what is behind a gate could not be fetched', async () => {
      const answer = await fetchContent(src);
      if (src !== this.src) return;
      const hadFocus = this.matches(':focus-within');
      if (answer === 'offline') this.#state = answer;
      else if (typeof answer === 'string') {
        this.#take({ type: 'refuse', reason: answer }, 'step');
        this.#state = 'refused';
      } else {
        this.#content = answer;
        this.#state = 'open';
        this.#take({ type: 'reveal' }, 'step');
      }
      this.requestUpdate();
      await this.updateComplete;
      // What was pressed has gone with the teaser.
      if (hadFocus) this.renderRoot.querySelector<HTMLElement>('.content')?.focus();
    });
  };

  protected override render(): unknown {
    const say = this.#messages;
    const state = this.#state;
    return html`<div class="root">
      <div class=${state === 'open' ? 'away' : ''}><slot></slot></div>
      <div role="status">
        ${this.#content ? this.#renderContent(this.#content) : nothing}
        ${state === 'closed' || state === 'open' ? nothing : html`<p part="message">${say.say(state)}</p>`}
      </div>
      ${
        state === 'offline'
          ? html`<button part="again" type="button" @click=${this.#ask}>${say.say('again')}</button>`
          : nothing
      }
    </div>`;
  }

  #renderContent({ title, text, link }: GatedContent): unknown {
    return html`<div class="content" part="content" tabindex="-1">
      ${title ? html`<p class="title"><bdi>${title}</bdi></p>` : nothing}
      ${text.map((each) => html`<p><bdi>${each}</bdi></p>`)}
      ${
        link && safeUrl(link.url)
          ? html`<a part="link" href=${safeUrl(link.url) ?? nothing} download=${link.download ? '' : nothing}
              >${link.label ?? this.#messages.say('open')}</a
            >`
          : nothing
      }
    </div>`;
  }
}
