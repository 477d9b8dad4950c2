import { html } from 'lit/html.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { ignoreKeyRepeat } from '../internal/ignore-key-repeat.js';
import { tabStyles } from './tab.styles.js';

interface TabOptions {
  text: string;
  /** Whether it is where a line begins. */
  start: boolean;
  /** Name of the button that takes it away. */
  remove: string;
  onPress: () => void;
  onRemove: () => void;
}

/** The small tab at the edge that brings a prompt back. */
export type Tab = (options: TabOptions) => unknown;

export function createTab(host: Element): Tab {
  adoptStyles(host, tabStyles);
  return ({ text, start, remove, onPress, onRemove }) =>
    html`<div class="root tab ${start ? 'start' : ''}" part="tab">
      <button class="teaser" part="teaser" type="button" @click=${onPress} @keydown=${ignoreKeyRepeat}>${text}</button>
      <button
        class="remove"
        part="remove"
        type="button"
        aria-label=${remove}
        @click=${onRemove}
        @keydown=${ignoreKeyRepeat}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18" /></svg>
      </button>
    </div>`;
}
