import type { StorybookConfig } from '@storybook/web-components-vite';
import { manifestPlugin } from './manifest-plugin.js';

/** Entries of Lit that Storybook's own packages import; unless they are prepared together with ours, the page has two Lits. */
const lit = [
  'lit/async-directive.js',
  'lit/directive-helpers.js',
  'lit/directive.js',
  'lit/directives/unsafe-html.js',
  'lit/html.js',
  'lit/static-html.js',
];

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: {
    name: '@storybook/web-components-vite',
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  staticDirs: [{ from: '../stories/pictures', to: '/pictures' }],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), manifestPlugin()],
    optimizeDeps: { ...vite.optimizeDeps, include: [...(vite.optimizeDeps?.include ?? []), ...lit] },
    // Storybook's own chunks are that large, and nobody waits for them on a shop's page.
    build: { ...vite.build, chunkSizeWarningLimit: 1500 },
  }),
};

export default config;
