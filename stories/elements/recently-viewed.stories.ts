import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../../src/define/product.js';
import '../../src/define/recently-viewed.js';
import type { CueRecentlyViewed } from '../../src/elements/recently-viewed/recently-viewed.js';
import type { Product } from '../../src/events/product.js';
import { forgetViewed, rememberViewed } from '../../src/store/viewed.js';
import { cleanSlate } from '../clean-slate.js';
import { hear } from '../hear.js';
import { inReadingOrder } from '../in-reading-order.js';
import { inside } from '../inside.js';
import { chair, lamp, products, teapot, vase } from '../sample-products.js';

const { args, argTypes, template } = getStorybookHelpers<CueRecentlyViewed>('cue-recently-viewed');

/** As if the shopper had looked at these, at the first one last. */
const seed = (viewed: readonly Product[]) => {
  cleanSlate();
  // Without consent they are in memory alone.
  forgetViewed();
  const now = Date.now();
  // Links of a story stay where they are; the address of the story's page would leave all of them out.
  viewed.forEach((product, index) =>
    rememberViewed({ ...product, url: `https://shop.example/${product.id}` }, now - index * 60_000),
  );
};

const meta: Meta = {
  title: 'Elements/Recently viewed',
  component: 'cue-recently-viewed',
  args: inReadingOrder(args, argTypes),
  argTypes,
  beforeEach: () => seed(products),
  render: (storyArgs) => template(storyArgs),
};
export default meta;

type Story = StoryObj;

/** All stories on the documentation page show the page's one list; those that need another list stand alone. */
const alone = ['!autodocs'];

const many = Array.from({ length: 12 }, (_, index) => ({
  ...products[index % products.length]!,
  id: `product-${index}`,
  name: `${products[index % products.length]!.name} ${index + 1}`,
}));

/** `layout="row"`: side by side, the latest first. */
export const Default: Story = {
  async play({ canvasElement }) {
    const heard = hear(canvasElement);
    const { getByRole, getAllByRole } = await inside(canvasElement, 'cue-recently-viewed');
    await expect(getByRole('region', { name: 'Recently viewed' })).toBeVisible();
    await expect(getAllByRole('listitem')).toHaveLength(4);
    const link = getByRole('link', { name: 'Stoneware teapot' });
    link.addEventListener('click', (event) => event.preventDefault());
    await userEvent.click(link);
    await expect(heard.map(({ type }) => type)).toContain('cue-select-item');
  },
};

/** `layout="grid"`: in as many columns as there is room for. */
export const Grid: Story = { args: { layout: 'grid', count: 12 }, beforeEach: () => seed(many), tags: alone };

/** Twelve in a row on a phone: it scrolls by itself, and the next one looks in. */
export const ManyOnAPhone: Story = {
  tags: alone,
  args: { count: 12 },
  globals: { viewport: { value: 'phone', isRotated: false } },
  beforeEach: () => seed(many),
  async play({ canvasElement }) {
    const { element, root } = await inside(canvasElement, 'cue-recently-viewed');
    const list = root.querySelector('ul');
    await expect(list?.scrollWidth).toBeGreaterThan(list?.clientWidth ?? 0);
    await expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
  },
};

/** Nothing was looked at: the element is not there, and leaves no gap between these lines. */
export const Empty: Story = {
  tags: alone,
  beforeEach: () => seed([]),
  render: (storyArgs) =>
    html`<p>Before it</p>
      ${template(storyArgs)}
      <p>After it</p>`,
  async play({ canvasElement }) {
    await expect(canvasElement.querySelector('cue-recently-viewed')).not.toBeVisible();
  },
};

/** The slot `empty` is for those who have not looked at anything. */
export const EmptyWithWords: Story = {
  tags: alone,
  args: { 'empty-slot': 'Loved by others: the stoneware teapot' },
  beforeEach: () => seed([]),
  async play({ canvasElement }) {
    await expect(canvasElement.querySelector('[slot=empty]')).toBeVisible();
  },
};

/** On a product page: its own product is not in the list, and is noted when it has been looked at for a second. */
export const OnAProductPage: Story = {
  tags: alone,
  beforeEach: () => seed([teapot, lamp, chair]),
  render: (storyArgs) =>
    html`<cue-product product-id=${vase.id} name=${vase.name} price=${vase.price} currency="EUR">
      <h1>${vase.name}</h1>
      ${template(storyArgs)}
    </cue-product>`,
  async play({ canvasElement }) {
    const { queryByText, getAllByRole } = await inside(canvasElement, 'cue-recently-viewed');
    await expect(getAllByRole('listitem')).toHaveLength(3);
    await expect(queryByText('Bud vase')).toBeNull();
  },
};

/** `clearable`: a button that forgets, on this device and in all tabs. */
export const Clearable: Story = {
  tags: alone,
  args: { clearable: true },
  async play({ canvasElement }) {
    const { root, getByRole } = await inside(canvasElement, 'cue-recently-viewed');
    await userEvent.click(getByRole('button', { name: /^Clear/ }));
    const line = await waitFor(() => root.querySelector('.cleared')!);
    await expect(line).toHaveTextContent('Forgotten.');
    await waitFor(() => expect(root.activeElement).toBe(line));
  },
};

/** Names wrap, words that are too long break; a picture or a price that is not known leaves its place. */
export const LongNames: Story = {
  tags: alone,
  beforeEach: () =>
    seed([
      { ...teapot, name: 'Hand-thrown stoneware teapot with bamboo handle and two cups' },
      { ...chair, name: 'Pneumonoultramicroscopicsilicovolcanoconiosis' },
      { id: 'card', name: 'Gift card' },
      lamp,
    ]),
};

/** The shop's own heading. */
export const OwnHeading: Story = { tags: alone, args: { 'heading-slot': 'Seen lately' } };

/** From right to left. */
export const FromRightToLeft: Story = {
  tags: alone,
  globals: { direction: 'rtl', locale: 'he' },
  async play({ canvasElement }) {
    const { getAllByRole } = await inside(canvasElement, 'cue-recently-viewed');
    const [first, second] = getAllByRole('listitem').map((card) => card.getBoundingClientRect().left);
    await expect(first).toBeGreaterThan(second!);
  },
};

/** Custom properties and parts give it the shop's face. */
export const OwnTheme: Story = {
  tags: alone,
  args: {
    '--cue-card-size': '220px',
    '--cue-radius': '24px',
    'price-part': 'font-weight: 600; letter-spacing: 0.02em;',
  },
};

/** Where colours are black, white and yellow. */
export const HighContrast: Story = { tags: alone, globals: { theme: 'high-contrast' } };
