import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fireEvent, userEvent, waitFor } from 'storybook/test';
import '../../src/define/add-to-cart.js';
import { cartError } from '../../src/cart/cart-error.js';
import type { CueAddToCart } from '../../src/elements/add-to-cart/add-to-cart.js';
import type { RequestEvent } from '../../src/events/request-event.js';
import { hear } from '../hear.js';
import { inReadingOrder } from '../in-reading-order.js';
import { inside } from '../inside.js';
import { productArgs } from '../product-args.js';
import { productArgTypes } from '../product-arg-types.js';
import { teapot } from '../sample-products.js';

const { args, argTypes, template } = getStorybookHelpers<CueAddToCart>('cue-add-to-cart');

type Answer = (request: RequestEvent<'cue-request-add-to-cart'>) => void;

/** The shop's own answer, in place of a shop. */
const answering = (answer: Answer) => (story: () => unknown) =>
  html`<div @cue-request-add-to-cart=${answer}>${story()}</div>`;

/** Unless the story's own shop has had its say. */
const agree = answering((request) => {
  if (!request.response && !request.defaultPrevented) request.respondWith(Promise.resolve());
});

const meta: Meta = {
  title: 'Elements/Add to cart',
  component: 'cue-add-to-cart',
  args: { ...inReadingOrder(args, argTypes), ...productArgs(teapot), 'cart-url': '#cart' },
  argTypes: { ...argTypes, ...productArgTypes() },
  decorators: [agree],
  render: (storyArgs) => template(storyArgs),
};
export default meta;

type Story = StoryObj;

/** A form as a shop has it; without scripts it is nothing else. */
const shopForm = html`<form action="#cart" method="post">
  <p>
    <label
      >Size
      <select name="variant">
        <option>Small</option>
        <option>Large</option>
      </select></label
    >
    <label>How many <input name="quantity" type="number" min="1" max="12" value="1" /></label>
  </p>
  <button type="submit" style="min-block-size: 44px; padding-inline: 20px">Add to basket</button>
</form>`;

const wrapping: NonNullable<Story['render']> = (storyArgs) => template(storyArgs, shopForm);

/** A button of ours, for shops that have none. */
export const Default: Story = {
  async play({ canvasElement, step }) {
    const heard = hear(canvasElement);
    const { getByRole } = await inside(canvasElement, 'cue-add-to-cart');
    const button = getByRole('button', { name: /^Add to cart/ });
    await step('pressing it asks the shop, and tells when it is done', async () => {
      await userEvent.click(button);
      await waitFor(() => expect(getByRole('status')).toHaveTextContent(/is in your cart/));
      await expect(heard.map(({ type }) => type)).toEqual(['cue-request-add-to-cart', 'cue-add-to-cart']);
      await expect(getByRole('link', { name: 'View cart' })).toBeVisible();
    });
  },
};

/** `quantity-field`: how many. */
export const WithQuantity: Story = {
  args: { 'quantity-field': true, label: 'Into the basket' },
  async play({ canvasElement }) {
    const heard = hear(canvasElement);
    const { getByRole } = await inside(canvasElement, 'cue-add-to-cart');
    const field = getByRole('spinbutton', { name: 'Quantity' });
    await fireEvent.change(field, { target: { value: '3' } });
    await userEvent.click(getByRole('button'));
    await waitFor(() => expect(heard).toHaveLength(2));
    await expect(heard[1]?.detail.items[0]?.quantity).toBe(3);
  },
};

/** Around the form that the shop has: it looks as it did. */
export const AroundAForm: Story = {
  render: wrapping,
  async play({ canvasElement }) {
    const { root } = await inside(canvasElement, 'cue-add-to-cart');
    await userEvent.click(canvasElement.querySelector('form button')!);
    await waitFor(() => expect(root.querySelector('[role=status]')).toHaveTextContent(/is in your cart/));
    await expect(canvasElement.querySelector('form button')).not.toHaveAttribute('aria-busy');
  },
};

let answer: (value: unknown) => void = () => {};

/** The shop takes its time: its button waits, and keeps the focus. */
export const Pending: Story = {
  render: wrapping,
  decorators: [answering((request) => request.respondWith(new Promise((resolve) => (answer = resolve))))],
  // The next story's shop does not wait for this one's.
  beforeEach: () => () => answer(undefined),
  async play({ canvasElement }) {
    const button = canvasElement.querySelector('form button')!;
    await inside(canvasElement, 'cue-add-to-cart');
    await userEvent.click(button);
    await waitFor(() => expect(button).toHaveAttribute('aria-busy', 'true'));
    await expect(document.activeElement).toBe(button);
  },
};

const refusing = (reason: Parameters<typeof cartError>[0], message?: string): Story => ({
  decorators: [answering((request) => request.respondWith(() => Promise.reject(cartError(reason, message))))],
  async play({ canvasElement }) {
    const { getByRole } = await inside(canvasElement, 'cue-add-to-cart');
    await userEvent.click(getByRole('button'));
    await waitFor(() => expect(getByRole('status')).not.toHaveTextContent(/^(Adding…)?$/));
  },
});

/** The shop said no, and why: its words are shown. */
export const RefusedInTheShopsWords: Story = refusing(
  'quantity-limit',
  'Only 2 of these are left, both are in your cart.',
);

/** The shop gave no words: ours. */
export const SoldOutMeanwhile: Story = refusing('sold-out');

/** No answer came. */
export const Offline: Story = refusing('offline');

/** Nothing to buy. */
export const SoldOut: Story = {
  args: { availability: 'OutOfStock' },
  async play({ canvasElement }) {
    const { getByRole } = await inside(canvasElement, 'cue-add-to-cart');
    await expect(getByRole('button')).toBeDisabled();
    await expect(getByRole('button')).toHaveTextContent('Sold out');
  },
};

/** The shop says no beforehand: nothing happens, and nothing is told. */
export const Vetoed: Story = {
  decorators: [answering((request) => request.preventDefault())],
  async play({ canvasElement }) {
    const heard = hear(canvasElement);
    const { getByRole } = await inside(canvasElement, 'cue-add-to-cart');
    await userEvent.click(getByRole('button'));
    await waitFor(() => expect(heard.map(({ type }) => type)).toEqual(['cue-request-add-to-cart']));
    await waitFor(() => expect(getByRole('status')).toHaveTextContent(/^$/));
  },
};

/** Custom properties give the button the shop's face. */
export const OwnTheme: Story = {
  args: { '--cue-button-background': '#0b6e4f', '--cue-button-color': '#fff', '--cue-radius': '22px' },
};

/** On a phone, from right to left. */
export const OnAPhoneFromRightToLeft: Story = {
  args: { 'quantity-field': true },
  globals: { direction: 'rtl', locale: 'he', viewport: { value: 'phone', isRotated: false } },
};
