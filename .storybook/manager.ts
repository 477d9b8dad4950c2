import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

const dark = matchMedia('(prefers-color-scheme: dark)').matches;

addons.setConfig({
  theme: create({
    base: dark ? 'dark' : 'light',
    brandTitle: 'Cuekit',
    colorPrimary: '#c8102e',
    colorSecondary: dark ? '#ff8a9b' : '#b00d27',
  }),
});
