import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { isPromise } from '../internal/is-promise.js';
import { reportFailure } from '../internal/report-failure.js';
import type { RowStep } from './wishlist-part.js';

interface StepHost extends ReactiveControllerHost, HTMLElement {
  renderRoot: HTMLElement | DocumentFragment;
}

/** Takes the shopper's steps with rows of a list: one at a time with each, told when it is done, and the focus kept. */
export class StepController implements ReactiveController {
  readonly #host: StepHost;
  readonly #failed: () => string;
  readonly #pending = new Set<string>();
  #focusNext: (() => Element | null | undefined) | undefined;
  /** What assistive technology is told. */
  said = '';

  /** @param failed what the shopper is told when the shop failed */
  constructor(host: StepHost, failed: () => string) {
    this.#host = host;
    this.#failed = failed;
    host.addController(this);
  }

  /** Whether the shop is being asked about this product. */
  isPending(id: string): boolean {
    return this.#pending.has(id);
  }

  readonly say = (text: string): void => {
    this.said = text;
    this.#host.requestUpdate();
  };

  /** Moves the focus when the element has rendered. */
  readonly focus = (find: () => Element | null | undefined): void => {
    this.#focusNext = find;
    this.#host.requestUpdate();
  };

  hostUpdated(): void {
    const find = this.#focusNext;
    this.#focusNext = undefined;
    (find?.() as HTMLElement | null | undefined)?.focus();
  }

  /** Takes the step, unless one with the same product is under way. */
  readonly take = async (id: string, { run, done, failed }: RowStep): Promise<void> => {
    if (this.#pending.has(id)) return;
    const button = (): HTMLElement | null | undefined => this.#rowOf(id)?.querySelector('.undo, .remove, .add');
    try {
      const answer = run();
      if (isPromise(answer)) {
        this.#pending.add(id);
        this.#host.requestUpdate();
      }
      if (!(isPromise(answer) ? await answer : answer)) return;
      const mayMove = this.#mayMoveFocus(id);
      this.say(done());
      // Where what was pressed is still there, the focus stays on it.
      if (mayMove) this.focus(() => (this.#hasFocus(id) ? undefined : button()));
    } catch (error) {
      if (!failed?.(error)) reportFailure('the shop could not change the wishlist', error, button, this.#failed());
    } finally {
      this.#pending.delete(id);
      this.#host.requestUpdate();
    }
  };

  #rowOf(id: string): Element | undefined {
    return [...this.#host.renderRoot.querySelectorAll('li')].find(({ dataset }) => dataset.id === id);
  }

  #hasFocus(id: string): boolean {
    return this.#rowOf(id)?.contains(this.#host.shadowRoot?.activeElement ?? null) ?? false;
  }

  /** The pressed button may be about to go. Focus that has meanwhile gone elsewhere stays there. */
  #mayMoveFocus(id: string): boolean {
    if (this.#host.shadowRoot?.activeElement) return this.#hasFocus(id);
    const outside = this.#host.ownerDocument.activeElement;
    return !outside || outside === this.#host.ownerDocument.body;
  }
}
