import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import '../../src/define/review.js';
import type { CueReview } from '../../src/elements/review/review.js';
import type { RequestEvent } from '../../src/events/request-event.js';
import { rememberReview } from '../../src/store/reviews.js';
import { cleanSlate } from '../clean-slate.js';
import { hear } from '../hear.js';
import { inReadingOrder } from '../in-reading-order.js';
import { inside } from '../inside.js';
import { productArgs } from '../product-args.js';
import { productArgTypes } from '../product-arg-types.js';
import { teapot } from '../sample-products.js';
import { shopAnswers } from '../shop-answers.js';

const { args, argTypes, template } = getStorybookHelpers<CueReview>('cue-review');
const allArgTypes = { ...productArgTypes(), ...argTypes };

/** What the shop's page tells search engines. */
const data = JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: teapot.name,
  sku: teapot.id,
  aggregateRating: { '@type': 'AggregateRating', ratingValue: 4.6, reviewCount: 128 },
});

const meta: Meta = {
  title: 'Elements/Review',
  component: 'cue-review',
  args: inReadingOrder(
    { ...args, ...productArgs(teapot), action: '/reviews', 'min-time': 1, summary: 'none' },
    allArgTypes,
  ),
  argTypes: allArgTypes,
  beforeEach() {
    cleanSlate();
    return shopAnswers({ json: { ok: true } });
  },
  render: (storyArgs) => template(storyArgs),
};
export default meta;

type Story = StoryObj;

const alone = ['!autodocs'];

/** A picture of one colour, drawn here. */
async function photo(name = 'kitchen.png'): Promise<File> {
  const canvas = new OffscreenCanvas(120, 90);
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#b8643c';
  pen.fillRect(0, 0, 120, 90);
  return new File([await canvas.convertToBlob()], name, { type: 'image/png' });
}

/** Chooses stars, writes a text and presses the button. */
async function write(canvasElement: HTMLElement) {
  const found = await inside(canvasElement, 'cue-review');
  await userEvent.click(await waitFor(() => found.getByRole('radio', { name: '4 stars' })));
  await userEvent.type(found.getByRole('textbox'), 'Pours to the last drop.');
  await userEvent.click(found.getByRole('button', { name: 'Send review' }));
  return found;
}

/** With nothing but `action`: a form of its own, with stars that are radios. */
export const Default: Story = {
  async play({ canvasElement, step }) {
    const heard = hear(canvasElement);
    const { root, getByText, getByRole } = await write(canvasElement);

    await step('the shop has taken it: one fact, with the rating and not the text', async () => {
      await waitFor(() => expect(getByText('Thank you for your review!')).toBeVisible());
      await expect(heard.map(({ type }) => type)).toEqual(['cue-request-review', 'cue-review']);
      await expect(heard[1]?.detail).toMatchObject({ rating: 4, product: { id: 'teapot' } });
      await expect(JSON.stringify(heard.map(({ detail }) => detail))).not.toContain('Pours');
    });

    await step('it can be written again', async () => {
      await userEvent.click(getByRole('button', { name: 'Write again' }));
      await waitFor(() => expect(root.activeElement).toBe(getByRole('radio', { name: '4 stars' })));
    });
  },
};

/** What the page’s own data says of all reviews. With neither form nor `action`, nothing else. */
export const Summary: Story = {
  args: { action: undefined, summary: undefined },
  render: (storyArgs) =>
    html`<script type="application/ld+json">
        ${data}
      </script>
      ${template(storyArgs)}`,
  async play({ canvasElement }) {
    const { getByRole } = await inside(canvasElement, 'cue-review');
    await waitFor(() => expect(getByRole('img', { name: '4.6 out of 5, 128 reviews' })).toBeVisible());
  },
};

/** The shop’s own form: radios in the part marked `data-cue="rating"` become stars, and stay radios. */
export const OwnForm: Story = {
  args: { action: undefined },
  render: (storyArgs) =>
    template(
      storyArgs,
      html`<form action="/reviews" method="post" enctype="multipart/form-data">
        <input type="hidden" name="sku" data-cue="product-id" />
        <fieldset data-cue="rating">
          <legend>How do you like it?</legend>
          ${[1, 2, 3, 4, 5].map(
            (count) =>
              html`<label><input type="radio" name="score" .value=${String(count)} required /> ${count} of 5</label>`,
          )}
        </fieldset>
        <p>
          <label>In words <textarea name="words" required></textarea></label>
        </p>
        <p>
          <label>A picture <input type="file" name="picture" accept="image/*" data-cue="photo" /></label>
        </p>
        <button>Post it</button>
      </form>`,
    ),
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('radio', { name: '5 of 5' }));
    await userEvent.type(canvas.getByRole('textbox'), 'Pours well.');
    await userEvent.upload(canvas.getByLabelText('A picture'), await photo());
    await waitFor(() => expect(canvas.getByRole('img', { name: 'kitchen.png' })).toBeVisible());
    await userEvent.click(canvas.getByRole('button', { name: 'Post it' }));
    const { getByText } = await inside(canvasElement, 'cue-review');
    await waitFor(() => expect(getByText('Thank you for your review!')).toBeVisible());
  },
};

/** A photo is shown before it is sent, and can be taken back. */
export const WithPhoto: Story = {
  tags: alone,
  async play({ canvasElement }) {
    const { getByLabelText, getByRole } = await inside(canvasElement, 'cue-review');
    await userEvent.upload(getByLabelText('A photo, if you like'), await photo());
    await waitFor(() => expect(getByRole('img', { name: 'kitchen.png' })).toBeVisible());
    await expect(getByRole('button', { name: 'Remove the photo' })).toBeVisible();
  },
};

/** Larger than `max-photo-size` allows: taken back at once, with the reason. */
export const PhotoTooLarge: Story = {
  tags: alone,
  args: { 'max-photo-size': 0.0001 },
  async play({ canvasElement }) {
    const { getByLabelText, getByText } = await inside(canvasElement, 'cue-review');
    await userEvent.upload(getByLabelText('A photo, if you like'), await photo());
    await waitFor(() => expect(getByText(/Please choose a smaller one/)).toBeVisible());
  },
};

/** More fields, and what the shopper agrees to; how long the text has to be, and may be. */
export const MoreFields: Story = {
  tags: alone,
  args: { 'min-length': 20, 'max-length': 600 },
  render: (storyArgs) =>
    template(
      storyArgs,
      html`<p slot="fields">
          <label>Your name <input name="name" autocomplete="given-name" required /></label>
        </p>
        <label slot="consent"><input type="checkbox" name="agree" required /> You may print it.</label>`,
    ),
  async play({ canvasElement }) {
    const { getByText } = await inside(canvasElement, 'cue-review');
    await expect(getByText('At least 20 characters · 600 characters left')).toBeVisible();
  },
};

/** The browser's own complaint, in the shopper's own language. */
export const Invalid: Story = {
  tags: alone,
  async play({ canvasElement }) {
    const { element, getByRole } = await inside(canvasElement, 'cue-review');
    await userEvent.click(getByRole('button', { name: 'Send review' }));
    await waitFor(() => expect(element.matches(':state(invalid)')).toBe(true));
  },
};

/** The shop takes its time. */
export const Pending: Story = {
  tags: alone,
  beforeEach: () => shopAnswers({ fails: 'never' }),
  async play({ canvasElement }) {
    const { getByRole } = await write(canvasElement);
    await waitFor(() => expect(getByRole('button', { name: 'Send review' })).toHaveAttribute('aria-busy', 'true'));
  },
};

/** The shop reads it first. */
export const Confirm: Story = {
  tags: alone,
  args: { moderated: true },
  async play({ canvasElement }) {
    const { getByText } = await write(canvasElement);
    await waitFor(() => expect(getByText(/when we have read it/)).toBeVisible());
  },
};

/** The shop has a review of this shopper already. */
export const Already: Story = {
  tags: alone,
  beforeEach: () => shopAnswers({ status: 409 }),
  async play({ canvasElement }) {
    const heard = hear(canvasElement);
    const { getByText } = await write(canvasElement);
    await waitFor(() => expect(getByText('You have reviewed this.')).toBeVisible());
    await expect(heard.map(({ type }) => type)).toEqual(['cue-request-review']);
  },
};

/** The shop says no, in its own words; what was written is kept. */
export const Refused: Story = {
  tags: alone,
  beforeEach: () => shopAnswers({ status: 422, json: { message: 'We print no links.' } }),
  async play({ canvasElement }) {
    const { getByText, getByRole } = await write(canvasElement);
    await waitFor(() => expect(getByText('We print no links.')).toBeVisible());
    await expect(getByRole('textbox')).toHaveValue('Pours to the last drop.');
  },
};

/** No answer came. */
export const Offline: Story = {
  tags: alone,
  beforeEach: () => shopAnswers({ fails: 'no answer' }),
  async play({ canvasElement }) {
    const { getByText, getByRole } = await write(canvasElement);
    await waitFor(() => expect(getByText(/No answer came/)).toBeVisible());
    await expect(getByRole('textbox')).toHaveValue('Pours to the last drop.');
  },
};

/** Too many came before. */
export const RateLimited: Story = {
  tags: alone,
  beforeEach: () => shopAnswers({ status: 429, headers: { 'retry-after': '120' } }),
  async play({ canvasElement }) {
    const { getByText } = await write(canvasElement);
    await waitFor(() => expect(getByText(/try again in 2 minutes/)).toBeVisible());
  },
};

/** After a reload: the shopper has written on another day. */
export const Remembered: Story = {
  tags: alone,
  beforeEach: () => rememberReview('teapot'),
  async play({ canvasElement }) {
    const { getByText } = await inside(canvasElement, 'cue-review');
    await expect(getByText('You have reviewed this.')).toBeVisible();
  },
};

/** The shop forbids the step: the form stays as it is. */
export const Vetoed: Story = {
  tags: alone,
  decorators: [
    (story) => html`<div @cue-request-review=${(request: RequestEvent) => request.preventDefault()}>${story()}</div>`,
  ],
  async play({ canvasElement }) {
    const heard = hear(canvasElement);
    const { getByRole } = await write(canvasElement);
    await expect(getByRole('textbox')).toBeVisible();
    await expect(heard.map(({ type }) => type)).toEqual(['cue-request-review']);
  },
};

/** Words of the shop's own when it is done. */
export const OwnWords: Story = {
  tags: alone,
  args: { label: 'How many stars is it worth?' },
  render: (storyArgs) => template(storyArgs, html`<p slot="success">Wonderful. The kiln is lit on Thursdays.</p>`),
  async play({ canvasElement }) {
    await write(canvasElement);
    await waitFor(() => expect(within(canvasElement).getByText(/The kiln is lit/)).toBeVisible());
  },
};

/** Custom properties and parts give it the shop's face. */
export const OwnTheme: Story = {
  tags: alone,
  args: {
    '--cue-button-background': '#5b2a86',
    '--cue-button-color': '#fff',
    '--cue-star-color': '#5b2a86',
    '--cue-radius': '22px',
    'label-part': 'font-family: Georgia, serif;',
  },
};

export const HighContrast: Story = { ...Refused, globals: { theme: 'high-contrast' } };

/** On a phone, from right to left. */
export const OnAPhoneFromRightToLeft: Story = {
  tags: alone,
  globals: { direction: 'rtl', locale: 'he', viewport: { value: 'phone', isRotated: false } },
};
