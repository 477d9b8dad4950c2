import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import '../../src/define/sign-up.js';
import type { CueSignUp } from '../../src/elements/sign-up/sign-up.js';

const { args, argTypes, template } = getStorybookHelpers<CueSignUp>('cue-sign-up');

const meta: Meta = {
  title: 'Elements/Sign up',
  component: 'cue-sign-up',
  args: { ...args, label: 'Sign up' },
  argTypes,
  render: (storyArgs) => template(storyArgs),
};
export default meta;

type Story = StoryObj;

/** Shows a text. */
export const Default: Story = {
  async play({ canvasElement }) {
    const element = canvasElement.querySelector('cue-sign-up');
    await element?.updateComplete;
    await expect(element?.shadowRoot?.textContent).toContain('Sign up');
  },
};
