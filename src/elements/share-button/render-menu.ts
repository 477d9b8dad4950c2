import { html, nothing } from 'lit/html.js';
import { safeUrl } from '../../browser/safe-url.js';
import type { Copy } from './create-copy.js';
import type { createMenuKeys } from './menu-keys.js';
import { networkAddress } from './network-address.js';
import type { Network, Way } from './networks.js';
import type { messages } from './share-button.messages.js';
import type { Share } from './share-step.js';

interface MenuOptions {
  ways: readonly Way[];
  /** What would be shared in that way. */
  share: (way: Way) => Share;
  copy: Copy;
  keys: ReturnType<typeof createMenuKeys>;
  say: (key: keyof typeof messages) => string;
  onFollow: (event: MouseEvent, network: Network) => void;
}

/** The ways to share, or the field that takes their place. */
export function renderMenu(options: MenuOptions): unknown {
  const { ways, say, copy, keys, share } = options;
  if (copy.manual)
    return html`<div class="manual">
      <label for="link">${say('manual')}</label>
      <input
        id="link"
        part="field"
        readonly
        dir="ltr"
        aria-describedby="hint"
        .value=${share('copy').link}
        @copy=${copy.onCopyByHand}
      />
      <p id="hint">${say(copy.copied ? 'copied' : 'manualHint')}</p>
    </div>`;
  return html`<div role="menu" aria-label=${say('menu')} @keydown=${keys.onKeydown} @keyup=${keys.onKeyup}>
    ${ways.map((way) => (way === 'copy' ? renderCopy(options) : renderLink(way, options)))}
  </div>`;
}

function renderCopy({ copy: { copied, onClick }, say }: MenuOptions): unknown {
  return html`<button role="menuitem" part="item" type="button" tabindex="-1" @click=${onClick}>
    ${renderIcon('copy', copied ? 'M5 12.5l5 5L19.5 7' : 'M10 14a4.5 4.5 0 0 0 6.5.2l3-3a4.6 4.6 0 0 0-6.5-6.5l-1.7 1.7M14 10a4.5 4.5 0 0 0-6.5-.2l-3 3a4.6 4.6 0 0 0 6.5 6.5l1.7-1.7')}<span
      >${say(copied ? 'copied' : 'copy')}</span
    >
  </button>`;
}

function renderLink(network: Network, { share, say, onFollow }: MenuOptions): unknown {
  const { content, link } = share(network);
  const address = networkAddress(network, content, link);
  const mail = network === 'email';
  return html`<a
    role="menuitem"
    part="item"
    tabindex="-1"
    href=${safeUrl(address) ?? nothing}
    target=${mail ? nothing : '_blank'}
    rel="noopener noreferrer"
    @click=${(event: MouseEvent) => onFollow(event, network)}
    >${renderIcon(network, mail ? 'M4 5.5h16v13H4zM4.5 6.5l7.5 6 7.5-6' : 'M10 6H5v13h13v-5M13.5 4.5h6v6M19 5l-8.5 8.500')}<span
      >${say(network)}${mail ? nothing : html`<span class="hidden">${say('newTab')}</span>`}</span
    ></a
  >`;
}

function renderIcon(way: Way, path: string): unknown {
  return html`<slot name="icon-${way}"
    ><svg class=${way === 'copy' || way === 'email' ? nothing : 'away'} viewBox="0 0 24 24" aria-hidden="true">
      <path d=${path} /></svg
  ></slot>`;
}
