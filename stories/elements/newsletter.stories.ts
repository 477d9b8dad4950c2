import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import '../../src/define/newsletter.js';
import type { CueNewsletter } from '../../src/elements/newsletter/newsletter.js';
import type { RequestEvent } from '../../src/events/request-event.js';
import { rememberSubscription } from '../../src/store/subscriptions.js';
import { cleanSlate } from '../clean-slate.js';
import { hear } from '../hear.js';
import { inReadingOrder } from '../in-reading-order.js';
import { inside } from '../inside.js';
import { shopAnswers } from '../shop-answers.js';

const { args, argTypes, template } = getStorybookHelpers<CueNewsletter>('cue-newsletter');

const meta: Meta = {
  title: 'Elements/Newsletter',
  component: 'cue-newsletter',
  args: inReadingOrder({ ...args, action: '/newsletter', 'min-time': 1 }, argTypes),
  argTypes,
  beforeEach() {
    cleanSlate();
    return shopAnswers({ json: { ok: true } });
  },
  render: (storyArgs) => template(storyArgs),
};
export default meta;

type Story = StoryObj;

const alone = ['!autodocs'];

const ASKED = 'cue-request-newsletter-sign-up';
const TOLD = 'cue-newsletter-sign-up';

async function subscribe(canvasElement: HTMLElement) {
  const found = await inside(canvasElement, 'cue-newsletter');
  await userEvent.type(found.getByRole('textbox'), 'ada@shop.example');
  await userEvent.click(found.getByRole('button', { name: 'Subscribe' }));
  return found;
}

/** With nothing but `action`: a form of its own. */
export const Default: Story = {
  async play({ canvasElement, step }) {
    const heard = hear(canvasElement);
    const { root, getByText, getByRole } = await subscribe(canvasElement);

    await step('it is done: one fact, without the address', async () => {
      await waitFor(() => expect(getByText('You are on our list. Thank you!')).toBeVisible());
      await expect(heard.map(({ type }) => type)).toEqual([ASKED, TOLD]);
      await expect(JSON.stringify(heard.map(({ detail }) => detail))).not.toContain('ada');
    });

    await step('another address can follow', async () => {
      await userEvent.click(getByRole('button', { name: 'Use another address' }));
      await waitFor(() => expect(root.activeElement).toBe(getByRole('textbox')));
    });
  },
};

/** What the shopper gets for it is shown when it is done. */
export const WithIncentive: Story = {
  render: (storyArgs) =>
    template(
      storyArgs,
      html`<h2>Letters about tea</h2>
        <p>Ten per cent off your first pot.</p>
        <p slot="consent">At most one letter a month; you can leave with one click.</p>
        <p slot="incentive">Your code: <strong>TEA10</strong></p>`,
    ),
  async play({ canvasElement }) {
    const code = within(canvasElement).getByText('TEA10');
    await expect(code.getBoundingClientRect().height).toBe(0);
    await subscribe(canvasElement);
    await waitFor(() => expect(code.getBoundingClientRect().height).toBeGreaterThan(0));
  },
};

/** The shop’s own form, with the shop’s own looks and field names. */
export const OwnForm: Story = {
  args: { action: undefined },
  render: (storyArgs) =>
    template(
      storyArgs,
      html`<form action="/newsletter" method="post">
        <label for="own-mail">E-mail</label>
        <input id="own-mail" name="mail" type="email" autocomplete="email" required /> <button>Join</button>
      </form>`,
    ),
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole('textbox'), 'ada@shop.example');
    await userEvent.click(canvas.getByRole('button', { name: 'Join' }));
    const { getByText } = await inside(canvasElement, 'cue-newsletter');
    await waitFor(() => expect(getByText('You are on our list. Thank you!')).toBeVisible());
  },
};

/** A consent that has to be given. */
export const WithConsent: Story = {
  tags: alone,
  render: (storyArgs) =>
    template(
      storyArgs,
      html`<label slot="consent"><input type="checkbox" name="agree" required /> Yes, write to me about tea.</label>`,
    ),
  async play({ canvasElement }) {
    const { element, getByText, getByRole } = await subscribe(canvasElement);
    await waitFor(() => expect(element.matches(':state(invalid)')).toBe(true));
    await userEvent.click(within(canvasElement).getByRole('checkbox'));
    await userEvent.click(getByRole('button', { name: 'Subscribe' }));
    await waitFor(() => expect(getByText('You are on our list. Thank you!')).toBeVisible());
  },
};

/** The browser's own complaint. */
export const Invalid: Story = {
  tags: alone,
  async play({ canvasElement }) {
    const { element, getByRole } = await inside(canvasElement, 'cue-newsletter');
    await userEvent.type(getByRole('textbox'), 'nobody');
    await userEvent.click(getByRole('button', { name: 'Subscribe' }));
    await waitFor(() => expect(element.matches(':state(invalid)')).toBe(true));
  },
};

/** The endpoint takes its time. */
export const Pending: Story = {
  tags: alone,
  beforeEach: () => shopAnswers({ fails: 'never' }),
  async play({ canvasElement }) {
    const { getByRole } = await subscribe(canvasElement);
    await waitFor(() => expect(getByRole('button', { name: 'Subscribe' })).toHaveAttribute('aria-busy', 'true'));
  },
};

/** Double opt-in: the shopper has to follow a link, and gets the incentive after that. */
export const Confirm: Story = {
  tags: alone,
  args: { 'double-opt-in': true },
  async play({ canvasElement }) {
    const heard = hear(canvasElement);
    const { getByText } = await subscribe(canvasElement);
    await waitFor(() => expect(getByText(/follow the link/)).toBeVisible());
    await expect(heard.map(({ type }) => type)).toEqual([ASKED, TOLD]);
  },
};

/** The address is known already: nothing new has happened. */
export const Already: Story = {
  tags: alone,
  beforeEach: () => shopAnswers({ status: 400, json: { code: 'duplicate_parameter' } }),
  async play({ canvasElement }) {
    const heard = hear(canvasElement);
    const { getByText } = await subscribe(canvasElement);
    await waitFor(() => expect(getByText('You are on our list already.')).toBeVisible());
    await expect(heard.map(({ type }) => type)).toEqual([ASKED]);
  },
};

/** Refused, in the endpoint's own words; what was typed is kept. */
export const Refused: Story = {
  tags: alone,
  beforeEach: () => shopAnswers({ status: 422, json: { errors: { email: ['We do not write to this address.'] } } }),
  async play({ canvasElement }) {
    const { getByText, getByRole } = await subscribe(canvasElement);
    await waitFor(() => expect(getByText('We do not write to this address.')).toBeVisible());
    await expect(getByRole('textbox')).toHaveValue('ada@shop.example');
    await expect(getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
  },
};

/** No answer came; what was typed is kept. */
export const Offline: Story = {
  tags: alone,
  beforeEach: () => shopAnswers({ fails: 'no answer' }),
  async play({ canvasElement }) {
    const { getByText, getByRole } = await subscribe(canvasElement);
    await waitFor(() => expect(getByText(/No answer came/)).toBeVisible());
    await expect(getByRole('textbox')).toHaveValue('ada@shop.example');
  },
};

/** The endpoint could not do it. */
export const Failed: Story = {
  tags: alone,
  beforeEach: () => shopAnswers({ status: 503 }),
  async play({ canvasElement }) {
    const { getByText } = await subscribe(canvasElement);
    await waitFor(() => expect(getByText(/not your fault/)).toBeVisible());
  },
};

/** After a reload: this browser has subscribed. */
export const Remembered: Story = {
  tags: alone,
  beforeEach: () => rememberSubscription('newsletter', 'done'),
  async play({ canvasElement }) {
    const { getByText } = await inside(canvasElement, 'cue-newsletter');
    await expect(getByText('You are on our list. Thank you!')).toBeVisible();
  },
};

/** The shop signs the shopper up by its own code, with what the form holds. */
export const DoneByTheShop: Story = {
  tags: alone,
  decorators: [
    (story) =>
      html`<div
        @cue-request-newsletter-sign-up=${(request: RequestEvent) =>
          request.respondWith(Promise.resolve({ state: 'confirm', message: 'A letter is on its way.' }))}
      >
        ${story()}
      </div>`,
  ],
  async play({ canvasElement }) {
    const { getByText } = await subscribe(canvasElement);
    await waitFor(() => expect(getByText('A letter is on its way.')).toBeVisible());
  },
};

/** Custom properties and parts give it the shop's face. */
export const OwnTheme: Story = {
  tags: alone,
  args: {
    '--cue-button-background': '#5b2a86',
    '--cue-button-color': '#fff',
    '--cue-radius': '22px',
    '--cue-newsletter-width': '36rem',
    'label-part': 'font-family: Georgia, serif;',
  },
};

export const HighContrast: Story = { ...Refused, globals: { theme: 'high-contrast' } };

/** On a phone, from right to left. */
export const OnAPhoneFromRightToLeft: Story = {
  tags: alone,
  globals: { direction: 'rtl', locale: 'he', viewport: { value: 'phone', isRotated: false } },
};
