import { afterListeners } from '../internal/after-listeners.js';
import { ignoreKeyRepeat } from '../internal/ignore-key-repeat.js';
import { isSendable } from '../internal/is-sendable.js';
import { pressedControl } from './pressed.js';

/** What the shopper asked for, by the shop's own form, by a button or link of its own, or by ours. */
export interface Press {
  action: 'submit' | 'click';
  form?: HTMLFormElement;
  submitter?: HTMLElement | null;
  /** A button or link of the shop's own that belongs to no form. */
  control?: HTMLElement;
}

/**
 * Notices that the shopper wants what its host is for: a form within it, or around it, is submitted, or the shop's button in
 * it is pressed. Keeps the browser from acting on it, and leaves to the page's own scripts what they take over.
 */
export class PressController {
  readonly #host: HTMLElement;
  readonly #pressed: (press: Press) => void;
  #native = false;

  constructor(host: HTMLElement, pressed: (press: Press) => void) {
    this.#host = host;
    this.#pressed = pressed;
    host.addEventListener('submit', (event) => this.#onSubmit(event, event.target as HTMLFormElement), true);
    host.addEventListener('click', (event) => this.#onClick(event), true);
    host.addEventListener('keydown', ignoreKeyRepeat);
  }

  /** To listen to the `click` of a button of ours. */
  readonly onOwnClick = (event: MouseEvent): void => {
    if (event.detail > 1) return;
    const form = this.#host.closest('form');
    if (!form) return this.#pressed({ action: 'click' });
    this.#expectSubmit(form);
    form.requestSubmit();
  };

  /** Sends a form as it would be without us. */
  sendNatively(form: HTMLFormElement, submitter: HTMLElement | null | undefined): void {
    this.#native = true;
    form.requestSubmit(submitter && form.contains(submitter) ? submitter : null);
    this.#native = false;
  }

  #onClick(event: MouseEvent): void {
    const control = pressedControl(event, this.#host);
    if (!control) return;
    // A double click is one intention; the first of its clicks may have been answered already.
    if (event.detail > 1) return event.preventDefault();
    const { form } = control as Partial<HTMLButtonElement>;
    if (!form) {
      afterListeners(event, window, () => {
        event.preventDefault();
        this.#pressed({ action: 'click', control });
      });
    } else if (!this.#host.contains(form)) this.#expectSubmit(form);
  }

  /** The form around the host is submitted by what happens now, if at all. */
  #expectSubmit(form: HTMLFormElement): void {
    const hear = (event: SubmitEvent) => this.#onSubmit(event, form);
    form.addEventListener('submit', hear, true);
    setTimeout(() => form.removeEventListener('submit', hear, true));
  }

  #onSubmit(event: SubmitEvent, form: HTMLFormElement): void {
    const { submitter } = event;
    if (this.#native || !isSendable(form, submitter)) return;
    // A submission does not cross shadow roots.
    const root = form.getRootNode();
    afterListeners(event, root instanceof ShadowRoot ? root : window, () => {
      event.preventDefault();
      this.#pressed({ action: 'submit', form, submitter });
    });
  }
}
