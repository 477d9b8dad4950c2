/// <reference types="vite/client" />
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../../src/define/video.js';
import type { CueVideo } from '../../src/elements/video/video.js';
import { hear } from '../hear.js';
import { inReadingOrder } from '../in-reading-order.js';
import { inside } from '../inside.js';
import { lamp, teapot, vase } from '../sample-products.js';

const { args, argTypes } = getStorybookHelpers<CueVideo>('cue-video');

const FILE = `${import.meta.env.BASE_URL}pictures/pouring.webm`;
const YOUTUBE = 'https://www.youtube.com/watch?v=aqz-KE-bpKQ';
const VIMEO = 'https://vimeo.com/76979871';

const chapters = [
  { start: 0, title: 'Warm the pot', product: teapot },
  { start: 3, title: 'Let it draw' },
  { start: 6, title: 'Set the table', product: vase },
  { start: 9, title: 'Sit down', product: lamp },
];

const json = (list: unknown) =>
  html`<script type="application/json">
    ${JSON.stringify({ chapters: list })}
  </script>`;

const video = (inner: unknown = '') =>
  html`<video src=${FILE} controls playsinline preload="metadata" width="480" height="270" aria-label="How to pour tea">
    ${inner}
  </video>`;

/** What shops write: a link that works without scripts, with a picture of their own in it. */
const link = (address: string) =>
  html`<a href=${address}
    ><img src="${import.meta.env.BASE_URL}pictures/teapot.svg" alt="How to pour tea" width="480" height="270"
  /></a>`;

const frame = (content: unknown, list?: unknown) =>
  html`<div class="card" style="inline-size: 480px"><cue-video>${content}${list ? json(list) : ''}</cue-video></div>`;

const meta: Meta = {
  title: 'Elements/Video',
  component: 'cue-video',
  args: inReadingOrder(args, argTypes),
  argTypes,
  parameters: { controls: { disable: true } },
};
export default meta;

type Story = StoryObj;

const buttonsOf = (root: ShadowRoot) => [...root.querySelectorAll<HTMLButtonElement>('ol button')];

/** The shop's own `<video>`, with chapters: each goes to its place, and shows its product while it plays. Press play: the Actions panel shows what is told. */
export const Default: Story = {
  render: () => frame(video(), chapters),
  async play({ canvasElement, step }) {
    const { root, getByRole } = await inside(canvasElement, 'cue-video');
    await waitFor(() => expect(buttonsOf(root)).toHaveLength(4));

    await step('a chapter goes to its place', async () => {
      await userEvent.click(getByRole('button', { name: '0:06 Set the table' }));
      await waitFor(() => expect(canvasElement.querySelector('video')!.currentTime).toBeGreaterThanOrEqual(6));
    });

    await step('its product stands beneath', async () => {
      await waitFor(() => expect(getByRole('link', { name: /Bud vase/ })).toHaveAttribute('href', vase.url));
      await expect(getByRole('button', { name: /Set the table/ })).toHaveAttribute('aria-current', 'true');
    });

    canvasElement.querySelector('video')!.pause();
  },
};

/** A video alone: the element shows nothing of its own. */
export const Plain: Story = {
  render: () => frame(video()),
  async play({ canvasElement }) {
    const { root } = await inside(canvasElement, 'cue-video');
    await expect(root.querySelectorAll('button, iframe')).toHaveLength(0);
    await expect(canvasElement.querySelector('video')).toBeVisible();
  },
};

/** Chapters out of the video's own track. */
export const ChaptersOfATrack: Story = {
  render: () =>
    frame(
      video(
        html`<track
          kind="chapters"
          srclang="en"
          src="data:text/vtt,${encodeURIComponent('WEBVTT\n\n00:00.000 --> 00:06.000\nWarm the pot\n\n00:06.000 --> 00:12.000\nPour\n')}"
        />`,
      ),
    ),
  async play({ canvasElement }) {
    const { root } = await inside(canvasElement, 'cue-video');
    await waitFor(() => expect(buttonsOf(root)).toHaveLength(2));
  },
};

/** What plays by itself, without a sound, tells nothing. */
export const PlaysByItself: Story = {
  tags: ['!autodocs'],
  render: () =>
    frame(html`<video src=${FILE} autoplay muted playsinline .muted=${true} width="480" height="270"></video>`),
  async play({ canvasElement }) {
    const heard = hear(canvasElement);
    const element = canvasElement.querySelector('video')!;
    await waitFor(() => expect(element.currentTime).toBeGreaterThan(0.5));
    await expect(heard).toHaveLength(0);
    element.pause();
  },
};

/** A link to YouTube: nothing is loaded from there before it is pressed. */
export const YouTube: Story = {
  render: () => frame(link(YOUTUBE), chapters),
  async play({ canvasElement }) {
    const { root } = await inside(canvasElement, 'cue-video');
    await expect(root.querySelector('iframe')).toBeNull();
    await expect(canvasElement.querySelector('a')).toHaveAttribute('href', YOUTUBE);
    await waitFor(() => expect(buttonsOf(root)).toHaveLength(4));
  },
};

/** A link to Vimeo, which is asked not to track. */
export const Vimeo: Story = {
  render: () => frame(link(VIMEO)),
  async play({ canvasElement }) {
    const { root } = await inside(canvasElement, 'cue-video');
    await expect(root.querySelector('.sign')).toBeVisible();
  },
};

/** A link without a picture. */
export const NoPicture: Story = {
  tags: ['!autodocs'],
  render: () => frame(html`<a href=${YOUTUBE}>How to pour tea</a>`),
  async play({ canvasElement }) {
    await expect(canvasElement.querySelector('a')).toBeVisible();
  },
};

/** Many chapters with long names, on a phone, from right to left: their row scrolls, the page does not. */
export const OnAPhoneFromRightToLeft: Story = {
  tags: ['!autodocs'],
  globals: { direction: 'rtl', locale: 'he', viewport: { value: 'phone', isRotated: false } },
  render: () =>
    html`<cue-video
      >${link(YOUTUBE)}${json(
        Array.from({ length: 12 }, (_, index) => ({
          start: index * 60,
          title: `Chapter ${index} with a rather long name`,
          product: teapot,
        })),
      )}</cue-video
    >`,
  async play({ canvasElement }) {
    const { element, root } = await inside(canvasElement, 'cue-video');
    await waitFor(() => expect(buttonsOf(root)).toHaveLength(12));
    await expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
  },
};

/** Where colours are black, white and yellow. */
export const HighContrast: Story = {
  tags: ['!autodocs'],
  globals: { theme: 'high-contrast' },
  render: () => frame(video(), chapters),
  async play({ canvasElement }) {
    const { root, getByRole } = await inside(canvasElement, 'cue-video');
    await waitFor(() => expect(buttonsOf(root)).toHaveLength(4));
    await userEvent.click(getByRole('button', { name: /Warm the pot/ }));
    await waitFor(() => expect(getByRole('link', { name: /Stoneware teapot/ })).toBeVisible());
    canvasElement.querySelector('video')!.pause();
  },
};
