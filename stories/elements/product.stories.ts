import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../../src/define/product.js';
import '../../src/define/wishlist-button.js';
import type { CueProduct } from '../../src/elements/product/product.js';
import { hear } from '../hear.js';
import { inReadingOrder } from '../in-reading-order.js';
import { inside } from '../inside.js';
import { productArgTypes } from '../product-arg-types.js';
import { productArgs } from '../product-args.js';
import { productCard } from '../product-card.js';
import { chair, lamp } from '../sample-products.js';

const { args, template, ...helpers } = getStorybookHelpers<CueProduct>('cue-product');

const heart = html`<cue-wishlist-button></cue-wishlist-button>`;

const argTypes = { ...productArgTypes(), ...helpers.argTypes };

const meta: Meta = {
  title: 'Elements/Product',
  component: 'cue-product',
  args: inReadingOrder({ ...args, ...productArgs(chair) }, argTypes),
  argTypes,
  render: (storyArgs) => template(storyArgs, productCard(chair, { corner: heart })),
};
export default meta;

type Story = StoryObj;

/** Put it around a card: the elements inside stand for that product. It shows nothing of its own and takes no room. */
export const AroundACard: Story = {
  async play({ canvasElement }) {
    const heard = hear(canvasElement);
    const { getByRole } = await inside(canvasElement, 'cue-wishlist-button');
    await userEvent.click(getByRole('button', { name: 'Add Beech chair to wishlist' }));
    await waitFor(() => expect(heard.map(({ type }) => type)).toContain('cue-add-to-wishlist'));
    await expect(heard.at(-1)?.detail.product).toMatchObject({
      id: 'chair',
      name: 'Beech chair',
      price: 219,
      listPrice: 289,
      currency: 'EUR',
    });
  },
};

/** Several elements share one description. */
export const AroundSeveralElements: Story = {
  args: productArgs({ ...lamp, id: 'several' }),
  render: (storyArgs) =>
    template(
      storyArgs,
      productCard(lamp, { corner: heart, below: html`<cue-wishlist-button label="Save"></cue-wishlist-button>` }),
    ),
  async play({ canvasElement }) {
    const { getByRole } = await inside(canvasElement, 'cue-wishlist-button');
    await userEvent.click(getByRole('button'));
    const buttons = [...canvasElement.querySelectorAll('cue-wishlist-button')];
    await waitFor(() => expect(buttons.map(({ pressed }) => pressed)).toEqual([true, true]));
  },
};

/** The shopper chooses another variant, the shop changes the attributes, and the elements inside follow. */
export const AnotherVariant: Story = {
  args: { ...productArgs({ ...chair, id: 'chair-beech' }), variant: 'Beech' },
  async play({ canvasElement }) {
    const { getByRole } = await inside(canvasElement, 'cue-wishlist-button');
    await userEvent.click(getByRole('button'));
    await waitFor(() => expect(getByRole('button', { pressed: true })).toBeVisible());
    const product = canvasElement.querySelector('cue-product');
    product?.setAttribute('product-id', 'chair-oak');
    product?.setAttribute('name', 'Oak chair');
    await waitFor(() =>
      expect(getByRole('button', { name: 'Add Oak chair to wishlist', pressed: false })).toBeVisible(),
    );
  },
};
