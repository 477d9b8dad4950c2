import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { attempt } from '../../browser/report.js';
import { isSeeable } from './is-seeable.js';
import { watchEscape } from './watch-escape.js';

interface SurfaceHost extends ReactiveControllerHost, HTMLElement {
  open: boolean;
  /** Whether the shopper has asked for it. */
  asked: boolean;
}

interface SurfaceOptions {
  /** What holds everything: a `<dialog>`, which makes the page wait, a popover, or a part of the page. */
  panel: () => HTMLElement | null;
  /** Whether it lies over the page at all. */
  overlay: () => boolean;
  /** Whether it covers enough that a back gesture means it and not the page. */
  covers: () => boolean;
  /** The shopper wants it to go. */
  onEscape: () => void;
  /** It stands open. */
  onShow: (panel: HTMLElement) => () => void;
}

/**
 * Shows its host's panel as the host's `open` says. The focus goes in only if the shopper has asked for it, and goes back when it
 * closes. What the page hides, moves or closes is closed: nothing that cannot be seen may lie over a page, nor make it wait.
 */
export class SurfaceController implements ReactiveController {
  /** Whether the focus was in it when it closed, and is not given back. */
  leftFocus = false;
  readonly #host: SurfaceHost;
  readonly #options: SurfaceOptions;
  #shown: HTMLElement | undefined;
  /** Where the focus was before it came in. */
  #before: HTMLElement | null = null;
  #stops: (() => void)[] = [];

  constructor(host: SurfaceHost, options: SurfaceOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** To listen to the panel's `toggle` and `close`, which browsers and pages bring about. */
  readonly onClosed = ({ target, currentTarget }: Event): void => {
    const panel = this.#shown;
    if (target !== currentTarget || panel !== target || isOpen(panel!)) return;
    this.#host.open = false;
  };

  /** To listen to the dialog's `cancel`: the shopper has pressed Escape, or made a gesture that means the same. */
  readonly onCancel = (event: Event): void => {
    if (event.target === event.currentTarget) this.#options.onEscape();
  };

  /** To listen to the dialog's `click`: a press on its backdrop. */
  readonly onClick = (event: MouseEvent): void => {
    const panel = event.currentTarget as Element;
    const { top, right, bottom, left } = panel.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    if (event.target === panel && (x < left || x > right || y < top || y > bottom)) this.#options.onEscape();
  };

  hostUpdate(): void {
    if (!this.#host.open) this.#hide();
  }

  hostUpdated(): void {
    const panel = this.#options.panel();
    const { open, isConnected } = this.#host;
    if (open && panel && panel !== this.#shown && isConnected) this.#show(panel);
  }

  hostDisconnected(): void {
    this.#hide();
  }

  /** Whether the focus is in the host, in whatever tree that stands. */
  get hasFocus(): boolean {
    return this.#host.contains((this.#host.getRootNode() as Document | ShadowRoot).activeElement);
  }

  #show(panel: HTMLElement): void {
    this.#hide();
    this.#shown = panel;
    const { overlay, covers, onEscape, onShow } = this.#options;
    const focused = activeElement();
    this.#listen('focusin', this.#host, ({ relatedTarget }) => {
      if (!this.#host.contains(relatedTarget as Node | null)) this.#before = relatedTarget as HTMLElement | null;
    });
    if (overlay()) {
      if (panel instanceof HTMLDialogElement) panel.showModal();
      else {
        panel.showPopover?.();
        this.#stops.push(watchEscape(onEscape, covers()));
      }
    }
    if (this.#host.asked) panel.focus();
    // A field inside that wants the focus gets it from the browser, and nobody has asked for that.
    else if (activeElement() !== focused) focused?.focus({ preventScroll: true });
    this.#watch(panel);
    this.#stops.push(onShow(panel));
  }

  /** Not every way of hiding something is told: what changes without a sign is found out at the next press. */
  #watch(panel: HTMLElement): void {
    const check = (): void => {
      if (this.#shown === panel && !isSeeable(panel)) this.#host.open = false;
    };
    const observer = new IntersectionObserver(check);
    observer.observe(panel);
    this.#stops.push(() => observer.disconnect());
    this.#listen('transitionend', panel, check);
    this.#listen('pointerdown', window, check);
  }

  #listen<E extends keyof HTMLElementEventMap>(
    type: E,
    target: EventTarget,
    listener: (event: HTMLElementEventMap[E]) => void,
  ): void {
    target.addEventListener(type, listener as EventListener, true);
    this.#stops.push(() => target.removeEventListener(type, listener as EventListener, true));
  }

  #hide(): void {
    const panel = this.#shown;
    if (!panel) return;
    const { hasFocus } = this;
    const before = this.#before;
    this.#shown = undefined;
    this.#before = null;
    for (const stop of this.#stops.splice(0)) attempt('a prompt could not be put away', stop);
    if (panel instanceof HTMLDialogElement) panel.close();
    else if (isOpen(panel)) panel.hidePopover();
    this.leftFocus = hasFocus && !before?.isConnected;
    if (hasFocus && before?.isConnected) before.focus({ preventScroll: true });
  }
}

/** Within a page or a shadow tree that the page can look into. */
function activeElement(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active as HTMLElement | null;
}

function isOpen(panel: HTMLElement): boolean {
  return panel instanceof HTMLDialogElement ? panel.open : !!panel.showPopover && panel.matches(':popover-open');
}
