import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { attempt } from '../../browser/report.js';
import { placeBeside } from './place-beside.js';

interface PanelHost extends ReactiveControllerHost, HTMLElement {
  open: boolean;
}

/**
 * Opens and closes its host's panel, a modal `<dialog>` or a popover, as the host's `open` says, and the other way
 * round: the browser closes panels by itself (Escape, a press elsewhere). Dispatches `toggle` when it is done.
 */
export class PanelController implements ReactiveController {
  readonly #host: PanelHost;
  readonly #elements: () => { anchor: HTMLElement | null; panel: HTMLElement | null };
  /** The panel that stands open. */
  #shown: HTMLElement | undefined;
  #told = false;
  #byShopper = false;
  #stop: (() => void) | undefined;

  constructor(host: PanelHost, elements: () => { anchor: HTMLElement | null; panel: HTMLElement | null }) {
    this.#host = host;
    this.#elements = elements;
    host.addController(this);
  }

  /** Opens or closes because the shopper wants it; then, and only then, the focus goes to what has opened. */
  readonly toggle = (): void => {
    this.#byShopper = true;
    this.#host.open = !this.#host.open;
  };

  readonly close = (): void => {
    this.#host.open = false;
  };

  /** To listen to the popover's `beforetoggle`. Its content has to be there before it opens: then we open it ourselves. */
  readonly onBeforeToggle = (event: ToggleEvent): void => {
    if (event.newState === 'closed') this.close();
    else if (!this.#host.open) {
      event.preventDefault();
      this.toggle();
    }
  };

  /** To listen to the dialog's `click`: a press on its backdrop closes it. */
  readonly onDialogClick = (event: MouseEvent): void => {
    const dialog = event.currentTarget as Element;
    const { top, right, bottom, left } = dialog.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    if (event.target === dialog && (x < left || x > right || y < top || y > bottom)) this.close();
  };

  hostUpdated(): void {
    const { anchor, panel } = this.#elements();
    const { open, isConnected } = this.#host;
    if (this.#shown && (!open || panel !== this.#shown)) this.#hide();
    if (open && panel && !this.#shown && isConnected) this.#show(panel, anchor);
    this.#byShopper = false;
    if (this.#told === open) return;
    this.#told = open;
    this.#host.dispatchEvent(new Event('toggle'));
  }

  /** A panel that is taken out of the page is closed by the browser, but only half: it would come back without its backdrop. */
  hostDisconnected(): void {
    this.#hide();
    this.close();
  }

  #show(panel: HTMLElement, anchor: HTMLElement | null): void {
    this.#shown = panel;
    if (panel instanceof HTMLDialogElement) {
      panel.showModal();
      return;
    }
    panel.showPopover();
    if (this.#byShopper) panel.querySelector('button')?.focus();
    if (anchor) attempt('a panel could not be placed', () => this.#place(anchor, panel));
  }

  async #place(anchor: HTMLElement, panel: HTMLElement): Promise<void> {
    try {
      const stop = await placeBeside(anchor, panel);
      if (this.#shown === panel && !this.#stop) this.#stop = stop;
      else stop();
    } catch (error) {
      // Better in the wrong place than not at all.
      panel.dataset.placed = '';
      throw error;
    }
  }

  #hide(): void {
    const panel = this.#shown;
    this.#shown = undefined;
    this.#stop?.();
    this.#stop = undefined;
    delete panel?.dataset.placed;
    if (panel instanceof HTMLDialogElement) panel.close();
    else if (panel?.matches(':popover-open')) panel.hidePopover();
  }
}
