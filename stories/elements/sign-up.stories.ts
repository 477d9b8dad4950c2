import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import '../../src/define/sign-up.js';
import type { CueSignUp } from '../../src/elements/sign-up/sign-up.js';
import { hear } from '../hear.js';
import { inReadingOrder } from '../in-reading-order.js';
import { inside } from '../inside.js';
import { shopAnswers } from '../shop-answers.js';

const { args, argTypes, template } = getStorybookHelpers<CueSignUp>('cue-sign-up');

/** A shop's form, as it would be without us. */
const shopForm = html`<form action="/account/sign-up" method="post">
  <p>
    <label>E-mail<br /><input name="email" type="email" autocomplete="username" required /></label>
  </p>
  <p data-cue="later">
    <label>Name<br /><input name="name" autocomplete="name" required /></label>
  </p>
  <p data-cue="later">
    <label
      >Password, eight signs or more<br /><input
        name="password"
        type="password"
        autocomplete="new-password"
        minlength="8"
        required
    /></label>
  </p>
  <button>Make an account</button>
</form>`;

const meta: Meta = {
  title: 'Elements/Sign up',
  component: 'cue-sign-up',
  args: inReadingOrder({ ...args, stay: true }, argTypes),
  argTypes,
  beforeEach: () => shopAnswers({ json: { ok: true } }),
  render: (storyArgs) => template(storyArgs, shopForm),
};
export default meta;

type Story = StoryObj;

const alone = ['!autodocs'];

async function signUp(canvasElement: HTMLElement) {
  const canvas = within(canvasElement);
  await userEvent.type(canvas.getByLabelText('E-mail'), 'ada@shop.example');
  await userEvent.type(canvas.getByLabelText('Name'), 'Ada');
  await userEvent.type(canvas.getByLabelText(/^Password/), 'correct horse');
  await userEvent.click(canvas.getByRole('button', { name: 'Make an account' }));
  return inside(canvasElement, 'cue-sign-up');
}

/** The shop’s own form; sent without leaving the page, told once. */
export const Default: Story = {
  async play({ canvasElement }) {
    const heard = hear(canvasElement);
    const { getByText } = await signUp(canvasElement);
    await waitFor(() => expect(getByText('Welcome! Your account is ready.')).toBeVisible());
    await expect(heard.map(({ type }) => type)).toEqual(['cue-request-sign-up', 'cue-sign-up']);
    await expect(heard[1]?.detail).toMatchObject({ method: 'email' });
    await expect(JSON.stringify(heard.map(({ detail }) => detail))).not.toMatch(/ada|horse/);
  },
};

/** `progressive`: the address first. What comes later is marked `data-cue="later"`. */
export const AddressFirst: Story = {
  args: { progressive: true },
  async play({ canvasElement, step }) {
    const canvas = within(canvasElement);
    const { getByRole, queryByRole } = await inside(canvasElement, 'cue-sign-up');
    await waitFor(() => expect(getByRole('button', { name: 'Continue' })).toBeVisible());
    await expect(canvas.getByLabelText('Name')).not.toBeVisible();

    await step('Enter goes on', async () => {
      await userEvent.type(canvas.getByLabelText('E-mail'), 'ada@shop.example{Enter}');
      await waitFor(() => expect(canvas.getByLabelText('Name')).toHaveFocus());
      await expect(canvas.getByLabelText('E-mail')).toBeVisible();
      await expect(queryByRole('button', { name: 'Continue' })).toBeNull();
    });
  },
};

/** Reasons to join, a passkey, and other services, each in its slot. The shop’s call tells that one of them has worked. */
export const ReasonsAndOtherWays: Story = {
  args: { progressive: true },
  render: (storyArgs) =>
    template(
      storyArgs,
      html`<ul slot="reasons">
          <li>Find your orders again</li>
          <li>Your wishes on every device</li>
        </ul>
        ${shopForm}
        <button slot="passkey" type="button" data-method="passkey">Use a passkey</button>
        <button slot="social" type="button" data-method="google">Go on with Google</button>`,
    ),
  async play({ canvasElement }) {
    const heard = hear(canvasElement);
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Go on with Google' }));
    const { element, getByText } = await inside(canvasElement, 'cue-sign-up');
    element.succeeded();
    element.succeeded();
    await waitFor(() => expect(getByText('Welcome! Your account is ready.')).toBeVisible());
    await expect(heard.map(({ detail }) => (detail as { method: string }).method)).toEqual(['google']);
  },
};

/** The shop says no, in its own words; what was typed is kept. */
export const Refused: Story = {
  tags: alone,
  beforeEach: () => shopAnswers({ status: 422, json: { errors: { password: ['That one is known to everybody.'] } } }),
  async play({ canvasElement }) {
    const { getByText } = await signUp(canvasElement);
    await waitFor(() => expect(getByText('That one is known to everybody.')).toBeVisible());
    await expect(within(canvasElement).getByLabelText(/^Password/)).toHaveValue('correct horse');
    await expect(within(canvasElement).getByLabelText(/^Password/)).toHaveFocus();
  },
};

/** There is an account with this address. */
export const Exists: Story = {
  tags: alone,
  beforeEach: () => shopAnswers({ status: 409 }),
  async play({ canvasElement }) {
    const heard = hear(canvasElement);
    const { getByText } = await signUp(canvasElement);
    await waitFor(() => expect(getByText(/Please sign in/)).toBeVisible());
    await expect(heard.map(({ type }) => type)).toEqual(['cue-request-sign-up']);
  },
};

/** The address has to be confirmed. */
export const Confirm: Story = {
  tags: alone,
  beforeEach: () => shopAnswers({ json: { status: 'pending' } }),
  async play({ canvasElement }) {
    const { getByText } = await signUp(canvasElement);
    await waitFor(() => expect(getByText(/follow the link/)).toBeVisible());
  },
};

/** The shop takes its time. */
export const Pending: Story = {
  tags: alone,
  beforeEach: () => shopAnswers({ fails: 'never' }),
  async play({ canvasElement }) {
    await signUp(canvasElement);
    const button = within(canvasElement).getByRole('button', { name: 'Make an account' });
    await waitFor(() => expect(button).toHaveAttribute('aria-busy', 'true'));
  },
};

/** No answer came; what was typed is kept. */
export const Offline: Story = {
  tags: alone,
  beforeEach: () => shopAnswers({ fails: 'no answer' }),
  async play({ canvasElement }) {
    const { getByText } = await signUp(canvasElement);
    await waitFor(() => expect(getByText(/No answer came/)).toBeVisible());
    await expect(within(canvasElement).getByLabelText('Name')).toHaveValue('Ada');
  },
};

/** On a phone, from right to left. */
export const OnAPhoneFromRightToLeft: Story = {
  ...ReasonsAndOtherWays,
  tags: alone,
  globals: { direction: 'rtl', locale: 'he', viewport: { value: 'phone', isRotated: false } },
};

export const HighContrast: Story = { ...AddressFirst, tags: alone, globals: { theme: 'high-contrast' } };
