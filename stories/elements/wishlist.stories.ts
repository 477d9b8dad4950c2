import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../../src/define/wishlist.js';
import '../../src/define/wishlist-button.js';
import { linksTo } from '../../src/elements/wishlist/shared-link.js';
import type { CueWishlist } from '../../src/elements/wishlist/wishlist.js';
import type { Product } from '../../src/events/product.js';
import { cartError } from '../../src/cart/cart-error.js';
import type { RequestEvent } from '../../src/events/request-event.js';
import { setPresent } from '../../src/store/present.js';
import { createList, putOnList } from '../../src/store/wish-lists.js';
import { hear } from '../hear.js';
import { inReadingOrder } from '../in-reading-order.js';
import { inside } from '../inside.js';
import { chair, lamp, products, teapot, vase } from '../sample-products.js';
import { cleanSlate } from '../clean-slate.js';
import { seedWishlist } from '../seed-wishlist.js';

const { args, argTypes, template } = getStorybookHelpers<CueWishlist>('cue-wishlist');

const meta: Meta = {
  title: 'Elements/Wishlist',
  component: 'cue-wishlist',
  args: inReadingOrder(args, argTypes),
  argTypes,
  beforeEach() {
    seedWishlist(products);
    // What a story before has said of them holds no longer.
    setPresent(products);
  },
  render: (storyArgs) => template(storyArgs),
};
export default meta;

type Story = StoryObj;

/** All stories on the documentation page show the page's one list; those that need another list stand alone. */
const alone = ['!autodocs'];

/** A list of the story's own, in place of the one that all stories here begin with. */
function seedOnly(wishes: readonly Product[]): void {
  cleanSlate();
  seedWishlist(wishes);
}

const noWishes = () => seedOnly([]);

const typesOf = (events: readonly Event[]) => events.map(({ type }) => type);

/** The header of a shop, with the badge at its end. */
const inHeader: NonNullable<Story['render']> = (storyArgs) =>
  html`<div class="bar"><strong>Hearth &amp; Home</strong>${template(storyArgs)}</div>`;

/** `mode="inline"`: the list stands in the page, the newest wish first. */
export const Default: Story = {
  async play({ canvasElement, step }) {
    const heard = hear(canvasElement);
    const { element, root, getByRole, getAllByRole } = await inside(canvasElement, 'cue-wishlist');
    await expect(getByRole('region', { name: 'Wishlist' })).toBeVisible();
    await expect(getAllByRole('listitem')).toHaveLength(4);
    await expect(getByRole('link', { name: 'Stoneware teapot' })).toHaveAttribute('href', teapot.url);

    await step('a removed product leaves its place to a way back', async () => {
      await userEvent.click(getByRole('button', { name: 'Remove Reading lamp from wishlist' }));
      const undo = await waitFor(() => getByRole('button', { name: 'Undo: keep Reading lamp' }));
      await expect(typesOf(heard)).toEqual(['cue-request-remove-from-wishlist', 'cue-remove-from-wishlist']);
      await expect(heard[1]?.detail.cause).toMatchObject({ element: 'cue-wishlist', action: 'remove' });
      await waitFor(() => expect(root.activeElement).toBe(undo));
      await expect(document.activeElement).toBe(element);
    });

    await step('Undo brings it back', async () => {
      heard.length = 0;
      await userEvent.keyboard('{Enter}');
      const remove = await waitFor(() => getByRole('button', { name: 'Remove Reading lamp from wishlist' }));
      await expect(typesOf(heard)).toEqual(['cue-request-add-to-wishlist', 'cue-add-to-wishlist']);
      await expect(heard[1]?.detail.cause).toMatchObject({ element: 'cue-wishlist', action: 'undo' });
      await waitFor(() => expect(root.activeElement).toBe(remove));
    });
  },
};

/** `mode="drawer"`: a badge with a count, which opens the list at the side of the window and keeps the focus there. */
export const Drawer: Story = {
  args: { mode: 'drawer' },
  render: inHeader,
  async play({ canvasElement, step }) {
    let toggles = 0;
    canvasElement.addEventListener('toggle', () => toggles++, { capture: true });
    const { root, getByRole, queryByRole } = await inside(canvasElement, 'cue-wishlist');
    const badge = getByRole('button', { name: 'Wishlist, 4 products' });

    await step('the badge opens it', async () => {
      await userEvent.click(badge);
      const drawer = await waitFor(() => getByRole('dialog', { name: 'Wishlist' }));
      await expect(drawer).toBeVisible();
      await expect(drawer.contains(root.activeElement)).toBe(true);
    });

    await step('Close closes it, and the focus returns to the badge', async () => {
      const closed = new Promise((resolve) => getByRole('dialog').addEventListener('close', resolve, { once: true }));
      await userEvent.click(getByRole('button', { name: 'Close' }));
      await closed;
      await expect(queryByRole('dialog')).toBeNull();
      await expect(root.activeElement).toBe(badge);
      await waitFor(() => expect(toggles).toBe(2));
    });

    await step('it can be opened again', async () => {
      await userEvent.click(badge);
      await waitFor(() => expect(getByRole('dialog')).toBeVisible());
    });
  },
};

/** `mode="popover"`: the list opens beside its badge. */
export const Popover: Story = {
  args: { mode: 'popover' },
  render: inHeader,
  async play({ canvasElement }) {
    const { root, getByRole } = await inside(canvasElement, 'cue-wishlist');
    const badge = getByRole('button', { name: 'Wishlist, 4 products' });
    await expect(badge).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(badge);
    await waitFor(() => expect(root.querySelector('.panel[data-placed]')).toBeVisible());
    await expect(badge).toHaveAttribute('aria-expanded', 'true');
    const panel = getByRole('dialog', { name: 'Wishlist' }).getBoundingClientRect();
    await expect(panel.left).toBeGreaterThanOrEqual(0);
    await expect(panel.right).toBeLessThanOrEqual(innerWidth);
    await expect(panel.top).toBeGreaterThanOrEqual(badge.getBoundingClientRect().bottom);
  },
};

/** Hearts and list are one: what is pressed here stands there, and the number follows. */
export const WithButtons: Story = {
  tags: alone,
  args: { mode: 'popover' },
  beforeEach: noWishes,
  render: (storyArgs) =>
    html`<div class="bar"><strong>Hearth &amp; Home</strong>${template(storyArgs)}</div>
      <p>
        <cue-wishlist-button
          product-id=${teapot.id}
          name=${teapot.name}
          image=${teapot.image}
          price=${teapot.price}
          currency=${teapot.currency}
          label="Save"
        ></cue-wishlist-button>
      </p>`,
  async play({ canvasElement }) {
    const list = await inside(canvasElement, 'cue-wishlist');
    const heart = await inside(canvasElement, 'cue-wishlist-button');
    await expect(list.getByRole('button', { name: 'Wishlist, 0 products' })).toBeVisible();
    await userEvent.click(heart.getByRole('button'));
    await waitFor(() => expect(list.getByRole('button', { name: 'Wishlist, 1 product' })).toBeVisible());
  },
};

/** Nothing is wished for. */
export const Empty: Story = {
  tags: alone,
  beforeEach: noWishes,
  async play({ canvasElement }) {
    const { getByText, queryByRole } = await inside(canvasElement, 'cue-wishlist');
    await expect(getByText(/Nothing here yet/)).toBeVisible();
    await expect(queryByRole('list')).toBeNull();
  },
};

/** The badge of an empty list shows no number, and the drawer says what to do. */
export const EmptyDrawer: Story = {
  tags: alone,
  args: { mode: 'drawer' },
  beforeEach: noWishes,
  render: inHeader,
  async play({ canvasElement }) {
    const { root, getByRole, getByText } = await inside(canvasElement, 'cue-wishlist');
    await expect(root.querySelector('[part=count]')).not.toBeVisible();
    await userEvent.click(getByRole('button', { name: 'Wishlist, 0 products' }));
    await waitFor(() => expect(getByText(/Nothing here yet/)).toBeVisible());
  },
};

/** The slots `heading`, `empty` and `icon` take the shop's own words and pictures. */
export const OwnWords: Story = {
  tags: alone,
  args: { 'heading-slot': 'Things you love', 'empty-slot': 'Your shelf is still free.' },
  beforeEach: noWishes,
  async play({ canvasElement }) {
    const { getByRole } = await inside(canvasElement, 'cue-wishlist');
    await expect(getByRole('region', { name: 'Things you love' })).toBeVisible();
    await expect(canvasElement.querySelector('[slot=empty]')).toBeVisible();
  },
};

const longName: Product = {
  ...teapot,
  id: 'long',
  name: 'Hand-thrown stoneware teapot with bamboo handle, matching tea light warmer and two cups, 1.2 litres',
  variant: 'Speckled oatmeal glaze / Donaudampfschifffahrtsgesellschaftsblau',
};

/** Names wrap, words that are too long break, and the button stays where it is. */
export const LongNames: Story = {
  tags: alone,
  args: { mode: 'drawer' },
  globals: { viewport: { value: 'phone', isRotated: false } },
  beforeEach: () => seedOnly([longName, { ...chair, name: 'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(2) }]),
  render: inHeader,
  async play({ canvasElement }) {
    const { getByRole } = await inside(canvasElement, 'cue-wishlist');
    await userEvent.click(getByRole('button', { name: 'Wishlist, 2 products' }));
    const drawer = await waitFor(() => getByRole('dialog'));
    await waitFor(() => expect(drawer).toBeVisible());
    await expect(drawer.scrollWidth).toBeLessThanOrEqual(drawer.clientWidth);
  },
};

/** Products of which the shop has no picture and no price. */
export const NoPictures: Story = {
  tags: alone,
  beforeEach: () =>
    seedOnly([
      { id: 'a', name: 'Gift card' },
      { id: 'b', name: 'Repair service', price: 20, currency: 'EUR' },
      { id: 'SKU-0815' },
    ]),
  async play({ canvasElement }) {
    const { getByRole, getByText } = await inside(canvasElement, 'cue-wishlist');
    await expect(getByText('SKU-0815')).toBeVisible();
    await expect(getByRole('button', { name: 'Remove Gift card from wishlist' })).toBeVisible();
  },
};

/** The price before is struck through, and said. Prices are written as people do in the language of the page. */
export const SalePrices: Story = {
  tags: alone,
  globals: { locale: 'de' },
  beforeEach: () => seedOnly([chair, vase, lamp]),
  async play({ canvasElement }) {
    const { getByText } = await inside(canvasElement, 'cue-wishlist');
    await waitFor(() => expect(getByText(/Vorher: 289,00\s€/)).toBeInTheDocument());
  },
};

/** Sixty wishes in a drawer: it scrolls, its heading stays. */
export const ManyItems: Story = {
  tags: alone,
  args: { mode: 'drawer' },
  beforeEach: () =>
    seedOnly(
      Array.from({ length: 60 }, (_, index) => ({ ...teapot, id: `teapot-${index}`, name: `Teapot ${index + 1}` })),
    ),
  render: inHeader,
  async play({ canvasElement }) {
    const { getByRole, getAllByRole } = await inside(canvasElement, 'cue-wishlist');
    await userEvent.click(getByRole('button', { name: 'Wishlist, 60 products' }));
    await waitFor(() => expect(getAllByRole('listitem')).toHaveLength(60));
    const drawer = getByRole('dialog');
    drawer.scrollTop = drawer.scrollHeight;
    await waitFor(() =>
      expect(getByRole('button', { name: 'Close' }).getBoundingClientRect().top).toBeGreaterThanOrEqual(0),
    );
  },
};

/** The shop forbids the removal: the product stays, and no fact is told. */
export const RemovalVetoed: Story = {
  tags: alone,
  decorators: [
    (story) =>
      html`<div @cue-request-remove-from-wishlist=${(request: RequestEvent) => request.preventDefault()}>
        ${story()}
      </div>`,
  ],
  async play({ canvasElement }) {
    const heard = hear(canvasElement);
    const { getByRole, getAllByRole } = await inside(canvasElement, 'cue-wishlist');
    await userEvent.click(getByRole('button', { name: 'Remove Bud vase from wishlist' }));
    await expect(getAllByRole('link')).toHaveLength(4);
    await expect(typesOf(heard)).toEqual(['cue-request-remove-from-wishlist']);
  },
};

/** The shop takes its time with the removal: the button waits, and the others work. */
export const RemovalPending: Story = {
  tags: alone,
  decorators: [
    (story) =>
      html`<div
        @cue-request-remove-from-wishlist=${(request: RequestEvent) => request.respondWith(new Promise(() => {}))}
      >
        ${story()}
      </div>`,
  ],
  async play({ canvasElement }) {
    const { getByRole } = await inside(canvasElement, 'cue-wishlist');
    const button = getByRole('button', { name: 'Remove Bud vase from wishlist' });
    await userEvent.click(button);
    await waitFor(() => expect(button).toHaveAttribute('aria-busy', 'true'));
    await expect(getByRole('button', { name: 'Remove Beech chair from wishlist' })).not.toHaveAttribute('aria-busy');
  },
};

/** Custom properties and parts give it the shop's face. */
export const OwnTheme: Story = {
  tags: alone,
  args: {
    mode: 'popover',
    '--cue-accent-color': '#0b6e4f',
    '--cue-surface': '#f3f8f5',
    '--cue-text': '#123a2d',
    'badge-part': 'background: #e3f1ea; color: #0b4f3a;',
    'item-part': 'border-color: #b9d8ca;',
  },
  render: inHeader,
  async play({ canvasElement }) {
    const { root, getByRole } = await inside(canvasElement, 'cue-wishlist');
    await userEvent.click(getByRole('button', { name: 'Wishlist, 4 products' }));
    await waitFor(() => expect(root.querySelector('.panel[data-placed]')).toBeVisible());
  },
};

/** The drawer where colours are black, white and yellow. */
export const HighContrast: Story = { ...Drawer, tags: alone, globals: { theme: 'high-contrast' } };

/** On a phone, from right to left: the drawer comes from the left and takes the whole width. */
export const OnAPhoneFromRightToLeft: Story = {
  tags: alone,
  args: { mode: 'drawer' },
  globals: { direction: 'rtl', locale: 'he', viewport: { value: 'phone', isRotated: false } },
  render: inHeader,
  async play({ canvasElement }) {
    const { getByRole } = await inside(canvasElement, 'cue-wishlist');
    await userEvent.click(getByRole('button', { name: /^Wishlist/ }));
    const drawer = await waitFor(() => getByRole('dialog'));
    await waitFor(() => expect(drawer.getBoundingClientRect().left).toBe(0));
    const close = getByRole('button', { name: 'Close' }).getBoundingClientRect();
    await expect(close.left).toBeLessThan(drawer.clientWidth / 2);
  },
};

/** Two lists with names beside the wishlist; the teapot is on both. */
function seedLists(): void {
  seedOnly(products);
  const now = Date.now();
  createList('Birthday', now, undefined, 'birthday');
  createList('For the new kitchen', now + 1, undefined, 'kitchen');
  for (const list of ['birthday', 'kitchen']) putOnList(list, teapot.id);
  putOnList('birthday', vase.id);
}

/**
 * `lists`: several lists with names. All wishes stay one wishlist, of which a list is a part: the heart tells whether a
 * product is wished for at all, and who deletes a list loses no wish.
 */
export const SeveralLists: Story = {
  tags: alone,
  args: { lists: true },
  beforeEach: seedLists,
  async play({ canvasElement, step }) {
    const heard = hear(canvasElement);
    const { getByRole, findByRole, getAllByRole, getByText } = await inside(canvasElement, 'cue-wishlist');
    const which = await findByRole('combobox', { name: 'List' });

    await step('one of them is shown', async () => {
      await userEvent.selectOptions(which, 'birthday');
      await waitFor(() => expect(getAllByRole('listitem')).toHaveLength(2));
    });

    await step('a product is put on another', async () => {
      await userEvent.click(getByRole('button', { name: 'Lists: Bud vase' }));
      await userEvent.click(await findByRole('checkbox', { name: 'For the new kitchen' }));
      await waitFor(() => expect(getByText('Bud vase is on For the new kitchen.')).toBeInTheDocument());
      await expect(typesOf(heard)).toEqual(['cue-request-add-to-list']);
    });

    await step('and taken off this one, with a way back', async () => {
      await userEvent.click(getByRole('button', { name: 'Remove Bud vase from Birthday' }));
      await expect(await findByRole('button', { name: 'Undo: keep Bud vase' })).toBeVisible();
    });
  },
};

/** A list gets its name in place; Escape goes back. */
export const NamingAList: Story = {
  tags: alone,
  args: { lists: true },
  beforeEach: noWishes,
  async play({ canvasElement }) {
    const { getByRole, findByRole, findByLabelText, findByText } = await inside(canvasElement, 'cue-wishlist');
    await userEvent.click(await findByRole('button', { name: 'New list' }));
    await userEvent.type(await findByLabelText('Name of the list'), 'Birthday');
    await userEvent.click(getByRole('button', { name: 'Save' }));
    await expect(await findByRole('combobox', { name: 'List' })).toHaveDisplayValue('Birthday (0)');
    await expect(await findByText(/Nothing on this list yet/)).toBeVisible();
  },
};

/** A deleted list leaves its wishes among all the others, and a way back. */
export const DeletedList: Story = {
  tags: alone,
  args: { lists: true, list: 'birthday' },
  beforeEach: seedLists,
  async play({ canvasElement }) {
    const { findByRole, getAllByRole } = await inside(canvasElement, 'cue-wishlist');
    await userEvent.click(await findByRole('button', { name: 'Delete' }));
    await expect(await findByRole('button', { name: 'Undo: keep the list Birthday' })).toBeVisible();
    await expect(getAllByRole('listitem')).toHaveLength(4);
  },
};

/** What the shop says of its products now, as it would answer `cue-request-wishlist-products` or at `source`. */
function presentIs(...now: readonly Product[]): void {
  seedOnly([teapot, lamp, { ...chair, availability: 'OutOfStock' }, vase]);
  setPresent(now);
}

/** Cheaper since it was saved, few left, back in stock, and sold out: in the row, beside the price of now. */
export const WhatHasChanged: Story = {
  tags: alone,
  args: { 'move-to-cart': true },
  beforeEach: () =>
    presentIs(
      { ...teapot, price: 43 },
      { ...lamp, availability: 'LimitedAvailability' },
      { ...chair, availability: 'InStock' },
      { ...vase, availability: 'SoldOut' },
    ),
  async play({ canvasElement }) {
    const { findByText, getByText, getAllByRole } = await inside(canvasElement, 'cue-wishlist');
    await expect(await findByText('€5.00 less since you saved it')).toBeVisible();
    for (const text of ['Few left', 'Back in stock', 'Sold out', '€43.00']) await expect(getByText(text)).toBeVisible();
    await waitFor(() => expect(getAllByRole('button', { name: /^Move to cart/ })).toHaveLength(3));
  },
};

/** The shop's cart, played by the page. */
const withCart =
  (answer: () => Promise<unknown>): NonNullable<Meta['render']> =>
  (storyArgs) =>
    html`<div @cue-request-add-to-cart=${(request: RequestEvent) => request.respondWith(answer())}>
      ${template(storyArgs)}
    </div>`;

/** `move-to-cart`: the shop puts it into the cart, then it leaves the list, with a way back. */
export const MovedToCart: Story = {
  tags: alone,
  args: { 'move-to-cart': true },
  beforeEach: () => presentIs(),
  render: withCart(() => Promise.resolve()),
  async play({ canvasElement }) {
    const heard = hear(canvasElement);
    const { findByRole } = await inside(canvasElement, 'cue-wishlist');
    await userEvent.click(await findByRole('button', { name: 'Move to cart: Stoneware teapot' }));
    await expect(await findByRole('button', { name: 'Undo: keep Stoneware teapot' })).toBeVisible();
    await expect(typesOf(heard)).toEqual([
      'cue-request-add-to-cart',
      'cue-add-to-cart',
      'cue-request-remove-from-wishlist',
      'cue-remove-from-wishlist',
    ]);
  },
};

let endMoving = () => {};

/** The shop takes its time. */
export const Moving: Story = {
  tags: alone,
  args: { 'move-to-cart': true },
  beforeEach() {
    presentIs();
    // One step with the cart waits for the other: the next story's would never come.
    return () => endMoving();
  },
  render: withCart(() => new Promise((_, reject) => (endMoving = () => reject(cartError('offline'))))),
  async play({ canvasElement }) {
    const { findByRole } = await inside(canvasElement, 'cue-wishlist');
    const button = await findByRole('button', { name: 'Move to cart: Stoneware teapot' });
    await userEvent.click(button);
    await waitFor(() => expect(button).toHaveAttribute('aria-busy', 'true'));
  },
};

/** The shop could not do it: its reason stands beside the button, and the product stays on the list. */
export const MoveFailed: Story = {
  tags: alone,
  args: { 'move-to-cart': true },
  beforeEach: () => presentIs(),
  render: withCart(() => Promise.reject(cartError('sold-out', 'The last one has just been sold.'))),
  async play({ canvasElement }) {
    const { findByRole, findByText, getAllByRole } = await inside(canvasElement, 'cue-wishlist');
    await userEvent.click(await findByRole('button', { name: 'Move to cart: Stoneware teapot' }));
    await expect(await findByText('The last one has just been sold.')).toBeVisible();
    await expect(getAllByRole('listitem')).toHaveLength(4);
  },
};

/** The shop wants a choice first: a link to the product's page takes the button's place. */
export const ChooseOptions: Story = {
  tags: alone,
  args: { 'move-to-cart': true },
  beforeEach: () => presentIs(),
  render: withCart(() => Promise.reject(cartError('variant-missing'))),
  async play({ canvasElement }) {
    const { findByRole } = await inside(canvasElement, 'cue-wishlist');
    await userEvent.click(await findByRole('button', { name: 'Move to cart: Stoneware teapot' }));
    await expect(await findByRole('link', { name: 'Choose options: Stoneware teapot' })).toHaveAttribute(
      'href',
      teapot.url,
    );
  },
};

/** Browsers share and copy in answer to a press only; here one that copies. */
function playClipboard(writeText: (text: string) => Promise<void>): () => void {
  const own = { share: undefined, clipboard: { writeText } };
  for (const [name, value] of Object.entries(own))
    Object.defineProperty(navigator, name, { value, configurable: true });
  return () => {
    for (const name of Object.keys(own)) Reflect.deleteProperty(navigator, name);
  };
}

/** `share`: a link that has the whole list in it, with no server to keep it. */
export const Shared: Story = {
  tags: alone,
  args: { share: true },
  beforeEach: () => playClipboard(() => Promise.resolve()),
  async play({ canvasElement }) {
    const heard = hear(canvasElement);
    const { findByRole, findAllByText } = await inside(canvasElement, 'cue-wishlist');
    await userEvent.click(await findByRole('button', { name: 'Share' }));
    await expect((await findAllByText('Link copied.')).at(-1)).toBeVisible();
    await expect(heard.map(({ type, detail }) => [type, detail.method])).toEqual([['cue-share', 'copy']]);
  },
};

/** Where the browser allows neither sharing nor copying, the link is there to be copied by hand. */
export const SharedByHand: Story = {
  tags: alone,
  args: { share: true },
  beforeEach: () => playClipboard(() => Promise.reject(new Error('not allowed'))),
  async play({ canvasElement }) {
    const { root, findByRole, findByLabelText } = await inside(canvasElement, 'cue-wishlist');
    await userEvent.click(await findByRole('button', { name: 'Share' }));
    const field = await findByLabelText('Copy this link');
    await waitFor(() => expect(root.activeElement).toBe(field));
  },
};

/** The address becomes that of a shared list, until the story is over. */
function openLink(fragment: string): () => void {
  const before = location.href;
  history.replaceState(history.state, '', fragment);
  return () => history.replaceState(history.state, '', before);
}

/** Somebody's list, opened by its link: to look at and to take from, in place of the shopper's own. */
export const SomebodysList: Story = {
  tags: alone,
  beforeEach() {
    seedOnly([teapot]);
    const { now } = linksTo({ name: 'Birthday', products: [teapot, chair, vase] });
    return openLink(now.slice(now.indexOf('#')));
  },
  async play({ canvasElement, step }) {
    const heard = hear(canvasElement);
    const { findByRole, getByRole, getAllByRole } = await inside(canvasElement, 'cue-wishlist');
    await expect(await findByRole('heading', { name: 'Shared with you: Birthday' })).toBeVisible();
    await expect(getByRole('button', { name: 'On your list: Stoneware teapot' })).toHaveAttribute('aria-disabled');

    await step('all of it is taken over, but what the shopper has', async () => {
      await userEvent.click(getByRole('button', { name: 'Add all to mine' }));
      await waitFor(() => expect(getAllByRole('button', { name: /^On your list/ })).toHaveLength(3));
      await expect(typesOf(heard).filter((type) => type === 'cue-add-to-wishlist')).toHaveLength(2);
    });

    await step('and the shopper goes back to their own', async () => {
      await userEvent.click(getByRole('button', { name: 'Show my wishlist' }));
      await waitFor(() => expect(getAllByRole('button', { name: /^Remove/ })).toHaveLength(3));
      await expect(location.hash).toBe('');
    });
  },
};

/** A link of which a part was lost. */
export const UnreadableLink: Story = {
  tags: alone,
  beforeEach: () => openLink('#cue-wishlist=1lost'),
  async play({ canvasElement }) {
    const { findByText } = await inside(canvasElement, 'cue-wishlist');
    await expect(await findByText(/This link holds no wishlist/)).toBeVisible();
  },
};

/** All of it in a drawer on a phone. */
export const EverythingOnAPhone: Story = {
  tags: alone,
  args: { mode: 'drawer', lists: true, share: true, 'move-to-cart': true },
  globals: { viewport: { value: 'phone', isRotated: false } },
  beforeEach() {
    seedLists();
    setPresent([{ ...teapot, price: 43 }]);
  },
  render: inHeader,
  async play({ canvasElement }) {
    const { findByRole, getByRole } = await inside(canvasElement, 'cue-wishlist');
    await userEvent.click(getByRole('button', { name: 'Wishlist, 4 products' }));
    await findByRole('button', { name: 'Move to cart: Stoneware teapot' });
    const drawer = getByRole('dialog');
    await expect(drawer.scrollWidth).toBeLessThanOrEqual(drawer.clientWidth);
  },
};
