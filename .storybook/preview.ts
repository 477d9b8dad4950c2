import { setStorybookHelpersConfig } from '@wc-toolkit/storybook-helpers';
import type { Decorator, Preview } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { ArgTypesEnhancer } from 'storybook/internal/types';
import { configure } from 'storybook/test';
import { MINIMAL_VIEWPORTS } from 'storybook/viewport';
import manifest from 'virtual:custom-elements';
import '../src/cuekit.css';
import { cleanSlate } from '../stories/clean-slate.js';
import { pseudoLocale, speakPseudo } from '../stories/pseudo-locale.js';
import './shop.css';

setStorybookHelpersConfig({ hideArgRef: true });
setCustomElementsManifest(manifest);

configure({
  // A loaded machine is slow; what comes is waited for no longer than it takes.
  asyncUtilTimeout: 5000,
  // Testing Library cannot print a shadow root, and would say that instead of what it has not found.
  getElementError: (message, container) =>
    new Error(`${message}\n${'innerHTML' in container ? container.innerHTML.replace(/<!--.*?-->/g, '') : ''}`),
});

/** Each story stands in a little shop of its own: on a documentation page no story changes the page or its neighbours. */
const inShop: Decorator = (story, { globals, viewMode }) => {
  const { theme, direction, locale } = globals as Record<string, string>;
  if (locale === pseudoLocale) speakPseudo();
  return html`<div
    class=${viewMode === 'docs' ? 'shop' : 'shop page'}
    data-theme=${theme}
    dir=${locale === 'ar' ? 'rtl' : direction}
    lang=${locale}
  >
    ${story()}
  </div>`;
};

interface Declaration {
  tagName?: string;
  summary?: string;
  description?: string;
}

/** What the class says of itself; Storybook alone leaves out the summary. */
function describe(tag: string): string {
  const { modules = [] } = manifest as { modules?: { declarations?: Declaration[] }[] };
  const element = modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName === tag);
  return [element?.summary, element?.description].filter(Boolean).join('\n\n');
}

/** The helpers take every event that the DOM does not know for the detail of a `CustomEvent`; ours are classes of their own. */
const eventTypes: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const type = /^CustomEvent<(\w+Event)>$/.exec(argType.table?.type?.summary ?? '')?.[1];
      return [name, type ? { ...argType, table: { ...argType.table, type: { summary: type } } } : argType];
    }),
  );

let documented: string | undefined;

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [inShop],
  argTypesEnhancers: [eventTypes],
  // A documentation page shows many stories over one store: they start from nothing together.
  beforeEach({ viewMode, componentId }) {
    if (viewMode !== 'docs' || documented !== componentId) cleanSlate();
    documented = viewMode === 'docs' ? componentId : undefined;
  },
  globalTypes: {
    theme: {
      description: 'Theme of the shop',
      toolbar: {
        title: 'Theme',
        icon: 'paintbrush',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
          { value: 'high-contrast', title: 'High contrast', icon: 'contrast' },
        ],
      },
    },
    direction: {
      description: 'Writing direction',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
    locale: {
      description: 'Language of the shop',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en', title: 'English' },
          { value: 'ar', title: 'العربية' },
          { value: 'de', title: 'Deutsch' },
          { value: 'es', title: 'Español' },
          { value: 'fr', title: 'Français' },
          { value: 'it', title: 'Italiano' },
          { value: 'ja', title: '日本語' },
          { value: 'nl', title: 'Nederlands' },
          { value: 'pl', title: 'Polski' },
          { value: 'pt', title: 'Português' },
          { value: pseudoLocale, title: 'Pseudo-locale' },
        ],
      },
    },
  },
  initialGlobals: { theme: 'light', direction: 'ltr', locale: 'en' },
  parameters: {
    layout: 'fullscreen',
    a11y: {
      test: 'error',
      options: {
        rules: {
          // WCAG 2.2's 24 px is not among the rules that run unasked.
          'target-size': { enabled: true },
          // Forced colours are painted, but scripts are told the page's own: contrast cannot be measured there.
          'color-contrast': { enabled: !matchMedia('(forced-colors: active)').matches },
        },
      },
    },
    backgrounds: { disable: true },
    controls: { expanded: true },
    // The stories bring the tables.
    docs: { toc: true, extractArgTypes: () => ({}), extractComponentDescription: describe },
    options: {
      storySort: {
        order: ['Getting started', 'Elements', ['Wishlist button', 'Wishlist', 'Product'], 'Events', 'Languages'],
      },
    },
    viewport: {
      options: {
        phone: { name: 'Phone, 360 px', styles: { width: '360px', height: '740px' }, type: 'mobile' },
        ...MINIMAL_VIEWPORTS,
      },
    },
  },
};

export default preview;
