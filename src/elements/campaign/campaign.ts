import type { PropertyValues } from '@lit/reactive-element';
import { css } from '@lit/reactive-element/css-tag.js';
import { warnOnce } from '../../browser/report.js';
import { declareCampaigns } from '../../store/campaigns.js';
import { $prompt } from '../../store/prompts.js';
import type { ChosenPrompt } from '../../store/prompts.js';
import { ContainedElement } from '../internal/contained-element.js';
import { StoreController } from '../internal/store-controller.js';
import { readDeclaration } from './read-declaration.js';
import { promptIn, templatesOf } from './templates.js';

/** Changes of these are noticed while the element is in the page. */
const attributes = [
  'after',
  'asks',
  'audience',
  'cap',
  'end',
  'exclusive-with',
  'group',
  'holdout',
  'moment',
  'name',
  'namespace',
  'overlay',
  'paused',
  'priority',
  'schedule',
  'start',
  'surface',
];

/**
 * @summary Declares a campaign: at which moment, for whom, how often, and in its templates what is then shown.
 *
 * Each `<template>` with a `<cue-prompt>` in it is a variant; `variant="…"` names it, and `weight="2"` shows it twice as often. What
 * is in it stands in the page only while it is shown. Without a template, a `<cue-prompt campaign="…">` anywhere shows it.
 *
 * @attr {string} name - Its name, by which caps and numbers are kept.
 * @attr {string} moment - Names of the moments that it waits for: `exit-intent`, `after-add-to-cart`.
 * @attr {string} audience - A condition in JSON: `{"cart.value":{"$gte":50},"subscribed":false}`. Without it, everybody.
 * @attr {string} cap - How often it is shown: `1/7d`, `2/session`, `1/page`. Once a visit, without it.
 * @attr {string} group - Campaigns of a group share caps.
 * @attr {string} asks - What it asks for: `newsletter`, `account`. Whoever has given it is not asked again.
 * @attr {string} holdout - Share of shoppers who see nothing and are measured: `10%`.
 * @attr {string} start - From when, as a date or a time in ISO 8601.
 * @attr {string} end - Until when.
 * @attr {string} schedule - Times of the week: `Mo-Fr 09:00-17:00`.
 * @attr {number} priority - Of several that could be shown, the one with the greatest.
 * @attr {string} exclusive-with - Campaigns of which a shopper sees at most one, this one or them.
 * @attr {string} after - Campaigns that the shopper must have seen, and how long ago: `welcome/2d`.
 * @attr {string} namespace - Part of all shoppers for whom it is: `summer,0,0.5`.
 * @attr {string} surface - The prompt that shows it, if that is elsewhere.
 * @attr {boolean} overlay - `false` for what does not lie over the page.
 * @attr {boolean} paused - It is not shown.
 *
 * @slot - Its templates.
 */
export class CueCampaign extends ContainedElement {
  static readonly cuekit = true;
  static override styles = css`
    :host {
      display: contents;
    }
    :host([hidden]),
    ::slotted(:not(:defined)) {
      display: none !important;
    }
  `;

  readonly #chosen = new StoreController<ChosenPrompt | undefined>(this, $prompt);
  /** What is in the page because it was chosen. */
  #shown: (Element & { teased?: boolean }) | undefined;
  #variant: string | undefined;
  #declared = '';
  #withdraw: (() => void) | undefined;
  #observer: MutationObserver | undefined;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...attributes];
  }

  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (attributes.includes(name)) this.requestUpdate();
    else super.attributeChangedCallback(name, before, after);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The page may still be on its way, and frameworks add what is inside later.
    this.#observer ??= new MutationObserver(() => this.requestUpdate());
    this.#observer.observe(this, { childList: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.#withdraw?.();
    this.#withdraw = undefined;
    this.#declared = '';
    this.#clear();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.append(this.ownerDocument.createElement('slot'));
    return root;
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    if (!this.isConnected) return;
    this.#declare();
    this.#follow(this.#chosen.value);
  }

  #declare(): void {
    const declaration = readDeclaration(this);
    const text = JSON.stringify(declaration);
    if (text === this.#declared) return;
    this.#withdraw?.();
    this.#declared = text;
    this.#withdraw = declareCampaigns([declaration]);
  }

  #follow(chosen: ChosenPrompt | undefined): void {
    const name = this.getAttribute('name')?.trim();
    if (chosen && chosen.campaign === name) {
      if (chosen.state === 'chosen' && (!this.#shown || this.#shown.teased || this.#variant !== chosen.variant))
        this.#show(chosen);
    } else if (!this.#shown?.teased) this.#clear();
  }

  #show({ campaign, variant }: ChosenPrompt): void {
    this.#clear();
    const templates = templatesOf(this);
    const template = templates.find(({ name }) => name === variant)?.template;
    const prompt = template && promptIn(template);
    if (!prompt) {
      // Without templates another prompt shows it.
      if (templates.length)
        warnOnce(`<cue-campaign name="${campaign}"> has no template for “${variant}” with a <cue-prompt> in it`);
      return;
    }
    const shown = this.ownerDocument.importNode(prompt, true);
    shown.setAttribute('campaign', campaign);
    shown.setAttribute('variant', variant);
    // The browser would give it the focus, in a page in which nothing has had it yet.
    for (const field of shown.querySelectorAll('[autofocus]')) field.removeAttribute('autofocus');
    shown.addEventListener('toggle', () => this.requestUpdate());
    template.after(shown);
    this.#shown = shown;
    this.#variant = variant;
  }

  /** Pages that keep copies of themselves have one of what was shown, too. */
  #clear(): void {
    this.#shown = undefined;
    for (const shown of this.querySelectorAll(':scope > cue-prompt')) shown.remove();
  }
}
