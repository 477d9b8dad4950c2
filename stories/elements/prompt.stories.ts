import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../../src/define/newsletter.js';
import '../../src/define/prompt.js';
import type { CuePrompt } from '../../src/elements/prompt/prompt.js';
import { inReadingOrder } from '../in-reading-order.js';
import { inside } from '../inside.js';

const { args, argTypes, template } = getStorybookHelpers<CuePrompt>('cue-prompt');

const words = html`<p>On your first order, if you leave your address. Two letters a month, no more.</p>
  <a slot="actions" href="#sale" data-cue="accept">See the sale</a>
  <button slot="actions" data-cue="not-now">Not now</button>`;

const panel = async (canvasElement: HTMLElement): Promise<HTMLElement> => {
  const { root } = await inside(canvasElement, 'cue-prompt');
  return waitFor(() => {
    const found = root.querySelector<HTMLElement>('.panel');
    if (!found?.checkVisibility() || found.getAnimations().length) throw new Error('nothing stands there');
    return found;
  });
};

const meta: Meta = {
  title: 'Elements/Prompt',
  component: 'cue-prompt',
  args: { ...inReadingOrder(args, argTypes), open: true, label: 'Ten per cent for you' },
  argTypes,
  // Each lies over the page: on the documentation page all of them would.
  tags: ['!autodocs'],
  render: (storyArgs) => template(storyArgs, words),
  async play({ canvasElement }) {
    await panel(canvasElement);
  },
};
export default meta;

type Story = StoryObj;

/** `placement="corner"`: it leaves the focus and the page alone, and goes with Escape. */
export const Corner: Story = {
  async play({ canvasElement }) {
    await expect(await panel(canvasElement)).toHaveAttribute('role', 'dialog');
    await expect(document.activeElement).toBe(document.body);
  },
};

/** `placement="dialog"`: unasked, the page can be used all the same. */
export const Dialog: Story = { args: { placement: 'dialog' } };

/** Asked for by a press, the page waits for a dialog, which has the focus and gives it back. */
export const AskedFor: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('button', { name: 'How is it made?' })).toBeVisible();
  },
  args: { placement: 'dialog', open: false },
  render: (storyArgs) =>
    html`<button
        @click=${(event: Event) => (event.currentTarget as Element).parentElement!.querySelector('cue-prompt')!.show()}
      >
        How is it made?</button
      >${template(storyArgs, words)}`,
};

/** `placement="bar"`: a line along an edge. */
export const Bar: Story = { args: { placement: 'bar', position: 'top' } };

/** `placement="drawer"`. */
export const Drawer: Story = { args: { placement: 'drawer' } };

/** `placement="toast"`. */
export const Toast: Story = { args: { placement: 'toast' } };

/** `placement="inline"`: it has its place in the page. */
export const Inline: Story = { args: { placement: 'inline' } };

/** `teaser`: put away, it leaves a tab that brings it back. */
export const Teaser: Story = {
  args: { teaser: '10 % for you' },
  async play({ canvasElement }) {
    await panel(canvasElement);
    const { root, getByRole } = await inside(canvasElement, 'cue-prompt');
    await userEvent.click(getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(getByRole('button', { name: '10 % for you' })).toBeVisible());
    await waitFor(() => expect(root.getAnimations()).toHaveLength(0));
  },
};

/** `data-step`: one after the other, in the same place. */
export const Steps: Story = {
  render: (storyArgs) =>
    template(
      storyArgs,
      html`<section data-step>
          <cue-newsletter action="/newsletter"></cue-newsletter>
          <button data-cue="next">I have it already</button>
        </section>
        <section data-step>
          <h3>Your code: WELCOME10</h3>
          <button data-cue="accept">Go on shopping</button>
        </section>`,
    ),
  async play({ canvasElement }) {
    const shown = await panel(canvasElement);
    const next = canvasElement.querySelector<HTMLElement>('[data-cue=next]')!;
    await userEvent.click(next);
    await expect(next).not.toBeVisible();
    await expect(shown).toBeVisible();
  },
};

/** Much text: it scrolls, and its button stays. */
export const LongText: Story = {
  args: { placement: 'dialog' },
  render: (storyArgs) => template(storyArgs, html`${Array.from({ length: 30 }, () => words)}`),
  async play({ canvasElement }) {
    const shown = await panel(canvasElement);
    await expect(shown.scrollHeight).toBeGreaterThan(shown.clientHeight);
    await expect(shown.scrollWidth).toBeLessThanOrEqual(shown.clientWidth);
  },
};

/** On a phone what is large is a sheet. */
export const OnAPhone: Story = {
  args: { placement: 'dialog' },
  globals: { viewport: { value: 'phone', isRotated: false } },
};

/** From right to left. */
export const FromRightToLeft: Story = { args: { placement: 'drawer' }, globals: { direction: 'rtl', locale: 'he' } };

/** Where colours are black, white and yellow. */
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };
