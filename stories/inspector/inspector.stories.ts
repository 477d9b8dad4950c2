import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { pageRun } from '../../src/campaigns/page-run.js';
import '../../src/define/prompt.js';
import '../../src/define/wishlist-button.js';
import { defineElement } from '../../src/elements/internal/define-element.js';
import { CueInspector } from '../../src/inspector/inspector.js';
import { startKit } from '../../src/kit.js';
import type { CampaignDeclaration } from '../../src/store/campaigns.js';
import { $ledger } from '../../src/store/ledger.js';
import { cleanSlate } from '../clean-slate.js';
import { inside } from '../inside.js';
import { productCard } from '../product-card.js';
import { teapot } from '../sample-products.js';

defineElement('cue-inspector', CueInspector);

declare global {
  interface HTMLElementTagNameMap {
    'cue-inspector': CueInspector;
  }
}

/** One that is shown when something is wished for, and one that is for somebody else. */
const campaigns: CampaignDeclaration[] = [
  { name: 'it-is-on-your-list', moment: 'after-add-to-wishlist', cap: '5/session' },
  { name: 'still-thinking', moment: 'click(.ask)', audience: { 'cart.unchangedMs': { $gte: '2d' } } },
];

type Args = Pick<CueInspector, 'view'>;

const meta: Meta<Args> = {
  title: 'Inspector',
  args: { view: 'Decisions' },
  argTypes: {
    view: {
      description: 'What is shown.',
      control: 'inline-radio',
      options: ['Decisions', 'Campaigns', 'Facts', 'Store', 'Page'],
    },
  },
  // It stands at the window’s edge, once.
  tags: ['!autodocs'],
  async beforeEach() {
    cleanSlate();
    const kit = startKit({ campaigns, manners: { settle: '0s', rest: '0s', sessionCap: 50 } });
    await waitFor(() => expect(pageRun()?.campaigns).toHaveLength(campaigns.length));
    return () => kit.stop();
  },
  render: ({ view }) =>
    html`${productCard(teapot, {
        corner: html`<cue-wishlist-button
          product-id=${teapot.id}
          name=${teapot.name}
          price=${teapot.price}
          currency=${teapot.currency}
        ></cue-wishlist-button>`,
      })}
      <p><button class="ask" type="button">Ask about it</button></p>
      <cue-prompt campaign="it-is-on-your-list" placement="toast" position="start top" label="It is on your list"
        ><p>There you find it again, from this device.</p></cue-prompt
      >
      <cue-inspector view=${view}></cue-inspector>`,
};
export default meta;

type Story = StoryObj<Args>;

/** Presses, as often as it takes until what hears of it has come and the page has settled. */
async function pressUntil(button: Element, done: () => boolean) {
  await waitFor(
    async () => {
      if (!done()) await userEvent.click(button);
      await expect(done()).toBe(true);
    },
    { interval: 300, timeout: 20_000 },
  );
}

/** Until its moment is noticed once more, and something is decided. */
async function pressFor(campaign: string, button: Element) {
  const decisions = () => $ledger.get().filter((decision) => decision.campaign === campaign).length;
  const known = decisions();
  await pressUntil(button, () => decisions() > known);
}

/** Two moments: a press on the button below, and one on the heart, until its prompt has come and stands still. */
async function useThePage(canvasElement: HTMLElement) {
  const heart = (await inside(canvasElement, 'cue-wishlist-button')).getByRole('button');
  await pressFor('still-thinking', canvasElement.querySelector('.ask')!);
  const prompt = await inside(canvasElement, 'cue-prompt');
  await pressUntil(heart, () => prompt.element.open);
  await waitFor(() => expect(prompt.root.querySelector('.panel')).toBeVisible());
  await waitFor(() => expect(prompt.root.getAnimations()).toHaveLength(0));
  const inspector = await inside(canvasElement, 'cue-inspector');
  const view = inspector.root.querySelector('.view')!;
  return {
    ...inspector,
    says: (words: string | RegExp) => waitFor(() => expect(view).toHaveTextContent(words)),
  };
}

/** Press the heart, and the button: each moment is answered, and the answer has a reason. The latest is on top. */
export const Decisions: Story = {
  async play({ canvasElement }) {
    const { says } = await useThePage(canvasElement);
    await says(/still-thinking click\(\.ask\) held/);
    await says(/it-is-on-your-list after-add-to-wishlist shown.* allowed/);
  },
};

/** What would have to be different, so that a campaign is shown at its next moment. */
export const Campaigns: Story = {
  args: { view: 'Campaigns' },
  async play({ canvasElement }) {
    const { says } = await useThePage(canvasElement);
    await says(/cart\.unchangedMs is not known and has to be at least 2 days/);
  },
};

/** Each fact since the page has come, as the record that sinks carry away. */
export const Facts: Story = {
  args: { view: 'Facts' },
  async play({ canvasElement }) {
    const { says } = await useThePage(canvasElement);
    await says(/add_to_wishlist/);
  },
};

/** What audiences can ask for, as it is now, and what is kept in this browser. */
export const Store: Story = {
  args: { view: 'Store' },
  async play({ canvasElement }) {
    const { says } = await useThePage(canvasElement);
    await says(/cuekit:wish:teapot .*"id": "teapot"/);
  },
};

/** Moments that campaigns have waited for, with their evidence, and what on the page would hold a prompt. */
export const Page: Story = {
  args: { view: 'Page' },
  async play({ canvasElement }) {
    const { says } = await useThePage(canvasElement);
    await says(/click\(\.ask\) \{ "selector": "\.ask" \}/);
    await says(/engaged yes/);
  },
};

/** It is there for whoever works on the shop; folded up, it is a button. */
export const FoldedUp: Story = {
  async play({ canvasElement }) {
    const { getByRole, queryByRole } = await inside(canvasElement, 'cue-inspector');
    await userEvent.click(getByRole('button', { name: 'Fold up' }));
    await waitFor(() => expect(queryByRole('tabpanel')).toBeNull());
    await userEvent.click(getByRole('button', { name: 'Inspect' }));
    await waitFor(() => expect(getByRole('tabpanel')).toBeVisible());
  },
};
