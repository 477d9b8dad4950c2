import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { userEvent, waitFor } from 'storybook/test';
import { models } from './sample-models.js';
import { teapot } from './sample-products.js';

/** An element in a state in which it has something to say. */
export interface ElementSample {
  markup: TemplateResult;
  /** Brings it there, when it has been rendered. */
  act?(root: ShadowRoot): Promise<void>;
}

const find = (root: ShadowRoot, selector: string): Promise<HTMLElement> =>
  waitFor(() => {
    const found = root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`There is no ${selector} in ${root.host.outerHTML}`);
    return found;
  });

const press =
  (...selectors: string[]): NonNullable<ElementSample['act']> =>
  async (root) => {
    for (const selector of selectors) await userEvent.click(await find(root, selector));
  };

const chapters = JSON.stringify({ chapters: [{ start: 0, title: 'Warm the pot' }] });

/**
 * What the stories of the languages show of each element. An element that speaks needs an entry here. The shop's own words in it are
 * among `shopWords`.
 */
export const elementSamples: Readonly<Record<string, readonly ElementSample[]>> = {
  'cue-add-to-cart': [
    {
      markup: html`<cue-add-to-cart
        product-id="teapot"
        name="Stoneware teapot"
        price="48"
        currency="EUR"
        quantity-field
        cart-url="#cart"
      ></cue-add-to-cart>`,
      async act(root) {
        await press('button')(root);
        await find(root, '[part=link]');
      },
    },
    { markup: html`<cue-add-to-cart product-id="lamp" name="Reading lamp" availability="SoldOut"></cue-add-to-cart>` },
  ],
  'cue-cart-progress': [
    { markup: html`<cue-cart-progress free-shipping="120" currency="EUR"></cue-cart-progress>` },
    {
      markup: html`<cue-cart-progress
        tiers='[{"amount":20,"kind":"free-shipping"},{"amount":90,"kind":"gift"}]'
        currency="EUR"
      ></cue-cart-progress>`,
    },
    { markup: html`<cue-cart-progress free-shipping="20" currency="EUR"></cue-cart-progress>` },
  ],
  'cue-countdown': [{ markup: html`<cue-countdown ends="2099-01-31T18:00:00+01:00"></cue-countdown>` }],
  'cue-gate': [
    {
      // Where no shop answers it says so, when its step was taken.
      markup: html`<cue-gate incentive="GUIDE" step="newsletter-sign-up" src="/no-shop/guide"></cue-gate>`,
    },
  ],
  'cue-incentive': [
    { markup: html`<cue-incentive incentive="SAMPLE" outcome="stacking"></cue-incentive>` },
    { markup: html`<cue-incentive incentive="SAMPLE" outcome="applied"></cue-incentive>` },
  ],
  'cue-newsletter': [{ markup: html`<cue-newsletter action="/newsletter"></cue-newsletter>` }],
  'cue-preferences': [
    { markup: html`<cue-preferences></cue-preferences>` },
    { markup: html`<cue-preferences></cue-preferences>`, act: press('.clear') },
  ],
  'cue-prompt': [
    { markup: html`<cue-prompt placement="toast" open><p>Party</p></cue-prompt>` },
    {
      markup: html`<cue-prompt teaser="Party" open><p>Party</p></cue-prompt>`,
      async act(root) {
        await press('.close')(root);
        await find(root, '.remove');
      },
    },
  ],
  'cue-recently-viewed': [{ markup: html`<cue-recently-viewed></cue-recently-viewed>` }],
  'cue-related': [{ markup: html`<cue-related models=${models}></cue-related>` }],
  'cue-review': [
    {
      markup: html`<cue-review
        action="/reviews"
        product-id="teapot"
        name="Stoneware teapot"
        min-length="20"
        max-length="600"
        summary="none"
      ></cue-review>`,
    },
  ],
  'cue-share-button': [
    {
      markup: html`<cue-share-button
        mode="menu"
        product-id="teapot"
        name="Stoneware teapot"
        url="https://shop.example/teapot"
        networks="copy email facebook whatsapp"
      ></cue-share-button>`,
      async act(root) {
        await press('button')(root);
        await find(root, '[role=menuitem]');
      },
    },
  ],
  'cue-sign-up': [
    {
      markup: html`<cue-sign-up progressive
        ><form action="/account" method="post">
          <label>E-mail <input name="email" type="email" /></label>
          <p data-cue="later">
            <label>Password <input name="password" type="password" /></label>
          </p>
          <button>Sign up</button>
        </form></cue-sign-up
      >`,
    },
  ],
  'cue-stock-alert': [
    {
      markup: html`<cue-stock-alert
        action="/alerts"
        product-id="vase"
        name="Bud vase"
        availability="OutOfStock"
      ></cue-stock-alert>`,
    },
    {
      markup: html`<cue-stock-alert
        action="/alerts"
        kind="price-drop"
        product-id="lamp"
        name="Reading lamp"
        availability="InStock"
      ></cue-stock-alert>`,
    },
  ],
  'cue-video': [
    {
      markup: html`<cue-video
        ><video controls preload="none" width="272" height="153" aria-label="How to pour tea"></video>
        <script type="application/json">
          ${chapters}
        </script></cue-video
      >`,
    },
  ],
  'cue-wishlist': [
    {
      markup: html`<cue-wishlist lists share move-to-cart></cue-wishlist>`,
      act: press('.choosing', '.remove'),
    },
    { markup: html`<cue-wishlist lists list="party"></cue-wishlist>` },
    { markup: html`<cue-wishlist mode="drawer"></cue-wishlist>` },
  ],
  'cue-wishlist-button': [
    {
      markup: html`<cue-wishlist-button product-id=${teapot.id} name=${teapot.name}></cue-wishlist-button>`,
    },
    {
      markup: html`<cue-wishlist-button
        product-id=${teapot.id}
        name=${teapot.name}
        label="Save"
        count="128"
      ></cue-wishlist-button>`,
    },
  ],
};

/** What in these samples is the shop's and not the kit's, the longer before what is part of it. */
export const shopWords: readonly string[] = [
  'Stoneware teapot',
  'Reading lamp',
  'Beech chair',
  'Bud vase',
  ', large',
  'Warm the pot',
  'Brass',
  'Hearth',
  'Party',
  'Save',
];
