import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../../src/define/related.js';
import type { CueRelated } from '../../src/elements/related/related.js';
import type { Product } from '../../src/events/product.js';
import { hear } from '../hear.js';
import { inReadingOrder } from '../in-reading-order.js';
import { inside } from '../inside.js';
import { manyProducts, models } from '../sample-models.js';

const { args, argTypes, template } = getStorybookHelpers<CueRelated>('cue-related');

const meta: Meta = {
  title: 'Elements/Related',
  component: 'cue-related',
  args: { ...inReadingOrder(args, argTypes), models },
  argTypes,
  render: (storyArgs) => template(storyArgs),
};
export default meta;

type Story = StoryObj;

/** Suggestions side by side, by the visit so far. */
export const Default: Story = {
  async play({ canvasElement, step }) {
    const heard = hear(canvasElement);
    const { getByRole, findAllByRole } = await inside(canvasElement, 'cue-related');
    const cards = await findAllByRole('listitem');
    await expect(cards).toHaveLength(8);
    await expect(getByRole('region', { name: 'You may also like' })).toBeVisible();
    await waitFor(() => expect(heard.map(({ type }) => type)).toEqual(['cue-view-item-list']));

    await step('who follows a link is told of', async () => {
      // The test's own page has to stay.
      canvasElement.addEventListener('click', (event) => event.preventDefault(), { once: true });
      await userEvent.click(getByRole('link', { name: 'Stoneware teapot' }));
      await expect(heard[1]?.type).toBe('cue-select-item');
    });
  },
};

/** `layout="grid"`: all at once, in as many columns as there is room for. */
export const Grid: Story = {
  args: { layout: 'grid' },
  async play({ canvasElement }) {
    const { findAllByRole } = await inside(canvasElement, 'cue-related');
    await expect(await findAllByRole('listitem')).toHaveLength(8);
  },
};

/** Until the files are there, cards keep their place. */
export const Waiting: Story = {
  render: () => html`<cue-related .source=${() => new Promise<Product[]>(() => {})}></cue-related>`,
  async play({ canvasElement }) {
    const { root, getByRole } = await inside(canvasElement, 'cue-related');
    await expect(getByRole('heading', { name: 'You may also like' })).toBeVisible();
    await expect(root.querySelectorAll('.waiting li')).toHaveLength(8);
  },
};

/** The shop's own heading, and its own suggestions, from a function. */
export const OwnHeading: Story = {
  render: () =>
    html`<cue-related .source=${() => manyProducts} count="3">
      <h3 slot="heading">Goes well with it</h3>
    </cue-related>`,
  async play({ canvasElement }) {
    const { findAllByRole } = await inside(canvasElement, 'cue-related');
    await expect(await findAllByRole('listitem')).toHaveLength(3);
  },
};

/** As it stands in a shop's page. */
function ownCard(): HTMLTemplateElement {
  const template = document.createElement('template');
  template.slot = 'card';
  template.innerHTML = `<article>
    <img data-cue="image" width="160" height="160" />
    <p><a data-cue="url name"></a>, <b data-cue="price"></b></p>
    <cue-wishlist-button></cue-wishlist-button>
  </article>`;
  return template;
}

/** The shop's own card, from a template, in which `data-cue` says what goes where; here in a grid of three. */
export const OwnCards: Story = {
  render: () => html`<cue-related .source=${() => manyProducts} count="3" layout="grid"> ${ownCard()} </cue-related>`,
  async play({ canvasElement }) {
    await inside(canvasElement, 'cue-related');
    await waitFor(() => expect(canvasElement.querySelectorAll('article')).toHaveLength(3));
    await expect(canvasElement.querySelector('article a')).toHaveTextContent(manyProducts[0]!.name!);
  },
};

/** What the shop has put into the box stands there where nothing can be suggested. */
export const Instead: Story = {
  render: () => html`<cue-related .source=${() => []}><p>Ask us: we know what goes with what.</p></cue-related>`,
  async play({ canvasElement }) {
    await waitFor(() => expect(canvasElement.querySelector('p')).toBeVisible());
  },
};
