import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../../src/define/countdown.js';
import '../../src/define/incentive.js';
import '../../src/define/newsletter.js';
import type { CueIncentive } from '../../src/elements/incentive/incentive.js';
import { setCart } from '../../src/store/cart.js';
import { declareIncentives } from '../../src/store/declared-incentives.js';
import { stepIncentive } from '../../src/store/incentives.js';
import { cleanSlate } from '../clean-slate.js';
import { hear } from '../hear.js';
import { inside } from '../inside.js';
import { shopAnswers } from '../shop-answers.js';

const { args, argTypes, template } = getStorybookHelpers<CueIncentive>('cue-incentive');

const HOUR_MS = 3_600_000;
const welcome = {
  id: 'WELCOME',
  kind: 'discount',
  name: '10 % off your first order',
  terms: 'Not for gift cards.',
  percent: 10,
  minimum: { value: 40, currency: 'EUR' },
  lasts: '48h',
  code: 'HELLO10',
  apply: '/discount/{code}?redirect=/cart',
};

const meta: Meta = {
  title: 'Elements/Incentive',
  component: 'cue-incentive',
  args: { ...args, incentive: 'WELCOME' },
  argTypes,
  beforeEach() {
    cleanSlate();
    return declareIncentives([
      welcome,
      {
        id: 'POOL',
        kind: 'discount',
        name: 'A code for you alone',
        code: { from: 'pool', url: '/incentives/reserve' },
      },
      { id: 'FIVE', kind: 'discount', name: '€5 off', amount: { value: 5, currency: 'EUR' }, code: 'FIVE' },
    ]);
  },
  render: (storyArgs) => template(storyArgs),
};
export default meta;

type Story = StoryObj;

const alone = ['!autodocs'];

function grant(id: string, lastsMs = 48 * HOUR_MS): void {
  const at = Date.now();
  stepIncentive(id, { type: 'grant', at, endsAt: at + lastsMs });
}

/** Until the shopper has it there is a button; then the code, to be copied or used. */
export const Default: Story = {
  async play({ canvasElement, step }) {
    const heard = hear(canvasElement);
    const { getByRole, getByText } = await inside(canvasElement, 'cue-incentive');
    await userEvent.click(getByRole('button', { name: 'Get it' }));
    await step('the code is there, and told without it', async () => {
      await waitFor(() => expect(getByText('HELLO10')).toBeVisible());
      await expect(heard.map(({ type }) => type)).toEqual(['cue-incentive-grant', 'cue-incentive-reveal']);
      await expect(JSON.stringify(heard.map(({ detail }) => detail))).not.toContain('HELLO10');
    });
    await step('it can be used with one press', async () => {
      await expect(getByRole('link', { name: 'Use it now' })).toHaveAttribute(
        'href',
        expect.stringContaining('/discount/HELLO10?redirect=/cart'),
      );
    });
  },
};

/** Got before: on every page the same code, with the same end. */
export const Granted: Story = {
  render: (storyArgs) =>
    html`<cue-incentive incentive=${storyArgs.incentive}
      ><cue-countdown incentive=${storyArgs.incentive}></cue-countdown
    ></cue-incentive>`,
  async play({ canvasElement }) {
    grant('WELCOME');
    const { getByText } = await inside(canvasElement, 'cue-incentive');
    await waitFor(() => expect(getByText('HELLO10')).toBeVisible());
  },
};

/** What is missing until it can be used, as the cart changes. */
export const SomethingMissing: Story = {
  async play({ canvasElement }) {
    grant('WELCOME');
    setCart({ lines: [{ key: '1', product: { id: 'mug', price: 27.6 }, quantity: 1 }], total: 27.6, currency: 'EUR' });
    const { getByText } = await inside(canvasElement, 'cue-incentive');
    await waitFor(() => expect(getByText('€12.40 more in your cart, and you can use it.')).toBeVisible());
  },
};

/** The shopper has another one that saves more in this cart, and both cannot be used. */
export const BetterOne: Story = {
  tags: alone,
  async play({ canvasElement }) {
    grant('FIVE');
    setCart({ lines: [{ key: '1', product: { id: 'mug', price: 45 }, quantity: 1 }], total: 45, currency: 'EUR' });
    const { getByText } = await inside(canvasElement, 'cue-incentive');
    await waitFor(() => expect(getByText('You already have a better one: €5 off.')).toBeVisible());
  },
};

/** One of many codes, reserved by the shop's server for this browser. */
export const FromAPool: Story = {
  args: { incentive: 'POOL' },
  beforeEach: () => shopAnswers({ json: { code: 'TEA-7K2Q', until: Date.now() + 48 * HOUR_MS } }),
  async play({ canvasElement }) {
    const { getByRole, getByText } = await inside(canvasElement, 'cue-incentive');
    await userEvent.click(getByRole('button', { name: 'Get it' }));
    await waitFor(() => expect(getByText('TEA-7K2Q')).toBeVisible());
  },
};

/** The last one has just gone. */
export const NoneLeft: Story = {
  args: { incentive: 'POOL' },
  tags: alone,
  beforeEach: () => shopAnswers({ json: { reason: 'gone' } }),
  async play({ canvasElement }) {
    const { getByRole, getByText } = await inside(canvasElement, 'cue-incentive');
    await userEvent.click(getByRole('button', { name: 'Get it' }));
    await waitFor(() => expect(getByText('There are none left.')).toBeVisible());
  },
};

/** The shop's cart page says that it is in it. */
export const Applied: Story = {
  args: { outcome: 'applied' },
  async play({ canvasElement }) {
    const { getByText } = await inside(canvasElement, 'cue-incentive');
    await expect(getByText('It is in your cart.')).toBeVisible();
  },
};

/** The shop's cart page says that it was not taken, and why. */
export const Refused: Story = {
  args: { outcome: 'stacking' },
  async play({ canvasElement }) {
    const { getByText } = await inside(canvasElement, 'cue-incentive');
    await expect(getByText('It cannot be used together with what you use already.')).toBeVisible();
  },
};

/** Used up with an order, as the order's page says. On the next page it takes no room. */
export const Redeemed: Story = {
  args: { outcome: 'redeemed' },
  beforeEach: () => grant('WELCOME'),
  async play({ canvasElement }) {
    const { getByText } = await inside(canvasElement, 'cue-incentive');
    await waitFor(() => expect(getByText('You have used it.')).toBeVisible());
  },
};

/** Its end has come: without a code, and nothing can bring it back. */
export const Ended: Story = {
  args: { outcome: 'ended' },
  async play({ canvasElement }) {
    const { getByText, queryByText } = await inside(canvasElement, 'cue-incentive');
    await expect(getByText('This has ended.')).toBeVisible();
    await expect(queryByText('HELLO10')).toBeNull();
  },
};
