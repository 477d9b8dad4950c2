import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, render } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/define/wishlist-button.js';
import { onRecord } from '../src/kit.js';
import { inside } from './inside.js';
import { productCard } from './product-card.js';
import { teapot } from './sample-products.js';

const log = () => document.querySelector('.log');

/** Writes into the log of the story that is shown, the newest first. */
function tell(kind: string, name: string, content: unknown): void {
  const line = document.createElement('li');
  render(
    html`${kind} <strong>${name}</strong>
      <pre tabindex="0">${JSON.stringify(content, null, 2)}</pre>`,
    line,
  );
  log()?.prepend(line);
}

const tellEvent = (kind: string) => (event: CustomEvent) => tell(kind, event.type, event.detail);

const meta: Meta = {
  title: 'Events',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
};
export default meta;

/**
 * Press the heart: the shop is asked (a request), and told when it has happened (a fact); the fact becomes a record, which is what sinks
 * carry away. The newest is on top.
 */
export const WhatTheShopHears: StoryObj = {
  beforeEach: () => onRecord((record) => tell('Record', record.name, record)),
  render: () =>
    html`<div
      @cue-request-add-to-wishlist=${tellEvent('Request')}
      @cue-request-remove-from-wishlist=${tellEvent('Request')}
      @cue-add-to-wishlist=${tellEvent('Fact')}
      @cue-remove-from-wishlist=${tellEvent('Fact')}
    >
      ${productCard(teapot, {
        corner: html`<cue-wishlist-button
          product-id=${teapot.id}
          name=${teapot.name}
          price=${teapot.price}
          currency=${teapot.currency}
        ></cue-wishlist-button>`,
      })}
      <ul class="log" aria-label="What the shop hears"></ul>
    </div>`,
  async play({ canvasElement }) {
    const { getByRole } = await inside(canvasElement, 'cue-wishlist-button');
    await userEvent.click(getByRole('button'));
    await waitFor(() =>
      expect([...canvasElement.querySelectorAll('strong')].map(({ textContent }) => textContent).sort()).toEqual([
        'add_to_wishlist',
        'cue-add-to-wishlist',
        'cue-request-add-to-wishlist',
      ]),
    );
  },
};
