import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../../src/define/cart-progress.js';
import type { CueCartProgress } from '../../src/elements/cart-progress/cart-progress.js';
import { emit } from '../../src/events/emit.js';
import { FactEvent } from '../../src/events/fact-event.js';
import { setCart } from '../../src/store/cart.js';
import { cleanSlate } from '../clean-slate.js';
import { inReadingOrder } from '../in-reading-order.js';
import { inside } from '../inside.js';
import { lamp, teapot } from '../sample-products.js';

const { args, argTypes, template } = getStorybookHelpers<CueCartProgress>('cue-cart-progress');

/** The cart as a shop would say it. */
const cart = (total: number | undefined, currency = 'EUR') => {
  cleanSlate();
  setCart({
    lines: total === 0 ? [] : [{ key: '1', product: { id: 'sample' }, quantity: 1 }],
    ...(total !== undefined && { total }),
    currency,
  });
};

const tiers = JSON.stringify([
  { amount: 75, kind: 'free-shipping' },
  { amount: 120, kind: 'gift', label: 'a tea towel' },
]);

const meta: Meta = {
  title: 'Elements/Cart progress',
  component: 'cue-cart-progress',
  args: { ...inReadingOrder(args, argTypes), 'free-shipping': '75', currency: 'EUR' },
  argTypes,
  beforeEach: () => cart(62.5),
  render: (storyArgs) => template(storyArgs),
};
export default meta;

type Story = StoryObj;

/** All stories on the documentation page show the page's one cart; those that need another stand alone. */
const alone = ['!autodocs'];

const shows =
  (text: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const { root } = await inside(canvasElement, 'cue-cart-progress');
    await waitFor(() => expect(root.querySelector('.text')).toHaveTextContent(text));
    await expect(root.querySelector('[role=status]')).toHaveTextContent('');
  };

/** `free-shipping="75"`: what is missing to free shipping. */
export const Default: Story = { play: shows('€12.50 to free shipping') };

/** Nothing is in the cart yet, or it is not known. */
export const Empty: Story = { tags: alone, beforeEach: () => cart(0), play: shows('Free shipping from €75.00') };

/** All is reached. */
export const Reached: Story = { tags: alone, beforeEach: () => cart(80), play: shows('You have free shipping') };

/** `tiers`: several amounts. One is reached, which its tick says without colour; the next is ahead. */
export const SeveralAmounts: Story = {
  tags: alone,
  args: { 'free-shipping': undefined, tiers },
  beforeEach: () => cart(100),
  play: shows('You have free shipping. €20.00 to a tea towel'),
};

/** The last amount is reached. */
export const AllReached: Story = {
  tags: alone,
  args: { 'free-shipping': undefined, tiers },
  beforeEach: () => cart(130),
  play: shows('You have free shipping and a tea towel'),
};

/** What the shopper puts into the cart moves the bar, and is said politely, once. */
export const WhileShopping: Story = {
  tags: alone,
  args: { 'free-shipping': undefined, tiers },
  beforeEach: () => cart(0),
  render: (storyArgs) => {
    let total = 0;
    const add = (price: number) => (event: Event) => {
      total += price;
      setCart({ lines: [{ key: '1', product: { id: 'sample' }, quantity: 1 }], total, currency: 'EUR' });
      emit(event.target as Element, new FactEvent('cue-add-to-cart', { items: [] }));
    };
    return html`<div class="bar">
        <button @click=${add(teapot.price)}>Add the teapot</button>
        <button @click=${add(lamp.price)}>Add the lamp</button>
      </div>
      ${template(storyArgs)}`;
  },
  async play({ canvas, canvasElement, step }) {
    const { root, getByRole } = await inside(canvasElement, 'cue-cart-progress');
    await step('the teapot is not enough', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Add the teapot' }));
      await waitFor(() => expect(getByRole('meter')).toHaveAttribute('aria-valuetext', '€48.00 of €120.00'));
      await waitFor(() => expect(getByRole('status')).toHaveTextContent('€27.00 to free shipping'), { timeout: 3000 });
    });
    await step('the lamp is', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Add the lamp' }));
      await waitFor(() => expect(root.querySelectorAll('.reached')).toHaveLength(2));
      await waitFor(() => expect(getByRole('status')).toHaveTextContent('You have free shipping and a tea towel'), {
        timeout: 3000,
      });
    });
  },
};

/** The slots `before` and `complete` take the shop's own words. */
export const OwnWords: Story = {
  tags: alone,
  args: { 'before-slot': 'Fill your basket: from €75 we pay the postman.' },
  beforeEach: () => cart(0),
  async play({ canvasElement }) {
    await inside(canvasElement, 'cue-cart-progress');
    await expect(canvasElement.querySelector('[slot=before]')).toBeVisible();
  },
};

/** A currency without small coins, as people write it there. */
export const Yen: Story = {
  tags: alone,
  args: { 'free-shipping': '5000', currency: 'JPY' },
  globals: { locale: 'ja' },
  beforeEach: () => cart(4200, 'JPY'),
  play: shows('800で送料無料'),
};

/** The cart is in another currency than the amounts: nothing is said, and the place stays. */
export const OtherCurrency: Story = { tags: alone, beforeEach: () => cart(80, 'USD'), play: shows('') };

/** Four amounts, one label of which is long, on a phone. */
export const ManyOnAPhone: Story = {
  tags: alone,
  args: {
    'free-shipping': '40',
    tiers: JSON.stringify([
      { amount: 60, kind: 'discount', label: '5 % off' },
      { amount: 90, kind: 'gift', label: 'a hand-woven linen tea towel of your choice' },
      { amount: 150, kind: 'free-trial', label: 'a month of our tea club' },
    ]),
  },
  globals: { viewport: { value: 'phone', isRotated: false } },
  async play({ canvasElement }) {
    const { element } = await inside(canvasElement, 'cue-cart-progress');
    await expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
  },
};

/** From right to left, the bar grows from the right. */
export const FromRightToLeft: Story = {
  tags: alone,
  args: { 'free-shipping': undefined, tiers },
  globals: { direction: 'rtl', locale: 'he' },
  beforeEach: () => cart(100),
  async play({ canvasElement }) {
    const { root } = await inside(canvasElement, 'cue-cart-progress');
    const [first, second] = [...root.querySelectorAll('.track')].map((track) => track.getBoundingClientRect().left);
    await expect(first).toBeGreaterThan(second!);
  },
};

/** A custom property gives it the shop's colour. */
export const OwnTheme: Story = {
  tags: alone,
  args: { '--cue-accent-color': '#0b6e4f', 'free-shipping': undefined, tiers },
  beforeEach: () => cart(100),
};

/** Where colours are black, white and yellow. */
export const HighContrast: Story = {
  ...SeveralAmounts,
  globals: { theme: 'high-contrast' },
};
