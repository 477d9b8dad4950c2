import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
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
  #hadFocus = false;
  #stop: (() => void) | undefined;

  constructor(host: PanelHost, elements: () => { anchor: HTMLElement | null; panel: HTMLElement | null }) {
    this.#host = host;
    this.#elements = elements;
    host.addController(this);
  }

  readonly toggle = (): void => {
    this.#host.open = !this.#host.open;
  };

  readonly close = (): void => {
    this.#host.open = false;
  };

  /** To listen to the popover's `beforetoggle`: the badge opens it without us, and its content has to come now. */
  readonly onBeforeToggle = (event: ToggleEvent): void => {
    if (event.newState === 'closed') {
      this.#hadFocus = this.#hasFocus(event.target as Node);
      return;
    }
    if (this.#host.open) return;
    this.#byShopper = true;
    this.#shown = event.target as HTMLElement;
    this.#host.open = true;
  };

  /** To listen to the popover's `toggle`. The focus goes to what the shopper has opened, not to what code has. */
  readonly onToggle = (event: ToggleEvent): void => {
    const panel = this.#shown;
    const { anchor } = this.#elements();
    if (event.newState === 'closed') {
      // Not every browser gives the focus back to a button inside a shadow tree.
      if (this.#hadFocus) anchor?.focus();
      this.#hadFocus = false;
      this.close();
      return;
    }
    if (!panel || panel !== event.target) return;
    this.#focusInside();
    if (anchor) attempt('a panel could not be placed', () => this.#place(anchor, panel));
  };

  /** To listen to the dialog's `close`, which may come when it is open again. */
  readonly onDialogClose = (event: Event): void => {
    if (!(event.target as HTMLDialogElement).open) this.close();
  };

  /** To listen to the dialog's `click`: a press on its backdrop closes it. */
  readonly onDialogClick = (event: MouseEvent): void => {
    const dialog = event.currentTarget as Element;
    const { top, right, bottom, left } = dialog.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    if (event.target === dialog && (x < left || x > right || y < top || y > bottom)) this.close();
  };

  /** Before its content goes: the browser gives the focus back only if it is still inside. */
  hostUpdate(): void {
    if (!this.#host.open) this.#hide();
  }

  hostUpdated(): void {
    const { panel } = this.#elements();
    const { open, isConnected } = this.#host;
    if (panel !== this.#shown) this.#hide();
    if (open && panel && !this.#shown && isConnected) this.#show(panel);
    this.#focusInside();
    if (this.#told === open) return;
    this.#told = open;
    this.#host.dispatchEvent(new Event('toggle'));
  }

  /** A panel that is taken out of the page is closed by the browser, but only half: it would come back without its backdrop. */
  hostDisconnected(): void {
    this.#hide();
    this.close();
  }

  /** As soon as the popover is open and has its content, which may still be on its way when it opens. */
  #focusInside(): void {
    const button = this.#byShopper && this.#shown?.matches(':popover-open') && this.#shown.querySelector('button');
    if (!button) return;
    this.#byShopper = false;
    button.focus();
  }

  #hasFocus(panel: Node): boolean {
    return panel.contains((panel.getRootNode() as ShadowRoot).activeElement);
  }

  #show(panel: HTMLElement): void {
    this.#shown = panel;
    if (panel instanceof HTMLDialogElement) panel.showModal();
    else panel.showPopover();
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
    this.#byShopper = false;
    this.#stop?.();
    this.#stop = undefined;
    delete panel?.dataset.placed;
    if (panel instanceof HTMLDialogElement) panel.close();
    else if (panel?.matches(':popover-open')) panel.hidePopover();
  }
}
