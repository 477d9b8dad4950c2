import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Keeps an open panel beside its anchor and inside the window. The panel is in the top layer (a popover), so that no
 * stacking of the page's covers it. @floating-ui/dom is loaded when something first opens.
 */
export class AnchorController implements ReactiveController {
  readonly #elements: () => { anchor: Element | null; panel: HTMLElement | null };
  #stop: (() => void) | undefined;
  #wanted = false;

  constructor(host: ReactiveControllerHost, elements: () => { anchor: Element | null; panel: HTMLElement | null }) {
    this.#elements = elements;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Places the panel, and again whenever the page moves. The panel has `data-placed` once it is in place. */
  async start(): Promise<void> {
    this.#wanted = true;
    const { autoUpdate, computePosition, flip, offset, shift, size } = await import('@floating-ui/dom');
    const { anchor, panel } = this.#elements();
    if (!this.#wanted || this.#stop || !anchor || !panel) return;
    const middleware = [
      offset(8),
      flip(),
      shift({ padding: 8 }),
      size({
        padding: 8,
        apply: ({ availableHeight, availableWidth }) => {
          panel.style.setProperty('max-block-size', `${Math.max(160, availableHeight)}px`);
          panel.style.setProperty('max-inline-size', `${availableWidth}px`);
        },
      }),
    ];
    this.#stop = autoUpdate(anchor, panel, () => {
      void computePosition(anchor, panel, { placement: 'bottom-end', strategy: 'fixed', middleware }).then(
        ({ x, y }) => {
          panel.style.setProperty('left', `${x}px`);
          panel.style.setProperty('top', `${y}px`);
          panel.dataset.placed = '';
        },
      );
    });
  }

  stop(): void {
    this.#wanted = false;
    this.#stop?.();
    this.#stop = undefined;
    delete this.#elements().panel?.dataset.placed;
  }
}
