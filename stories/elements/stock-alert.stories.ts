import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import '../../src/define/stock-alert.js';
import type { CueStockAlert } from '../../src/elements/stock-alert/stock-alert.js';
import type { RequestEvent } from '../../src/events/request-event.js';
import { rememberStockAlert } from '../../src/store/stock-alerts.js';
import { cleanSlate } from '../clean-slate.js';
import { hear } from '../hear.js';
import { inReadingOrder } from '../in-reading-order.js';
import { inside } from '../inside.js';
import { productArgs } from '../product-args.js';
import { productArgTypes } from '../product-arg-types.js';
import { lamp, teapot } from '../sample-products.js';
import { shopAnswers } from '../shop-answers.js';

const { args, argTypes, template } = getStorybookHelpers<CueStockAlert>('cue-stock-alert');
const allArgTypes = { ...productArgTypes(), ...argTypes };

const meta: Meta = {
  title: 'Elements/Stock alert',
  component: 'cue-stock-alert',
  args: inReadingOrder(
    { ...args, ...productArgs({ ...teapot, availability: 'OutOfStock' }), action: '/alerts', 'min-time': 1 },
    allArgTypes,
  ),
  argTypes: allArgTypes,
  beforeEach() {
    cleanSlate();
    return shopAnswers({ json: { ok: true } });
  },
  render: (storyArgs) => template(storyArgs),
};
export default meta;

type Story = StoryObj;

const alone = ['!autodocs'];

/** Writes an address and presses the button. */
async function signUp(canvasElement: HTMLElement) {
  const found = await inside(canvasElement, 'cue-stock-alert');
  await userEvent.type(await waitFor(() => found.getByRole('textbox')), 'ada@shop.example');
  await userEvent.click(found.getByRole('button', { name: 'Tell me' }));
  return found;
}

/** With nothing but `action`: a form of its own, while the product is out of stock. */
export const Default: Story = {
  async play({ canvasElement, step }) {
    const heard = hear(canvasElement);
    const { root, getByText, getByRole } = await signUp(canvasElement);

    await step('the shop has taken it: one fact, without the address', async () => {
      await waitFor(() => expect(getByText('We will tell you when it is back in stock.')).toBeVisible());
      await expect(heard.map(({ type }) => type)).toEqual([
        'cue-request-stock-alert-sign-up',
        'cue-stock-alert-sign-up',
      ]);
      await expect(heard[1]?.detail).toMatchObject({ method: 'back-in-stock', value: 48, currency: 'EUR' });
      await expect(JSON.stringify(heard.map(({ detail }) => detail))).not.toContain('ada');
    });

    await step('it can be asked for again', async () => {
      await userEvent.click(getByRole('button', { name: 'Use another address' }));
      await waitFor(() => expect(root.activeElement).toBe(getByRole('textbox')));
    });
  },
};

/** `kind="price-drop"`: for every product that can still be had. */
export const PriceDrop: Story = {
  args: { ...productArgs({ ...lamp, availability: 'InStock' }), kind: 'price-drop' },
  async play({ canvasElement }) {
    const { getByText } = await signUp(canvasElement);
    await waitFor(() => expect(getByText('We will tell you when the price drops.')).toBeVisible());
  },
};

/** While the product can be had there is nothing to wait for: no room is taken, not even a gap. */
export const InStock: Story = {
  args: productArgs({ ...teapot, availability: 'InStock' }),
  render: (storyArgs) =>
    html`<p>Before</p>
      ${template(storyArgs)}
      <p>After</p>`,
  async play({ canvasElement }) {
    const { element } = await inside(canvasElement, 'cue-stock-alert');
    await waitFor(() => expect(element).not.toBeVisible());
  },
};

/** The shop’s own form, with the shop’s own looks and field names. Fields marked with `data-cue` are filled in. */
export const OwnForm: Story = {
  args: { action: undefined },
  render: (storyArgs) =>
    template(
      storyArgs,
      html`<form action="/alerts" method="post">
        <input type="hidden" name="sku" data-cue="product-id" />
        <p><label for="own-mail">Gone for now. Leave us your e-mail address:</label></p>
        <p>
          <input id="own-mail" name="mail" type="email" autocomplete="email" required /> <button>Wait for it</button>
        </p>
      </form>`,
    ),
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole('textbox'), 'ada@shop.example');
    await expect(canvasElement.querySelector<HTMLInputElement>('[name=sku]')?.value).toBe('teapot');
    await userEvent.click(canvas.getByRole('button', { name: 'Wait for it' }));
    const { getByText } = await inside(canvasElement, 'cue-stock-alert');
    await waitFor(() => expect(getByText('We will tell you when it is back in stock.')).toBeVisible());
  },
};

/** What the shopper agrees to, in the slot `consent`; with a field in it, that is needed and sent along. */
export const WithConsent: Story = {
  tags: alone,
  render: (storyArgs) =>
    template(
      storyArgs,
      html`<label slot="consent"><input type="checkbox" name="agree" required /> You may write to me about it.</label>`,
    ),
  async play({ canvasElement }) {
    const { element, getByText } = await signUp(canvasElement);
    await waitFor(() => expect(element.matches(':state(invalid)')).toBe(true));
    await userEvent.click(within(canvasElement).getByRole('checkbox'));
    await userEvent.click(element.shadowRoot!.querySelector('button')!);
    await waitFor(() => expect(getByText('We will tell you when it is back in stock.')).toBeVisible());
  },
};

/** The browser's own complaint, in the shopper's own language. */
export const Invalid: Story = {
  tags: alone,
  async play({ canvasElement }) {
    const { element, root, getByRole } = await inside(canvasElement, 'cue-stock-alert');
    await userEvent.type(getByRole('textbox'), 'nobody');
    await userEvent.click(getByRole('button', { name: 'Tell me' }));
    await waitFor(() => expect(element.matches(':state(invalid)')).toBe(true));
    await expect(root.activeElement).toBe(getByRole('textbox'));
  },
};

/** The shop takes its time. */
export const Pending: Story = {
  tags: alone,
  beforeEach: () => shopAnswers({ fails: 'never' }),
  async play({ canvasElement }) {
    const { getByRole } = await signUp(canvasElement);
    await waitFor(() => expect(getByRole('button', { name: 'Tell me' })).toHaveAttribute('aria-busy', 'true'));
  },
};

/** The shop knows this address already. */
export const Already: Story = {
  tags: alone,
  beforeEach: () => shopAnswers({ status: 409 }),
  async play({ canvasElement }) {
    const heard = hear(canvasElement);
    const { getByText } = await signUp(canvasElement);
    await waitFor(() => expect(getByText('You are on our list already.')).toBeVisible());
    await expect(heard.map(({ type }) => type)).toEqual(['cue-request-stock-alert-sign-up']);
  },
};

/** The shop wants the address to be confirmed first. */
export const Confirm: Story = {
  tags: alone,
  beforeEach: () => shopAnswers({ json: { status: 'pending' } }),
  async play({ canvasElement }) {
    const { getByText } = await signUp(canvasElement);
    await waitFor(() => expect(getByText(/follow the link/)).toBeVisible());
  },
};

/** The shop says no, in its own words; what was typed is kept. */
export const Refused: Story = {
  tags: alone,
  beforeEach: () => shopAnswers({ status: 422, json: { message: 'This product will not come back.' } }),
  async play({ canvasElement }) {
    const { getByText, getByRole } = await signUp(canvasElement);
    await waitFor(() => expect(getByText('This product will not come back.')).toBeVisible());
    await expect(getByRole('textbox')).toHaveValue('ada@shop.example');
  },
};

/** No answer came. */
export const Offline: Story = {
  tags: alone,
  beforeEach: () => shopAnswers({ fails: 'no answer' }),
  async play({ canvasElement }) {
    const { getByText, getByRole } = await signUp(canvasElement);
    await waitFor(() => expect(getByText(/No answer came/)).toBeVisible());
    await expect(getByRole('textbox')).toHaveValue('ada@shop.example');
  },
};

/** Too many came before. */
export const RateLimited: Story = {
  tags: alone,
  beforeEach: () => shopAnswers({ status: 429, headers: { 'retry-after': '120' } }),
  async play({ canvasElement }) {
    const { getByText } = await signUp(canvasElement);
    await waitFor(() => expect(getByText(/try again in 2 minutes/)).toBeVisible());
  },
};

/** After a reload: the shopper has asked on another day. */
export const Remembered: Story = {
  tags: alone,
  beforeEach: () => rememberStockAlert({ kind: 'back-in-stock', productId: 'teapot' }),
  async play({ canvasElement }) {
    const { getByText } = await inside(canvasElement, 'cue-stock-alert');
    await expect(getByText('We will tell you when it is back in stock.')).toBeVisible();
  },
};

/** The shop forbids the step: the form stays as it is. */
export const Vetoed: Story = {
  tags: alone,
  decorators: [
    (story) =>
      html`<div @cue-request-stock-alert-sign-up=${(request: RequestEvent) => request.preventDefault()}>
        ${story()}
      </div>`,
  ],
  async play({ canvasElement }) {
    const heard = hear(canvasElement);
    const { getByRole } = await signUp(canvasElement);
    await expect(getByRole('textbox')).toBeVisible();
    await expect(heard.map(({ type }) => type)).toEqual(['cue-request-stock-alert-sign-up']);
  },
};

/** Words of the shop's own when it is done. */
export const OwnWords: Story = {
  tags: alone,
  args: { label: 'Back again? Write to me:' },
  render: (storyArgs) => template(storyArgs, html`<p slot="success">Wonderful. The kiln is lit on Thursdays.</p>`),
  async play({ canvasElement }) {
    await signUp(canvasElement);
    await waitFor(() => expect(within(canvasElement).getByText(/The kiln is lit/)).toBeVisible());
  },
};

/** Custom properties and parts give it the shop's face. */
export const OwnTheme: Story = {
  tags: alone,
  args: {
    '--cue-button-background': '#5b2a86',
    '--cue-button-color': '#fff',
    '--cue-radius': '22px',
    'label-part': 'font-family: Georgia, serif;',
  },
};

export const HighContrast: Story = { ...Refused, globals: { theme: 'high-contrast' } };

/** On a phone, from right to left. */
export const OnAPhoneFromRightToLeft: Story = {
  tags: alone,
  globals: { direction: 'rtl', locale: 'he', viewport: { value: 'phone', isRotated: false } },
};
