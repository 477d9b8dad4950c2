import { html, nothing } from 'lit/html.js';
import { inView } from '../../browser/in-view.js';
import type { Clock } from '../../browser/clock.js';
import { $prompt } from '../../store/prompts.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { ignoreKeyRepeat } from '../internal/ignore-key-repeat.js';
import { tabStyles } from './tab.styles.js';

interface TabHost extends HTMLElement {
  open: boolean;
  asked: boolean;
  teased: boolean;
  renderRoot: HTMLElement | DocumentFragment;
}

interface TabOptions {
  clock: Clock;
  /** What it says. */
  text: () => string;
  /** Name of the button that takes it away. */
  remove: (name: string) => string;
  onSeen: () => void;
  onRemove: () => void;
}

/** The small tab at the edge that brings a prompt back. */
export interface Tab {
  /** @param position edges: `start top` */
  render(position: string): unknown;
  /** When its host has rendered. @param takesFocus whether the focus was in what it stands for now */
  updated(takesFocus: boolean): void;
}

export function createTab(host: TabHost, { clock, text, remove, onSeen, onRemove }: TabOptions): Tab {
  adoptStyles(host, tabStyles);
  let shown: Element | null = null;
  let stop: (() => void) | undefined;

  function onPress(): void {
    host.asked = true;
    host.open = true;
  }

  return {
    render(position) {
      // One at a time: it does not stand beside what another campaign shows.
      if (!host.teased || host.open || $prompt.get()) return nothing;
      const name = text();
      return html`<div class="root tab ${position}" part="tab">
        <button class="bring" part="teaser" type="button" @click=${onPress} @keydown=${ignoreKeyRepeat}>${name}</button>
        <button
          class="remove"
          part="remove"
          type="button"
          aria-label=${remove(name)}
          @click=${onRemove}
          @keydown=${ignoreKeyRepeat}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18" /></svg>
        </button>
      </div>`;
    },
    updated(takesFocus) {
      const now = host.renderRoot.querySelector('.tab');
      if (now !== shown) {
        stop?.();
        stop = now ? inView(now, onSeen, clock) : undefined;
        shown = now;
      }
      if (takesFocus) now?.querySelector('button')?.focus();
    },
  };
}
