// @ts-check
import { html } from '../html.mjs';

/** @typedef {import('../html.mjs').Html} Html */

/** The shop's card as `<cue-related>` fills it: what `card.mjs` writes, without what only the catalogue knows. */
const cardTemplate = html`<template slot="card"
  ><article class="card">
    <div class="card-picture">
      <img data-cue="image" alt="" width="800" height="1000" decoding="async" />
      <cue-wishlist-button></cue-wishlist-button>
    </div>
    <div class="card-words">
      <h3 class="card-name">
        <a data-cue="url"><span data-cue="name"></span></a>
      </h3>
      <p class="card-maker" data-cue="brand"></p>
      <p class="card-price">
        <span class="price"><span data-cue="price"></span> <del data-cue="list-price"></del></span>
      </p>
      <p class="card-reason" data-cue="reason"></p>
    </div></article
></template>`;

/**
 * What the shop has learnt to suggest; `npm run demo:train` writes the files.
 * @param {object} options
 * @param {string} options.heading
 * @param {string} options.list       its name in facts
 * @param {'visit' | 'cart' | 'wishlist'} [options.by]
 * @param {string} [options.strategies]
 * @param {Html} [options.instead]    what stands there without scripts, or when nothing is to be suggested
 */
export const related = ({ heading, list, by, strategies, instead }) =>
  html`<cue-related
    class="shelf"
    models="/related/manifest.json"
    list-id="${list}"
    ${by ? html` by="${by}"` : ''}
    ${strategies ? html` strategies="${strategies}"` : ''}
    ><h2 slot="heading">${heading}</h2>
    ${cardTemplate}${instead ?? ''}</cue-related
  >`;
