import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../../src/define/wishlist-button.js';
import type { CueWishlistButton } from '../../src/elements/wishlist-button/wishlist-button.js';
import type { RequestEvent } from '../../src/events/request-event.js';
import { hear } from '../hear.js';
import { inReadingOrder } from '../in-reading-order.js';
import { inside } from '../inside.js';
import { productArgTypes } from '../product-arg-types.js';
import { productArgs } from '../product-args.js';
import { productCard } from '../product-card.js';
import { lamp, products, teapot } from '../sample-products.js';
import { seedWishlist } from '../seed-wishlist.js';

const { args, template, ...helpers } = getStorybookHelpers<CueWishlistButton>('cue-wishlist-button');

const argTypes = { ...productArgTypes(), ...helpers.argTypes };

const meta: Meta = {
  title: 'Elements/Wishlist button',
  component: 'cue-wishlist-button',
  args: inReadingOrder({ ...args, ...productArgs(teapot) }, argTypes),
  argTypes,
  render: (storyArgs) => template(storyArgs),
};
export default meta;

type Story = StoryObj;

const typesOf = (events: readonly Event[]) => events.map(({ type }) => type);

/** Each story on the documentation page has a product of its own, so that none presses the button of another. */
const product = (id: string) => productArgs({ ...teapot, id });

/** An icon that says how to press it, and nothing beside it. Press it: the Actions panel shows what the shop hears. */
export const Default: Story = {
  async play({ canvasElement, step }) {
    const heard = hear(canvasElement);
    const { element, root, getByRole } = await inside(canvasElement, 'cue-wishlist-button');
    const button = getByRole('button', { name: 'Add Stoneware teapot to wishlist' });
    await expect(button).toHaveAttribute('aria-pressed', 'false');

    await step('a press puts the product on the list', async () => {
      await userEvent.click(button);
      await waitFor(() => expect(button).toHaveAttribute('aria-pressed', 'true'));
      await expect(element.pressed).toBe(true);
      await expect(typesOf(heard)).toEqual(['cue-request-add-to-wishlist', 'cue-add-to-wishlist']);
      await expect(heard[1]?.detail).toMatchObject({
        product: { id: 'teapot', name: 'Stoneware teapot', price: 48, currency: 'EUR' },
        items: [{ item_id: 'teapot', price: 48 }],
        value: 48,
        currency: 'EUR',
        cause: { from: 'element', element: 'cue-wishlist-button', action: 'click' },
      });
    });

    await step('the focus stays on the button', async () => {
      await expect(document.activeElement).toBe(element);
      await expect(root.activeElement).toBe(button);
    });

    await step('the space bar takes it off again', async () => {
      heard.length = 0;
      await userEvent.keyboard(' ');
      await waitFor(() => expect(button).toHaveAttribute('aria-pressed', 'false'));
      await expect(typesOf(heard)).toEqual(['cue-request-remove-from-wishlist', 'cue-remove-from-wishlist']);
    });
  },
};

/** A product that is wished for already. */
export const Pressed: Story = {
  args: product('pressed'),
  beforeEach: () => seedWishlist([{ ...teapot, id: 'pressed' }]),
  async play({ canvasElement }) {
    const { element, getByRole } = await inside(canvasElement, 'cue-wishlist-button');
    await expect(getByRole('button', { pressed: true })).toBeVisible();
    await expect(element.matches(':state(pressed)')).toBe(true);
  },
};

/** `label` stands beside the icon. It does not change with the state: assistive technology tells the state. */
export const Labelled: Story = {
  args: { ...product('labelled'), label: 'Save' },
  async play({ canvasElement }) {
    const { getByRole, getByText } = await inside(canvasElement, 'cue-wishlist-button');
    await expect(getByText('Save')).toBeVisible();
    await userEvent.click(getByRole('button', { name: 'Save: Stoneware teapot' }));
    await waitFor(() => expect(getByRole('button', { name: 'Save: Stoneware teapot', pressed: true })).toBeVisible());
  },
};

/** `count` is how many shoppers wish for the product, by the shop's own count. */
export const WithCount: Story = {
  args: { ...product('count'), count: 128 },
  async play({ canvasElement }) {
    const { getByText } = await inside(canvasElement, 'cue-wishlist-button');
    await expect(getByText('128')).toBeVisible();
  },
};

export const LabelAndCount: Story = { args: { ...product('label-and-count'), label: 'Save', count: 128 } };

/** A text in the slot is the label too, and may carry the shop's own markup. It then names the button. */
export const LabelInTheSlot: Story = {
  args: { ...product('slot'), 'default-slot': 'Keep for later' },
  async play({ canvasElement }) {
    const { getByRole } = await inside(canvasElement, 'cue-wishlist-button');
    await expect(getByRole('button', { name: 'Keep for later' })).toBeVisible();
  },
};

/** The slots `icon` and `icon-pressed` take the shop's own pictures. */
export const OwnIcons: Story = {
  args: product('icons'),
  render: (storyArgs) =>
    template(
      storyArgs,
      html`<svg slot="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
          <path d="M12 3l2.8 5.7 6.2.9-4.5 4.4 1.1 6.2L12 17.3l-5.6 2.9 1.1-6.2L3 9.6l6.2-.9z" />
        </svg>
        <svg slot="icon-pressed" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
          <path d="M12 3l2.8 5.7 6.2.9-4.5 4.4 1.1 6.2L12 17.3l-5.6 2.9 1.1-6.2L3 9.6l6.2-.9z" />
        </svg>`,
    ),
  async play({ canvasElement }) {
    const { getByRole } = await inside(canvasElement, 'cue-wishlist-button');
    const shown = (slot: string) => canvasElement.querySelector(`[slot=${slot}]`)?.checkVisibility();
    await expect([shown('icon'), shown('icon-pressed')]).toEqual([true, false]);
    await userEvent.click(getByRole('button'));
    await waitFor(() => expect([shown('icon'), shown('icon-pressed')]).toEqual([false, true]));
  },
};

/** 24 px, the least that WCAG 2.2 allows, in the corner of a product card that says what the product is. */
export const SmallInACard: Story = {
  args: product('small'),
  render: (storyArgs) => html`<div class="small">${productCard(teapot, { corner: template(storyArgs) })}</div>`,
  async play({ canvasElement }) {
    const { getByRole } = await inside(canvasElement, 'cue-wishlist-button');
    const { width, height } = getByRole('button').getBoundingClientRect();
    await expect([width, height]).toEqual([24, 24]);
  },
};

/** Custom properties and the part `button` give it the shop's face; the state `pressed` styles what is wished for. */
export const OwnTheme: Story = {
  args: { ...product('theme'), label: 'Save' },
  beforeEach: () => seedWishlist([{ ...teapot, id: 'theme' }]),
  render: (storyArgs) =>
    html`<style>
        @scope {
          cue-wishlist-button {
            --cue-pressed-color: #0b6e4f;
            --cue-focus-color: #0b6e4f;
          }
          cue-wishlist-button::part(button) {
            background: #fff;
            border: 2px solid #0b6e4f;
            color: #0b4f3a;
            font-weight: 600;
          }
          cue-wishlist-button:state(pressed)::part(button) {
            background: #e3f1ea;
            border-width: 3px;
          }
        }</style
      >${template(storyArgs)}`,
  async play({ canvasElement }) {
    const { getByRole } = await inside(canvasElement, 'cue-wishlist-button');
    await expect(getComputedStyle(getByRole('button')).fontWeight).toBe('600');
    await expect(getComputedStyle(getByRole('button')).borderTopWidth).toBe('3px');
  },
};

/** In the middle of a sentence, and with a typeface that is much larger, it stays in line. */
export const BesideOtherButtons: Story = {
  args: product('beside'),
  render: (storyArgs) =>
    html`<p><button type="button">Add to cart</button> ${template(storyArgs)} <a href="#delivery">Delivery</a></p>`,
};

/** The shop answers `cue-request-add-to-wishlist` with `respondWith(promise)`: the button waits, and asks only once. */
export const Pending: Story = {
  args: product('pending'),
  decorators: [
    (story) =>
      html`<div @cue-request-add-to-wishlist=${(request: RequestEvent) => request.respondWith(new Promise(() => {}))}>
        ${story()}
      </div>`,
  ],
  async play({ canvasElement }) {
    const heard = hear(canvasElement);
    const { element, getByRole } = await inside(canvasElement, 'cue-wishlist-button');
    await userEvent.click(getByRole('button'));
    await waitFor(() => expect(getByRole('button')).toHaveAttribute('aria-busy', 'true'));
    await expect(element.matches(':state(pending)')).toBe(true);
    await userEvent.click(getByRole('button'));
    await expect(getByRole('button')).toHaveAttribute('aria-pressed', 'false');
    await expect(typesOf(heard)).toEqual(['cue-request-add-to-wishlist']);
  },
};

/** The promise is fulfilled, here after a moment: only then is the product on the list, and the fact told. */
export const ShopAnswers: Story = {
  args: product('answered'),
  decorators: [
    (story) =>
      html`<div
        @cue-request-add-to-wishlist=${(request: RequestEvent) =>
          request.respondWith(new Promise((resolve) => setTimeout(resolve, 50)))}
      >
        ${story()}
      </div>`,
  ],
  async play({ canvasElement }) {
    const heard = hear(canvasElement);
    const { getByRole } = await inside(canvasElement, 'cue-wishlist-button');
    await userEvent.click(getByRole('button'));
    await expect(typesOf(heard)).toEqual(['cue-request-add-to-wishlist']);
    await waitFor(() => expect(getByRole('button')).toHaveAttribute('aria-pressed', 'true'));
    await expect(getByRole('button')).not.toHaveAttribute('aria-busy');
    await expect(typesOf(heard)).toEqual(['cue-request-add-to-wishlist', 'cue-add-to-wishlist']);
  },
};

/** `preventDefault()` on the request forbids the step: a shop that wants a login first shows its own dialog there. */
export const Vetoed: Story = {
  args: product('vetoed'),
  decorators: [
    (story) =>
      html`<div @cue-request-add-to-wishlist=${(request: RequestEvent) => request.preventDefault()}>${story()}</div>`,
  ],
  async play({ canvasElement }) {
    const heard = hear(canvasElement);
    const { getByRole } = await inside(canvasElement, 'cue-wishlist-button');
    await userEvent.click(getByRole('button'));
    await expect(getByRole('button')).toHaveAttribute('aria-pressed', 'false');
    await expect(typesOf(heard)).toEqual(['cue-request-add-to-wishlist']);
  },
};

/** The promise is rejected: nothing was kept, nothing is told, and the button can be pressed again. */
export const ShopFails: Story = {
  args: product('failing'),
  decorators: [
    (story) =>
      html`<div
        @cue-request-add-to-wishlist=${(request: RequestEvent) =>
          request.respondWith(Promise.reject(new Error('The shop’s server did not answer')))}
      >
        ${story()}
      </div>`,
  ],
  async play({ canvasElement }) {
    const heard = hear(canvasElement);
    const { getByRole } = await inside(canvasElement, 'cue-wishlist-button');
    await userEvent.click(getByRole('button'));
    await waitFor(() => expect(getByRole('button')).not.toHaveAttribute('aria-busy'));
    await expect(getByRole('button')).toBeEnabled();
    await expect(getByRole('button')).toHaveAttribute('aria-pressed', 'false');
    await expect(typesOf(heard)).toEqual(['cue-request-add-to-wishlist']);
  },
};

/** No attribute, no `<cue-product>`, no card and no structured data say what the product is: it cannot be pressed. */
export const NoProduct: Story = {
  args: Object.fromEntries(Object.keys(productArgs(teapot)).map((name) => [name, ''])),
  async play({ canvasElement }) {
    const { getByRole } = await inside(canvasElement, 'cue-wishlist-button');
    await waitFor(() => expect(getByRole('button', { name: 'Add to wishlist' })).toBeDisabled());
  },
};

/** Several buttons of one product are one: each shows what the other did. */
export const TwiceOnAPage: Story = {
  args: product('twice'),
  render: (storyArgs) => html`${template(storyArgs)} ${template({ ...storyArgs, label: 'Save' })}`,
  async play({ canvasElement }) {
    const { getByRole } = await inside(canvasElement, 'cue-wishlist-button');
    await userEvent.click(getByRole('button'));
    const others = [...canvasElement.querySelectorAll('cue-wishlist-button')];
    await expect(others).toHaveLength(2);
    await waitFor(() => expect(others.map(({ pressed }) => pressed)).toEqual([true, true]));
  },
};

/** Cards with a heart each; the products have numbers of their own in this list. */
const row: NonNullable<Story['render']> = (storyArgs) =>
  html`<div class="cards">
    ${products.map((one) =>
      productCard(one, { corner: template({ ...storyArgs, ...productArgs({ ...one, id: `list-${one.id}` }) }) }),
    )}
  </div>`;

/** A list as a shop has it; the second product is wished for. */
export const InAListOfProducts: Story = {
  beforeEach: () => seedWishlist([{ ...lamp, id: 'list-lamp' }]),
  render: row,
  async play({ canvasElement }) {
    const hearts = [...canvasElement.querySelectorAll('cue-wishlist-button')];
    await expect(hearts.map(({ pressed }) => pressed)).toEqual([false, true, false, false]);
  },
};

/** The same list where colours are black, white and yellow. */
export const HighContrast: Story = {
  ...InAListOfProducts,
  tags: ['!autodocs'],
  globals: { theme: 'high-contrast' },
};

/** On a phone, from right to left. */
export const OnAPhoneFromRightToLeft: Story = {
  ...InAListOfProducts,
  tags: ['!autodocs'],
  globals: { direction: 'rtl', locale: 'he', viewport: { value: 'phone', isRotated: false } },
  async play({ canvasElement }) {
    const [first] = canvasElement.getElementsByClassName('corner');
    const card = first?.closest('.card')?.getBoundingClientRect();
    await expect(first?.getBoundingClientRect().left).toBeLessThan((card?.left ?? 0) + 20);
  },
};
