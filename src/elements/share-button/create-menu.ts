import type { ReactiveControllerHost } from '@lit/reactive-element';
import { adoptStyles } from '../internal/adopt-styles.js';
import { createCopy } from './create-copy.js';
import { followLink } from './follow-link.js';
import { createMenuKeys } from './menu-keys.js';
import { styles } from './menu.styles.js';
import { parseNetworks } from './networks.js';
import { renderMenu } from './render-menu.js';
import type { messages } from './share-button.messages.js';
import type { Share } from './share-step.js';

interface MenuHost extends ReactiveControllerHost, Element {
  networks: string;
  renderRoot: HTMLElement | DocumentFragment;
}

interface MenuOptions {
  share: (method: string) => Share;
  say: (key: keyof typeof messages) => string;
  button: () => HTMLElement | null;
  close: () => void;
}

/** What is in the popover: a menu of ways to share. */
export interface Menu {
  /** Whether the link has been copied since the menu was opened. */
  readonly copied: boolean;
  /** When the menu is opened. */
  reset(): void;
  render(): unknown;
}

/** Makes the menu of a share button, with its styles. */
export function createMenu(host: MenuHost, { share, say, button, close }: MenuOptions): Menu {
  const { renderRoot } = host;
  adoptStyles(host, styles);
  const keys = createMenuKeys(
    () => [...renderRoot.querySelectorAll<HTMLElement>('[role=menuitem]')],
    () => {
      button()?.focus();
      close();
    },
  );
  const copy = createCopy(host, () => share('copy'), changed);

  /** A link that has to be copied by hand is selected for it. */
  async function changed(): Promise<void> {
    host.requestUpdate();
    await host.updateComplete;
    const field = renderRoot.querySelector('input');
    if (!field || copy.copied) return;
    field.focus();
    field.select();
  }

  return {
    get copied() {
      return copy.copied;
    },
    reset: copy.reset,
    render: () =>
      renderMenu({
        ways: parseNetworks(host.networks ?? ''),
        share,
        copy,
        keys,
        say,
        onFollow: (event, network) => followLink(host, event, share(network), { button, close, failed: say('failed') }),
      }),
  };
}
