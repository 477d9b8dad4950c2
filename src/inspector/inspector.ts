import type { PropertyValues } from '@lit/reactive-element';
import { html, nothing } from 'lit/html.js';
import { pageRun } from '../campaigns/page-run.js';
import type { Explanation } from '../campaigns/explain.js';
import { attempt } from '../browser/report.js';
import { CueElement } from '../elements/internal/cue-element.js';
import { hostStyles } from '../elements/internal/host-styles.js';
import { $campaigns } from '../store/campaigns.js';
import { $ledger } from '../store/ledger.js';
import { $prompt } from '../store/prompts.js';
import { StoreController } from '../elements/internal/store-controller.js';
import { RecordsController } from './records-controller.js';
import { renderCampaigns } from './render-campaigns.js';
import { renderDecisions } from './render-decisions.js';
import { renderFacts } from './render-facts.js';
import { renderKnown } from './render-known.js';
import { renderPage } from './render-page.js';
import { styles } from './inspector.styles.js';

const views = ['Decisions', 'Campaigns', 'Facts', 'Store', 'Page'] as const;

/**
 * @summary For developers: what happens on this page, what is known, and why something was or was not shown.
 *
 * In English only, and in no page that a shop has not asked for it: by its own script, or with `?cue-inspect` in the address.
 *
 * @csspart panel - All of it.
 */
export class CueInspector extends CueElement {
  static readonly cuekit = true;
  static override styles = [hostStyles, styles];

  static override properties = {
    open: { type: Boolean, reflect: true, useDefault: true },
    view: { type: String, reflect: true, useDefault: true },
    explanations: { state: true, attribute: false },
  };

  /** Whether more than the button is shown. */
  declare open: boolean;
  /** What is shown: `Decisions`, `Campaigns`, `Facts`, `Store` or `Page`. */
  declare view: (typeof views)[number];
  /** @private By campaign. */
  declare explanations: ReadonlyMap<string, Explanation>;

  readonly #records = new RecordsController(this);
  readonly #ledger = new StoreController(this, $ledger);
  readonly #prompt = new StoreController(this, $prompt);
  #asked: object | undefined;

  constructor() {
    super();
    this.open = true;
    this.view = 'Decisions';
    this.explanations = new Map();
    new StoreController(this, $campaigns);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!views.includes(this.view)) this.view = 'Decisions';
    const onlyTold = this.hasUpdated && changed.size === 1 && changed.has('explanations');
    if (this.open && this.view === 'Campaigns' && !onlyTold) this.#explain();
  }

  #explain(): void {
    const run = pageRun();
    if (!run) return;
    const asked = {};
    this.#asked = asked;
    attempt('the campaigns could not be explained', async () => {
      const answers = await Promise.all(
        run.campaigns.map(async ({ name }) => [name, await run.explain(name)] as const),
      );
      if (this.#asked !== asked) return;
      const told = new Map(answers.flatMap(([name, answer]) => (answer ? [[name, answer] as const] : [])));
      // The same again would go on for ever.
      if (JSON.stringify([...told]) !== JSON.stringify([...this.explanations])) this.explanations = told;
    });
  }

  readonly #onView = (event: Event): void => {
    this.view = (event.currentTarget as HTMLElement).dataset.view as CueInspector['view'];
  };

  /** As tabs are operated: arrows in the direction of reading, Home and End. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const ahead = getComputedStyle(this).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = ahead === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const at = views.indexOf(this.view);
    const next = { [ahead]: at + 1, [back]: at - 1, Home: 0, End: views.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.view = views.at(next % views.length)!;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  };

  readonly #onOpen = (): void => {
    this.open = !this.open;
  };

  readonly #onAgain = (): void => {
    this.requestUpdate();
  };

  protected override render(): unknown {
    return html`<section class=${`root panel ${this.open ? 'open' : ''}`} part="panel" aria-labelledby="title">
      <header>
        <h2 id="title">Cuekit</h2>
        ${this.open ? this.#renderTabs() : nothing}
        <button class="toggle" type="button" aria-expanded=${this.open ? 'true' : 'false'} @click=${this.#onOpen}>
          ${this.open ? 'Fold up' : 'Inspect'}
        </button>
      </header>
      ${
        this.open
          ? html`<div id="view" class="view" role="tabpanel" aria-labelledby=${`tab-${this.view}`} tabindex="0">
              ${this.#renderView()}
            </div>`
          : nothing
      }
    </section>`;
  }

  #renderTabs(): unknown {
    return html`<div class="tabs" role="tablist" aria-labelledby="title" @keydown=${this.#onKey}>
      ${views.map(
        (view) =>
          html`<button
            id=${`tab-${view}`}
            type="button"
            role="tab"
            aria-controls="view"
            aria-selected=${view === this.view ? 'true' : 'false'}
            tabindex=${view === this.view ? '0' : '-1'}
            data-view=${view}
            @click=${this.#onView}
          >
            ${view}
          </button>`,
      )}
    </div>`;
  }

  #renderView(): unknown {
    const run = pageRun();
    switch (this.view) {
      case 'Campaigns':
        return renderCampaigns({
          campaigns: run?.campaigns ?? [],
          explanations: this.explanations,
          prompt: this.#prompt.value,
          onAgain: this.#onAgain,
        });
      case 'Facts':
        return renderFacts(this.#records.records);
      case 'Store':
        return renderKnown();
      case 'Page':
        return renderPage(run, this.#onAgain);
      default:
        return renderDecisions(this.#ledger.value ?? []);
    }
  }
}
