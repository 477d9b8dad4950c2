import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../../src/define/preferences.js';
import type { CuePreferences } from '../../src/elements/preferences/preferences.js';
import { setCart } from '../../src/store/cart.js';
import { setConsent } from '../../src/store/consent.js';
import { erase } from '../../src/store/erase.js';
import { touchSession } from '../../src/store/session.js';
import { rememberViewed } from '../../src/store/viewed.js';
import { inReadingOrder } from '../in-reading-order.js';
import { inside } from '../inside.js';
import { lamp, products, teapot } from '../sample-products.js';
import { seedWishlist } from '../seed-wishlist.js';

const { args, argTypes, template } = getStorybookHelpers<CuePreferences>('cue-preferences');

/** A shopper who has been here before. */
const fill = () => {
  erase();
  setConsent({ personalization: 'granted', analytics: 'denied' });
  seedWishlist(products);
  for (const product of [teapot, lamp]) rememberViewed(product);
  setCart({ lines: [{ key: '1', product: teapot, quantity: 1 }], total: 48, currency: 'EUR' });
};

const meta: Meta = {
  title: 'Elements/Preferences',
  component: 'cue-preferences',
  args: inReadingOrder(args, argTypes),
  argTypes,
  beforeEach: fill,
  render: (storyArgs) => template(storyArgs),
};
export default meta;

type Story = StoryObj;

/** All stories on the documentation page show the page's one memory; those that need another stand alone. */
const alone = ['!autodocs'];

/** `mode="inline"`: it stands in the page, in the shop's account or privacy page. */
export const Default: Story = {
  async play({ canvasElement, step }) {
    const { getByRole, getByText } = await inside(canvasElement, 'cue-preferences');
    await expect(getByRole('region', { name: 'What this shop remembers' })).toBeVisible();
    await expect(getByText('4 products on your wishlist')).toBeVisible();
    await step('a switch takes effect at once', async () => {
      await expect(getByRole('switch', { name: 'Personal suggestions' })).toBeChecked();
      await userEvent.click(getByRole('switch', { name: 'Personal suggestions' }));
      await waitFor(() =>
        expect(getByText('2 products that you looked at; only until you leave this page')).toBeVisible(),
      );
    });
  },
};

/** Nothing is remembered. */
export const Empty: Story = {
  tags: alone,
  beforeEach: () => erase(),
  async play({ canvasElement }) {
    const { getByText } = await inside(canvasElement, 'cue-preferences');
    await expect(getByText('Nothing.')).toBeVisible();
  },
};

/** What may not be kept is known until the page is left, and that is said. */
export const NothingAllowed: Story = {
  tags: alone,
  beforeEach: () => {
    fill();
    setConsent('denied');
    touchSession();
  },
};

/** Before everything is cleared the shopper is asked; the focus is on what does no harm. */
export const Question: Story = {
  tags: alone,
  async play({ canvasElement }) {
    const { root, getByRole } = await inside(canvasElement, 'cue-preferences');
    await userEvent.click(getByRole('button', { name: 'Clear everything' }));
    const keep = await waitFor(() => getByRole('button', { name: 'Keep it' }));
    await waitFor(() => expect(root.activeElement).toBe(keep));
  },
};

/** All is gone, in all tabs. */
export const Cleared: Story = {
  tags: alone,
  async play({ canvasElement }) {
    const { getByRole, getByText } = await inside(canvasElement, 'cue-preferences');
    await userEvent.click(getByRole('button', { name: 'Clear everything' }));
    await userEvent.click(await waitFor(() => getByRole('button', { name: 'Yes, clear everything' })));
    await waitFor(() => expect(getByRole('status')).toHaveTextContent('Cleared.'));
    await expect(getByText('Nothing.')).toBeVisible();
    await expect(Object.keys(localStorage).filter((key) => key.startsWith('cuekit:'))).toHaveLength(0);
  },
};

/** `mode="dialog"`: behind a button, in the shop's footer for instance. */
export const Dialog: Story = {
  tags: alone,
  args: { mode: 'dialog' },
  render: (storyArgs) => html`<div class="bar"><span>Hearth &amp; Home</span>${template(storyArgs)}</div>`,
  async play({ canvasElement }) {
    const { root, getByRole, queryByRole } = await inside(canvasElement, 'cue-preferences');
    const trigger = getByRole('button', { name: 'What this shop remembers' });
    await userEvent.click(trigger);
    const dialog = await waitFor(() => getByRole('dialog', { name: 'What this shop remembers' }));
    await expect(dialog).toBeVisible();
    const closed = new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
    await userEvent.click(getByRole('button', { name: 'Close' }));
    await closed;
    await expect(queryByRole('dialog')).toBeNull();
    await expect(root.activeElement).toBe(trigger);
  },
};

/** On a phone, from right to left. */
export const OnAPhoneFromRightToLeft: Story = {
  tags: alone,
  args: { mode: 'dialog', open: true },
  globals: { direction: 'rtl', locale: 'he', viewport: { value: 'phone', isRotated: false } },
  async play({ canvasElement }) {
    const { getByRole } = await inside(canvasElement, 'cue-preferences');
    const dialog = await waitFor(() => getByRole('dialog'));
    await expect(dialog.scrollWidth).toBeLessThanOrEqual(dialog.clientWidth);
  },
};

/** `purposes`: only what the shop asks consent for. The slots take its own words. */
export const OwnWords: Story = {
  tags: alone,
  args: {
    purposes: 'personalization',
    'heading-slot': 'Your data, your choice',
    'intro-slot': 'All of this stays in your browser.',
  },
  async play({ canvasElement }) {
    const { getAllByRole } = await inside(canvasElement, 'cue-preferences');
    await expect(getAllByRole('switch')).toHaveLength(2);
  },
};

/** Custom properties give it the shop's face. */
export const OwnTheme: Story = { tags: alone, args: { '--cue-accent-color': '#8fc9b0', '--cue-radius': '22px' } };

/** Where colours are black, white and yellow. */
export const HighContrast: Story = { tags: alone, globals: { theme: 'high-contrast' } };
