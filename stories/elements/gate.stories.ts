import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../../src/define/gate.js';
import type { CueGate } from '../../src/elements/gate/gate.js';
import { FactEvent } from '../../src/events/fact-event.js';
import { declareIncentives } from '../../src/store/declared-incentives.js';
import { cleanSlate } from '../clean-slate.js';
import { inside } from '../inside.js';

const { args, argTypes } = getStorybookHelpers<CueGate>('cue-gate');

const meta: Meta = {
  title: 'Elements/Gate',
  component: 'cue-gate',
  args: { ...args, incentive: 'GUIDE', step: 'newsletter-sign-up', src: '/guide' },
  argTypes,
  beforeEach() {
    cleanSlate();
    return declareIncentives([{ id: 'GUIDE', kind: 'gated-content', name: 'The teapot guide' }]);
  },
  render: ({ incentive, step, src }) =>
    html`<cue-gate incentive=${incentive} step=${step} src=${src}
      ><p>Twelve pages on tea, for our readers.</p></cue-gate
    >`,
};
export default meta;

type Story = StoryObj;

const guide = {
  title: 'The teapot guide',
  text: ['Water first, then time.'],
  link: { url: '/guide.pdf', label: 'As a file' },
};

/** The teaser: nobody is asked for the content before the step. */
export const Default: Story = {
  async play({ canvasElement, canvas }) {
    await inside(canvasElement, 'cue-gate');
    await expect(canvas.getByText('Twelve pages on tea, for our readers.')).toBeVisible();
  },
};

/** After the step: what the shop's endpoint gives. */
export const Open: Story = {
  args: { src: `data:application/json,${encodeURIComponent(JSON.stringify(guide))}` },
  async play({ canvasElement }) {
    const { element, getByRole } = await inside(canvasElement, 'cue-gate');
    element.dispatchEvent(new FactEvent('cue-newsletter-sign-up', { cause: { from: 'element' } }));
    await waitFor(() => expect(getByRole('link', { name: 'As a file' })).toBeVisible());
  },
};
