import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { nothing } from 'lit/html.js';
import { ignoreKeyRepeat } from '../internal/ignore-key-repeat.js';
import { PanelController } from '../internal/panel-controller.js';
import { reportFailure } from '../internal/report-failure.js';
import type { Menu } from './create-menu.js';
import type { messages } from './share-button.messages.js';
import type { Share } from './share-step.js';

interface MenuHost extends ReactiveControllerHost, HTMLElement {
  open: boolean;
  networks: string;
  renderRoot: HTMLElement | DocumentFragment;
}

interface MenuOptions {
  /** What would be shared now, in that way. */
  share: (method: string) => Share;
  say: (key: keyof typeof messages) => string;
}

/** The popover of the menu. What is in it is loaded when it may be needed: phones have a dialog of the system's. */
export class MenuController implements ReactiveController {
  readonly #host: MenuHost;
  readonly #options: MenuOptions;
  readonly #panel: PanelController;
  #menu: Menu | undefined;
  #loading = false;
  #wasOpen = false;
  /** Whether the popover stands open. */
  #shown = false;
  /** Which item gets the focus when it does; none when code has opened it. */
  #focusNext: 'first' | 'last' | undefined;

  constructor(host: MenuHost, options: MenuOptions) {
    this.#host = host;
    this.#options = options;
    this.#panel = new PanelController(host, () => ({
      anchor: this.button,
      panel: host.renderRoot.querySelector('.panel'),
    }));
    host.addController(this);
  }

  /** The button that the menu belongs to. */
  get button(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.button');
  }

  /** Whether the link has been copied since the menu was opened. */
  get copied(): boolean {
    return this.#menu?.copied ?? false;
  }

  /** Loads the menu, unless it is there. */
  async load(): Promise<void> {
    if (this.#menu || this.#loading) return;
    this.#loading = true;
    try {
      const { createMenu } = await import('./create-menu.js');
      this.#menu = createMenu(this.#host, { ...this.#options, button: () => this.button, close: this.close });
    } catch (error) {
      if (this.#host.open)
        reportFailure('a menu could not be loaded', error, () => this.button, this.#options.say('failed'));
      this.close();
    } finally {
      this.#loading = false;
      this.#host.requestUpdate();
    }
  }

  /** Opens it for the shopper: the focus goes in. */
  open(focus: 'first' | 'last' = 'first'): void {
    this.#focusNext = focus;
    this.#host.open = true;
  }

  readonly close = (): void => this.#panel.close();

  /** What is in the popover. */
  render(): unknown {
    return this.#host.open && this.#menu ? this.#menu.render() : nothing;
  }

  /** To listen to the button's `keydown`. @param opens whether the button opens the menu at all */
  onButtonKeydown(event: KeyboardEvent, opens: boolean): void {
    ignoreKeyRepeat(event);
    if (!opens || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    this.open(event.key === 'ArrowUp' ? 'last' : 'first');
  }

  /** To listen to the popover's `beforetoggle`. */
  readonly onBeforeToggle = (event: ToggleEvent): void => {
    if (event.newState === 'open' && !this.#host.open) this.#focusNext = 'first';
    this.#panel.onBeforeToggle(event);
  };

  /** To listen to the popover's `toggle`. */
  readonly onToggle = (event: ToggleEvent): void => {
    this.#panel.onToggle(event);
    this.#shown = event.newState === 'open';
    if (!this.#shown) this.#focusNext = undefined;
    this.#moveFocus();
  };

  hostUpdate(): void {
    const { open } = this.#host;
    if (open && !this.#wasOpen) {
      this.#menu?.reset();
      void this.load();
    }
    this.#wasOpen = open;
  }

  hostUpdated(): void {
    this.#moveFocus();
  }

  /** A menu that is taken out of the page is closed. */
  hostDisconnected(): void {
    this.#shown = false;
    this.#focusNext = undefined;
  }

  #moveFocus(): void {
    const items = this.#host.renderRoot.querySelectorAll<HTMLElement>('[role=menuitem]');
    if (!this.#shown || !this.#focusNext || items.length === 0) return;
    items[this.#focusNext === 'last' ? items.length - 1 : 0]?.focus();
    this.#focusNext = undefined;
  }
}
