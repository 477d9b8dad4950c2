import { html, nothing } from 'lit/html.js';
import { safeUrl } from '../../browser/safe-url.js';
import type { FormController } from './form-controller.js';
import { isGood } from './form-result.js';
import type { formMessages } from './form.messages.js';
import type { FieldValues } from './fill-fields.js';

interface FormOptions {
  form: FormController;
  say: (key: keyof typeof formMessages, values?: Readonly<Record<string, number>>) => string;
  /** Where the element's own form goes, if the shop has none between the tags. */
  action?: string | undefined;
  label?: string;
  button?: string;
  /** The element's own form, where that asks for more than an e-mail address. */
  own?: unknown;
  /** What stands above the form and below it. */
  before?: unknown;
  after?: unknown;
  /** Name of the own form's e-mail field. */
  email?: string;
  /** Names of the own form's hidden fields, by what they are filled with. */
  hidden?: Readonly<Record<keyof FieldValues, string>>;
  /** What stands in the form's place: when it is done, or was done on another day. */
  outcome: unknown;
  /** Whether that has just come about. What stood there all along is not announced. */
  isNews: boolean;
}

/** A form of the shop's or of ours, what went wrong with it, and what takes its place. */
export function renderForm(options: FormOptions): unknown {
  const { form, outcome } = options;
  const own = !form.slotted && options.action !== undefined;
  return html`<div class="root stack">
    <div class=${outcome ? 'away' : ''}>
      ${options.before ?? nothing}<slot></slot>
      ${own ? (options.own ?? renderOwn(options)) : nothing} ${options.after ?? nothing}
      <p class="message" part="message" role="status">${describeTrouble(options)}</p>
    </div>
    <div
      class="outcome"
      part="outcome"
      tabindex=${outcome ? -1 : nothing}
      role=${outcome && !options.isNews ? nothing : 'status'}
    >
      ${outcome ?? nothing}
    </div>
  </div>`;
}

function renderOwn({ action, label, button, email = 'email', hidden = {} }: FormOptions): unknown {
  return html`<form class="own" action=${safeUrl(action) ?? nothing} method="post">
    <label for="email" part="label">${label}</label>
    <div class="row">
      <input
        id="email"
        name=${email}
        type="email"
        part="field"
        autocomplete="email"
        autocapitalize="off"
        spellcheck="false"
        maxlength="254"
        required
      /><button class="send" part="button" type="submit">${button}</button>
    </div>
    ${Object.entries(hidden).map(([cue, name]) => html`<input type="hidden" name=${name} data-cue=${cue} />`)}
    <slot name="consent"></slot>
  </form>`;
}

/** The shop's own words where it has said some. */
function describeTrouble({ form: { state, result }, say }: FormOptions): string {
  if (isGood(state)) return '';
  if (state === 'rate-limited') return say('rateLimited', { count: Math.ceil((result?.retryAfterMs ?? 1) / 60_000) });
  if (state === 'refused') return result?.message ?? say('refused');
  return state === 'offline' || state === 'failed' ? say(state) : '';
}

/** A tick, and what was reached. */
export function renderOutcome(text: string): unknown {
  return html`<p>
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4.5 12.5l5 5 10-11" /></svg><span>${text}</span>
  </p>`;
}
