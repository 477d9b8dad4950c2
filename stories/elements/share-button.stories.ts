import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../../src/define/share-button.js';
import type { CueShareButton } from '../../src/elements/share-button/share-button.js';
import type { RequestEvent } from '../../src/events/request-event.js';
import { hear } from '../hear.js';
import { inReadingOrder } from '../in-reading-order.js';
import { inside } from '../inside.js';
import { productArgTypes } from '../product-arg-types.js';
import { productArgs } from '../product-args.js';
import { productCard } from '../product-card.js';
import { teapot } from '../sample-products.js';

const { args, template, ...helpers } = getStorybookHelpers<CueShareButton>('cue-share-button');

const argTypes = { ...productArgTypes(), ...helpers.argTypes };

const meta: Meta = {
  title: 'Elements/Share button',
  component: 'cue-share-button',
  args: inReadingOrder(
    { ...args, ...productArgs({ ...teapot, url: 'https://shop.example/teapot' }), mode: 'menu' },
    argTypes,
  ),
  argTypes,
  render: (storyArgs) => template(storyArgs),
};
export default meta;

type Story = StoryObj;

const typesOf = (events: readonly Event[]) => events.map(({ type }) => type);

/** Puts something in place of what the browser has, until the next story. */
function stub(name: 'share' | 'canShare' | 'clipboard', value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(navigator, name);
  Object.defineProperty(navigator, name, { value, configurable: true });
  return () => {
    if (before) Object.defineProperty(navigator, name, before);
    else delete (navigator as unknown as Record<string, unknown>)[name];
  };
}

const withClipboard = (writeText: (text: string) => Promise<void>) => () => stub('clipboard', { writeText });

async function openMenu(canvasElement: HTMLElement) {
  const found = await inside(canvasElement, 'cue-share-button');
  await userEvent.click(found.root.querySelector('button')!);
  const menu = await waitFor(() => found.getByRole('menu', { name: 'Ways to share' }));
  await waitFor(() => expect(found.root.querySelector('.panel[data-placed]')).toBeVisible());
  return { ...found, menu };
}

/** An icon; pressed, a menu of ways to share, where the system has no dialog of its own. */
export const Default: Story = {
  beforeEach: withClipboard(async () => {}),
  async play({ canvasElement, step }) {
    const heard = hear(canvasElement);
    const { root, getByRole, getAllByRole } = await openMenu(canvasElement);
    await expect(getAllByRole('menuitem')).toHaveLength(6);
    await waitFor(() => expect(root.activeElement).toBe(getByRole('menuitem', { name: 'Copy link' })));

    await step('arrows go round', async () => {
      await userEvent.keyboard('{ArrowUp}');
      await expect(root.activeElement).toBe(getByRole('menuitem', { name: /^X/ }));
      await userEvent.keyboard('{ArrowDown}');
    });

    await step('the copied link is told, and said', async () => {
      await userEvent.keyboard('{Enter}');
      await waitFor(() => expect(getByRole('status')).toHaveTextContent('Link copied'));
      await expect(typesOf(heard)).toEqual(['cue-request-share', 'cue-share-intent', 'cue-share']);
      await expect(heard[0]?.detail.url).toBe('https://shop.example/teapot?utm_source=copy&utm_medium=share');
      await expect(heard[2]?.detail).toMatchObject({ method: 'copy', content_type: 'product', item_id: 'teapot' });
    });

    await step('Escape closes it, and the focus returns', async () => {
      await userEvent.keyboard('{Escape}');
      // Escape of a script closes no popover; the browser's own does.
      root.querySelector<HTMLElement>('.panel')!.hidePopover();
      await waitFor(() => expect(root.activeElement).toBe(root.querySelector('.button')));
    });
  },
};

/** With a label; on a product card. */
export const Labelled: Story = {
  args: { label: 'Share' },
  render: (storyArgs) => productCard(teapot, { below: template(storyArgs) }),
  async play({ canvasElement }) {
    const { getByRole } = await inside(canvasElement, 'cue-share-button');
    await expect(getByRole('button', { name: 'Share: Stoneware teapot' })).toBeVisible();
  },
};

/** Where the system has a dialog, as on phones, it is asked within the press. */
export const SystemDialog: Story = {
  tags: ['!autodocs'],
  args: { mode: 'auto', label: 'Share' },
  beforeEach() {
    const undo = [stub('canShare', () => true), stub('share', async () => {})];
    return () => undo.forEach((one) => one());
  },
  async play({ canvasElement }) {
    const heard = hear(canvasElement);
    const { getByRole } = await inside(canvasElement, 'cue-share-button');
    const button = getByRole('button');
    await expect(button).not.toHaveAttribute('aria-haspopup');
    await userEvent.click(button);
    await waitFor(() => expect(typesOf(heard)).toEqual(['cue-request-share', 'cue-share-intent', 'cue-share']));
  },
};

/** The shopper closes the system's dialog: an intention, no share. */
export const Cancelled: Story = {
  tags: ['!autodocs'],
  args: { mode: 'auto', label: 'Share' },
  beforeEach() {
    const undo = [
      stub('canShare', () => true),
      stub('share', () => Promise.reject(new DOMException('cancelled', 'AbortError'))),
    ];
    return () => undo.forEach((one) => one());
  },
  async play({ canvasElement }) {
    const heard = hear(canvasElement);
    const { getByRole } = await inside(canvasElement, 'cue-share-button');
    await userEvent.click(getByRole('button'));
    await waitFor(() => expect(typesOf(heard)).toEqual(['cue-request-share', 'cue-share-intent']));
  },
};

/** The shop's choice of networks, in its order, and an article in place of a product. */
export const Article: Story = {
  args: {
    'product-id': '',
    name: '',
    label: 'Share this story',
    networks: 'linkedin bluesky reddit threads telegram line email copy',
    url: 'https://shop.example/journal/tea',
    title: 'All about tea',
    'utm-campaign': 'journal',
  },
  async play({ canvasElement }) {
    const { getAllByRole } = await openMenu(canvasElement);
    const links = getAllByRole('menuitem') as HTMLAnchorElement[];
    await expect(links).toHaveLength(8);
    await expect(new URL(links[0]!.href).searchParams.get('url')).toBe(
      'https://shop.example/journal/tea?utm_source=linkedin&utm_medium=share&utm_campaign=journal',
    );
    await expect(links[0]).toHaveAttribute('rel', 'noopener noreferrer');
  },
};

/** The link has been copied. */
export const Copied: Story = {
  tags: ['!autodocs'],
  beforeEach: withClipboard(async () => {}),
  async play({ canvasElement }) {
    const { getByRole } = await openMenu(canvasElement);
    await userEvent.click(getByRole('menuitem', { name: 'Copy link' }));
    await waitFor(() => expect(getByRole('menuitem', { name: 'Link copied' })).toBeVisible());
  },
};

/** The browser does not let the link be copied: it stands selected in a field. */
export const ByHand: Story = {
  tags: ['!autodocs'],
  beforeEach: withClipboard(() => Promise.reject(new DOMException('no', 'NotAllowedError'))),
  async play({ canvasElement }) {
    const { root, getByRole } = await openMenu(canvasElement);
    await userEvent.click(getByRole('menuitem', { name: 'Copy link' }));
    const field = await waitFor(() => getByRole('textbox', { name: 'Link to share' }));
    await waitFor(() => expect(root.activeElement).toBe(field));
  },
};

/** The shop could not share: the shopper is told beside the button. */
export const Failed: Story = {
  tags: ['!autodocs'],
  decorators: [
    (story) =>
      html`<div
        @cue-request-share=${(request: RequestEvent) => request.respondWith(Promise.reject(new Error('no network')))}
      >
        ${story()}
      </div>`,
  ],
  async play({ canvasElement }) {
    const { root, getByRole } = await openMenu(canvasElement);
    await userEvent.click(getByRole('menuitem', { name: /^Facebook/ }));
    await waitFor(() => expect(root.querySelector('.failure')).toHaveTextContent('That did not work'));
  },
};

/** Custom properties, parts and an icon of the shop's own. */
export const OwnTheme: Story = {
  tags: ['!autodocs'],
  args: {
    label: 'Tell a friend',
    '--cue-surface': '#f3f8f5',
    '--cue-text': '#123a2d',
    '--cue-radius': '6px',
    '--cue-share-button-background': '#e3f1ea',
    'button-part': 'color: #0b4f3a;',
  },
  async play({ canvasElement }) {
    await openMenu(canvasElement);
  },
};

/** The menu where colours are black, white and yellow. */
export const HighContrast: Story = { ...Copied, globals: { theme: 'high-contrast' } };

/** On a phone, from right to left. */
export const OnAPhoneFromRightToLeft: Story = {
  tags: ['!autodocs'],
  globals: { direction: 'rtl', locale: 'he', viewport: { value: 'phone', isRotated: false } },
  async play({ canvasElement }) {
    const { menu } = await openMenu(canvasElement);
    const { left, right } = menu.getBoundingClientRect();
    await expect(left).toBeGreaterThanOrEqual(0);
    await expect(right).toBeLessThanOrEqual(innerWidth);
  },
};
