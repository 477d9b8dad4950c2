/// <reference types="vite/client" />
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { RequestEvent } from '../src/events/request-event.js';
import { setCart } from '../src/store/cart.js';
import { declareIncentives } from '../src/store/declared-incentives.js';
import { stepIncentive } from '../src/store/incentives.js';
import { setConsent } from '../src/store/consent.js';
import { erase } from '../src/store/erase.js';
import { rememberViewed } from '../src/store/viewed.js';
import { createList } from '../src/store/wish-lists.js';
import { cleanSlate } from './clean-slate.js';
import { elementSamples, shopWords } from './element-samples.js';
import { findClipped } from './find-clipped.js';
import { english, pseudo, pseudoLocale } from './pseudo-locale.js';
import { chair, lamp, products, teapot } from './sample-products.js';
import { seedWishlist } from './seed-wishlist.js';
import { textsOf } from './texts-of.js';

const defined = import.meta.glob('../src/define/*.ts', { eager: true });
const tags = Object.keys(defined).map((path) => `cue-${path.split('/').at(-1)?.replace(/\.ts$/, '')}`);
const speaking = tags.filter((tag) => english[tag]);

/** Names that are written in Latin letters everywhere. */
const NAMES = /\b(?:Bluesky|Facebook|LINE|LinkedIn|Pinterest|Reddit|Telegram|Threads|WhatsApp|X)\b/g;

const withoutShopWords = (text: string): string => shopWords.reduce((rest, word) => rest.replaceAll(word, ''), text);

/** What is left of a text when everything between brackets has gone, and brackets can stand within brackets. */
function outsideBrackets(text: string): string {
  const less = text.replace(/\[[^[\]]*\]/g, '');
  return less === text ? text : outsideBrackets(less);
}

/** Whether a text, or a part of it, comes from the kit's code and not from its messages. */
const isHardCoded = (text: string): boolean => /\p{L}/u.test(withoutShopWords(outsideBrackets(text)));

/** Whether a text, or a part of it, is not in Arabic. */
const isForeign = (text: string): boolean => /\p{Script=Latin}/u.test(withoutShopWords(text).replace(NAMES, ''));

/** A shopper who has wishes, a cart and a past. */
function seed(): void {
  cleanSlate();
  erase();
  setConsent({ personalization: 'granted', analytics: 'granted', ads: 'denied' });
  seedWishlist(products);
  declareIncentives([
    { id: 'SAMPLE', kind: 'gift', name: 'Hearth' },
    { id: 'GUIDE', kind: 'gated-content', name: 'Hearth' },
  ]);
  stepIncentive('GUIDE', { type: 'grant', at: Date.now() });
  createList('Party', Date.now(), undefined, 'party');
  for (const product of [teapot, lamp, chair])
    rememberViewed({ ...product, url: `https://shop.example/${product.id}` });
  setCart({ lines: [{ key: '1', product: teapot, quantity: 1 }], total: 48, currency: 'EUR' });
}

const agree = (request: RequestEvent<'cue-request-add-to-cart'>) => request.respondWith(Promise.resolve());

/** On a narrow phone, each in a room of its own. */
const everyElement = () =>
  html`<style>
      @scope {
        .room {
          inline-size: 320px;
          margin-block-end: 24px;
        }
      }</style
    >${speaking.flatMap((tag) =>
      (elementSamples[tag] ?? []).map(
        ({ markup }) => html`<div class="room" @cue-request-add-to-cart=${agree}>${markup}</div>`,
      ),
    )}`;

interface Shown {
  tag: string;
  element: Element;
  room: Element;
}

const described = (shown: readonly Shown[], find: (one: Shown) => string[]): string[] =>
  shown.flatMap((one) => find(one).map((text) => `${one.tag}: ${text}`));

const textsThat = (are: (text: string) => boolean) => (shown: readonly Shown[]) =>
  described(shown, ({ element }) =>
    textsOf(element)
      .map(({ text }) => text)
      .filter(are),
  );

const clipped = (shown: readonly Shown[]) =>
  described(shown, ({ element, room }) => findClipped(textsOf(element), room));

/** Brings each element into its state, as soon as it speaks: what was said stays in the language in which it was said. */
async function bring(canvasElement: HTMLElement, wrong: (shown: readonly Shown[]) => string[]): Promise<Shown[]> {
  const rooms = [...canvasElement.getElementsByClassName('room')];
  const samples = speaking.flatMap((tag) => (elementSamples[tag] ?? []).map((sample) => ({ tag, ...sample })));
  const shown = samples.map(({ tag, act }, index) => {
    const room = rooms[index]!;
    return { tag, act, room, element: room.querySelector(tag)! };
  });
  for (const { tag, element } of shown)
    await waitFor(() => expect(textsOf(element), `${tag} says nothing`).not.toHaveLength(0));
  await waitFor(() => expect(wrong(shown)).toEqual([]));
  for (const { act, element } of shown) await act?.(element.shadowRoot!);
  return shown;
}

const meta: Meta = {
  title: 'Languages',
  tags: ['!autodocs'],
  parameters: {
    controls: { disable: true },
    // The pseudo-locale is no language that axe knows, and no shop has an element twice in a page under the same name.
    a11y: { options: { rules: { 'valid-lang': { enabled: false }, 'landmark-unique': { enabled: false } } } },
  },
  beforeEach: seed,
  render: everyElement,
};
export default meta;

type Story = StoryObj;

/**
 * Every text of the kit in brackets, with accents and 40 % longer: what has no brackets is written into the code instead of the
 * messages, and what does not fit here will not fit in German.
 */
export const PseudoLocale: Story = {
  globals: { locale: pseudoLocale, direction: 'ltr' },
  async play({ canvasElement, step }) {
    await step('the pseudo-locale is longer, keeps its places, and would show what is hard-coded', async () => {
      await expect(pseudo('Add {name} to wishlist')).toMatch(/^\[Åðð \{name\} tø+ .+\]$/);
      await expect(String(pseudo('Link to share')).length).toBeGreaterThanOrEqual(
        Math.floor('Link to share'.length * 1.4),
      );
      await expect(['[Åðð]', '[Åðð [x] €5]', 'Bud vase: [x]', '€5'].filter(isHardCoded)).toEqual([]);
      await expect(['Add', '[Åðð] now', 'Bud vases'].filter(isHardCoded)).toHaveLength(3);
    });

    await step('every element that speaks is here', async () => {
      await expect(speaking.filter((tag) => !elementSamples[tag]?.length)).toEqual([]);
    });

    const hardCoded = textsThat(isHardCoded);
    const shown = await bring(canvasElement, hardCoded);
    await step('nothing is hard-coded', () => waitFor(() => expect(hardCoded(shown)).toEqual([])));

    await step('each says something', async () => {
      const silent = shown.filter(({ element }) => !textsOf(element).some(({ text }) => text.includes('[')));
      await expect(silent.map(({ tag }) => tag)).toEqual([]);
    });

    await step('nothing is clipped', () => expect(clipped(shown)).toEqual([]));

    await step('what is clipped would be seen', async () => {
      const [{ element, room }] = shown as [(typeof shown)[number]];
      const button = element.shadowRoot!.querySelector('button')!;
      button.style.cssText = 'inline-size: 20px; white-space: nowrap';
      await expect(findClipped(textsOf(element), room)).not.toEqual([]);
      button.style.cssText = '';
    });
  },
};

/** From right to left, in the language’s own words: loaded because the page says `lang="ar"`. */
export const Arabic: Story = {
  globals: { locale: 'ar', direction: 'rtl' },
  async play({ canvasElement, step }) {
    const foreign = textsThat(isForeign);
    const shown = await bring(canvasElement, foreign);
    await step('nothing is left in English', () => waitFor(() => expect(foreign(shown)).toEqual([])));
    await step('it runs from right to left, and nothing is clipped', async () => {
      await expect(shown.map(({ element }) => getComputedStyle(element).direction)).not.toContain('ltr');
      await expect(clipped(shown)).toEqual([]);
    });
  },
};
