import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { attempt, report, warnOnce } from '../../browser/report.js';
import { fieldsOf } from '../../cart/fields-of.js';
import { fillFields } from './fill-fields.js';
import { isFormResult, isGood } from './form-result.js';
import type { FormEnd, FormResult } from './form-result.js';
import type { FormStep } from './form-step.js';
import { hasBegun } from './has-begun.js';
import { honeypotOf, isCaught } from './honeypot.js';
import { ignoreKeyRepeat } from './ignore-key-repeat.js';
import { looseFields } from './loose-fields.js';
import { makeWait } from './make-wait.js';
import { markFields } from './mark-fields.js';
import { ownSubmission } from './own-submission.js';
import type { AnswerHints } from './read-answer.js';
import { sendByBrowser } from './send-by-browser.js';
import type { Sending } from './send-form.js';
import { showState } from './show-state.js';
import { slottedForm } from './slotted-form.js';

export type FormState = 'idle' | 'invalid' | 'pending' | FormEnd;

const states: readonly FormState[] = [
  'invalid',
  'pending',
  'done',
  'already',
  'confirm',
  'refused',
  'offline',
  'rate-limited',
  'failed',
];

/**
 * Sends its element's form, the shop's own between the element's tags or else the one that the element renders, without
 * leaving the page, and knows how that ended. The form stays one that works by HTML alone: whatever is not for us (see
 * {@link ownSubmission}), and whatever another listener has taken over, is left to the browser.
 *
 * An element that is taken out of the page does not take back what the shopper has sent: the answer is still read, and told.
 */
export class FormController implements ReactiveController, EventListenerObject {
  state: FormState = 'idle';
  /** The last result, also when it is no longer shown. */
  result: FormResult | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #step: FormStep;
  readonly #internals: ElementInternals;
  /** By the page's own clock. */
  #cameAt: number | undefined;
  #observer: MutationObserver | undefined;
  /** Where the page's `submit` events end. */
  #outermost: EventTarget = window;
  #sender: Promise<typeof import('./send-form.js')> | undefined;
  /** Its code could not be loaded: HTML alone has to do. */
  #broken = false;
  #unmark: (() => void) | undefined;
  /** What has the focus is about to be hidden. */
  #followFocus = false;

  constructor(host: ReactiveControllerHost & HTMLElement, step: FormStep) {
    this.#host = host;
    this.#step = step;
    this.#internals = host.attachInternals();
    host.addController(this);
  }

  /** The shop's own form; not those in named slots, which are for something else. */
  get slotted(): HTMLFormElement | undefined {
    return slottedForm(this.#host);
  }

  get form(): HTMLFormElement | undefined {
    return this.slotted ?? this.#host.shadowRoot?.querySelector('form') ?? undefined;
  }

  /** What the form would send now, for who performs the step in the kit's place. */
  data(submitter?: HTMLElement | null): FormData {
    const { form } = this;
    const data = fieldsOf({ form, submitter });
    const pot = this.#potOf(form);
    if (pot) data.delete(pot.name);
    if (form) for (const { name, value } of looseFields(this.#host, form, true)) if (name) data.append(name, value);
    if (form) this.#step.settings().shape?.(data, form);
    return data;
  }

  /** Back to the form, with what was typed. */
  reset(): void {
    if (this.state === 'pending') return;
    this.#unmark?.();
    this.#set('idle');
  }

  /** Ends the step by what the shop knows otherwise. */
  settle(result: FormResult): void {
    this.#end(result);
  }

  hostConnected(): void {
    // Neither is a form new that is only moved, nor one that a person had begun to fill in before our code was there.
    this.#cameAt ??= hasBegun(this.slotted) ? 0 : performance.now();
    const host = this.#host;
    for (const type of ['input', 'focusin', 'keydown']) host.addEventListener(type, this);
    for (const root of [host, host.shadowRoot!]) root.addEventListener('invalid', this, true);
    // The last to hear of it, so that the shop's own handling goes before. Events of a shadow tree's forms end there.
    const tree = host.getRootNode();
    this.#outermost = tree instanceof ShadowRoot ? tree : window;
    for (const root of [this.#outermost, host.shadowRoot!]) root.addEventListener('submit', this);
    this.#observer = new MutationObserver(() => host.requestUpdate());
    this.#observer.observe(host, { childList: true, subtree: true });
  }

  hostDisconnected(): void {
    const host = this.#host;
    for (const type of ['input', 'focusin', 'keydown']) host.removeEventListener(type, this);
    for (const root of [host, host.shadowRoot!]) root.removeEventListener('invalid', this, true);
    for (const root of [this.#outermost, host.shadowRoot!]) root.removeEventListener('submit', this);
    this.#observer?.disconnect();
  }

  hostUpdated(): void {
    const { form } = this;
    for (const state of states) showState(this.#internals, state, state === this.state);
    if (form) {
      fillFields(form, this.#step.values());
      if (this.#takes(form)) this.#potOf(form);
      // What we have put into the form is no news.
      this.#observer?.takeRecords();
    }
    if (this.#followFocus)
      this.#host.shadowRoot?.querySelector<HTMLElement>('.outcome')?.focus({ preventScroll: true });
    this.#followFocus = false;
  }

  /** @private */
  handleEvent(event: Event): void {
    attempt('a form could not be handled', () => {
      if (event.type === 'submit') this.#onSubmit(event as SubmitEvent);
      else if (event.type === 'focusin') this.#load().catch(() => {});
      else this.#onField(event, event.composedPath()[0] as HTMLInputElement);
    });
  }

  #onField(event: Event, field: HTMLInputElement): void {
    // Beside the form there may be others, for something else.
    if (field.form && field.form !== this.form) return;
    if (event.type === 'keydown') {
      if (field.localName !== 'textarea') ignoreKeyRepeat(event as KeyboardEvent);
    } else if (event.type === 'invalid') {
      // What the shop has refused is marked as invalid; the reason stands there already.
      if (this.state === 'idle') this.#set('invalid');
    } else if (this.state !== 'idle' && !isGood(this.state)) this.reset();
  }

  #potOf(form: HTMLFormElement | undefined): HTMLInputElement | undefined {
    return form && this.#step.settings().trap !== false ? honeypotOf(form) : undefined;
  }

  #takes(form: HTMLFormElement, submitter?: HTMLElement | null): string | undefined {
    return ownSubmission(form, submitter, this.#step.settings().mode !== 'same-origin');
  }

  #onSubmit(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    const { submitter } = event;
    if (event.defaultPrevented || this.#broken || form !== this.form) return;
    const url = this.#takes(form, submitter);
    if (!url) {
      if (form.getAttribute('method')?.toLowerCase() !== 'post' && !submitter?.hasAttribute('formmethod'))
        warnOnce(
          `<${this.#host.localName}>: its form needs method="post", or what is typed stands in the page’s address`,
        );
      return;
    }
    event.preventDefault();
    if (this.state === 'pending' || isGood(this.state) || this.#step.holds?.()) return;
    if (form.noValidate && this.#step.settings().validates && !form.reportValidity()) return;
    const wrong = looseFields(this.#host, form).find((field) => !field.checkValidity());
    if (wrong) wrong.reportValidity();
    else attempt('a form could not be sent', () => this.#send(form, submitter, url));
  }

  async #send(form: HTMLFormElement, submitter: HTMLElement | null, url: string): Promise<void> {
    const settings = this.#step.settings();
    const { format, mode, hints, headers, query = {} } = settings;
    const address = new URL(url);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    fillFields(form, this.#step.values());
    if (isCaught(this.#potOf(form)) || performance.now() - this.#cameAt! < settings.minMs) {
      // Nothing tells a program that it was found out.
      this.#end({ state: hints?.accepted ?? 'done' });
      return;
    }
    const answer = this.#step.ask();
    if (answer === false) return;
    const enctype = submitter?.getAttribute('formenctype') ?? form.getAttribute('enctype');
    const multipart = enctype?.toLowerCase() === 'multipart/form-data';
    const release = makeWait(submitter ?? form.querySelector('button:not([type]),[type=submit],[type=image]'));
    this.#unmark?.();
    this.#set('pending');
    let result: FormResult;
    try {
      const sending: Sending = {
        url: address.href,
        format,
        multipart,
        mode: mode === 'no-cors' ? mode : 'cors',
        hints,
        headers,
      };
      result = await (answer === true
        ? this.#sendNow(this.data(submitter), sending)
        : this.#readAnswer(await answer, hints));
    } catch (error) {
      // Its message may hold what the shopper has typed, and stays out of logs for that.
      report(`the shop could not take what <${this.#host.localName}> sent (${(error as Error | undefined)?.name})`);
      result = { state: 'failed' };
    }
    release();
    result = this.#step.judge?.(result) ?? result;
    this.#end(result, form);
    this.#step.ended(result);
    if (result.needsPage) sendByBrowser(form);
  }

  async #sendNow(data: FormData, sending: Sending): Promise<FormResult> {
    let sender;
    try {
      sender = await this.#load();
    } catch {
      this.#broken = true;
      return { state: 'offline' };
    }
    return sender.sendForm(data, sending);
  }

  /** Whoever performs the step gives a response, a result, or nothing but that it is done. */
  async #readAnswer(answer: unknown, hints: AnswerHints | undefined): Promise<FormResult> {
    if (typeof (answer as Partial<Response> | undefined)?.text === 'function')
      return (await this.#load()).readResponse(answer as Response, hints);
    return isFormResult(answer) ? answer : { state: hints?.accepted ?? 'done' };
  }

  #load(): Promise<typeof import('./send-form.js')> {
    this.#sender ??= import('./send-form.js').catch((error: unknown) => {
      this.#sender = undefined;
      throw error;
    });
    return this.#sender;
  }

  #end(result: FormResult, form?: HTMLFormElement): void {
    // Not `:focus-within`: a window in the background has no such thing in every browser.
    const focused = this.#host.contains((this.#host.getRootNode() as Document | ShadowRoot).activeElement);
    this.#followFocus = isGood(result.state) && focused;
    this.result = result;
    this.#set(result.state);
    if (form && result.state === 'refused' && result.fields)
      this.#unmark = markFields(form, result.fields, focused || document.activeElement === document.body);
  }

  #set(state: FormState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
