import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../../src/define/countdown.js';
import type { CueCountdown } from '../../src/elements/countdown/countdown.js';
import { declareIncentives } from '../../src/store/declared-incentives.js';
import { stepIncentive } from '../../src/store/incentives.js';
import { cleanSlate } from '../clean-slate.js';
import { inside } from '../inside.js';

const { args, argTypes, template } = getStorybookHelpers<CueCountdown>('cue-countdown');

const HOUR_MS = 3_600_000;
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString();

const meta: Meta = {
  title: 'Elements/Countdown',
  component: 'cue-countdown',
  args: { ...args, ends: inHours(27) },
  argTypes,
  beforeEach() {
    cleanSlate();
    return declareIncentives([
      { id: 'WELCOME', kind: 'discount', name: '10 % off your first order', lasts: '2h' },
      { id: 'ENDLESS', kind: 'gift', name: 'A tea towel' },
    ]);
  },
  render: (storyArgs) => template(storyArgs),
};
export default meta;

type Story = StoryObj;

/** To an instant, with its zone. */
export const Default: Story = {
  async play({ canvasElement }) {
    const { getByRole } = await inside(canvasElement, 'cue-countdown');
    await expect(getByRole('timer')).toHaveTextContent(/1 day, [23] hours left/);
  },
};

/** In the last hour it counts seconds. */
export const LastHour: Story = {
  args: { ends: new Date(Date.now() + 59 * 60_000).toISOString() },
  async play({ canvasElement }) {
    const { getByRole } = await inside(canvasElement, 'cue-countdown');
    await waitFor(() => expect(getByRole('timer')).toHaveTextContent(/^58 minutes, \d+ seconds left$/));
  },
};

/** The end of an incentive that lasts two hours from when the shopper got it: stored, and the same after a reload. */
export const OfAnIncentive: Story = {
  args: { ends: undefined, incentive: 'WELCOME' },
  async play({ canvasElement }) {
    const { element, getByRole } = await inside(canvasElement, 'cue-countdown');
    await expect(element).not.toBeVisible();
    const at = Date.now();
    stepIncentive('WELCOME', { type: 'grant', at, endsAt: at + 2 * HOUR_MS });
    await waitFor(() => expect(getByRole('timer')).toHaveTextContent(/(2 hours|1 hour, 59 minutes) left/));
  },
};

/** After the end it says so, and stays there. */
export const Over: Story = {
  args: { ends: '2020-01-31T18:00:00+01:00' },
  async play({ canvasElement }) {
    const { getByText } = await inside(canvasElement, 'cue-countdown');
    await expect(getByText('This has ended.')).toBeVisible();
  },
};

/** Without an end there is nothing to count: it takes no room, and the console says why. */
export const WithoutAnEnd: Story = {
  args: { ends: undefined, incentive: 'ENDLESS' },
  render: (storyArgs) =>
    html`<p>Before</p>
      ${template(storyArgs)}
      <p>After</p>`,
  async play({ canvasElement }) {
    const { element } = await inside(canvasElement, 'cue-countdown');
    await expect(element).not.toBeVisible();
  },
};
