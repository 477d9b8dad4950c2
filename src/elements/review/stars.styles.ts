import { css } from '@lit/reactive-element/css-tag.js';

/**
 * Radios as stars, in the form of ours and, in the page's tree, in the shop's: still radios, with their labels beside them
 * but out of sight. An empty star is the outline of a full one: a polygon with a hole in it. No picture: a strict policy
 * has none. Which stars are full follows from which radio is checked, or pointed at; the stars stand from 1 upwards.
 */
export const starStyles = css`
  :is(cue-review, .root) [data-cue='rating'] {
    --outer:
      50% 2%, 62.3% 35%, 97.6% 36.5%, 70% 58.5%, 79.4% 92.5%, 50% 73%, 20.6% 92.5%, 30% 58.5%, 2.4% 36.5%, 37.7% 35%;
    --hole:
      50% 2%, 50% 19%, 41.9% 40.8%, 18.6% 41.8%, 36.8% 56.3%, 30.6% 78.7%, 50% 65.9%, 69.4% 78.7%, 63.2% 56.3%,
      81.4% 41.8%, 58.1% 40.8%, 50% 19%;
    --star: polygon(var(--outer));
    --ring: polygon(evenodd, var(--outer), var(--hole));
    --shape: var(--ring);
    --cue-star: max(24px, var(--cue-star-size, 44px));
  }
  :is(cue-review, .root) [data-cue='rating'] label {
    block-size: var(--cue-star);
    border-radius: 4px;
    cursor: pointer;
    display: inline-flex;
    inline-size: var(--cue-star);
    margin: 0;
    overflow: hidden;
    padding: 0;
    position: relative;
    vertical-align: middle;
    white-space: nowrap;
  }
  /* A star stands in the middle of its place; the first is to stand beneath the beginning of what is above it. */
  :is(cue-review, .root) [data-cue='rating'] > label:first-of-type {
    margin-inline-start: calc(var(--cue-star) * -0.14);
  }
  :is(cue-review, .root) [data-cue='rating'] input {
    appearance: none;
    background: none;
    block-size: var(--cue-star);
    border: 0;
    cursor: pointer;
    display: inline-grid;
    flex: none;
    inline-size: var(--cue-star);
    margin: 0;
    place-items: center;
  }
  :is(cue-review, .root) [data-cue='rating'] input::before {
    background: var(--cue-star-color, #a35200);
    block-size: 72%;
    clip-path: var(--shape);
    content: '';
    inline-size: 72%;
  }
  @supports (color: light-dark(red, red)) {
    :is(cue-review, .root) [data-cue='rating'] input::before {
      background: var(--cue-star-color, light-dark(#a35200, #ffb84d));
    }
  }
  /* A label beside its radio, and not around it; or its text. */
  :is(cue-review, .root) [data-cue='rating'] input + :is(label, span) {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    position: absolute;
  }
  :is(cue-review, .root) [data-cue='rating'] :is(:checked, :has(~ :checked), :has(~ * :checked)) {
    --shape: var(--star);
  }
  @media (hover: hover) {
    :is(cue-review, .root) [data-cue='rating']:has(input:hover) :is(:checked, :has(~ :checked), :has(~ * :checked)) {
      --shape: var(--ring);
    }
    :is(cue-review, .root)
      [data-cue='rating']:has(input:hover)
      :is(input:hover, :has(~ input:hover), :has(~ * input:hover), :has(~ * input:hover) input) {
      --shape: var(--star);
    }
  }
  :is(cue-review, .root) [data-cue='rating'] :is(input:focus-visible, label:has(:focus-visible)) {
    outline: 2px solid var(--cue-focus-color, currentColor);
    outline-offset: -2px;
  }
  :is(cue-review, .root) [data-cue='rating'] label > input:focus-visible {
    outline: none;
  }
  @media (forced-colors: active) {
    :is(cue-review, .root) [data-cue='rating'] input::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
    :is(cue-review, .root) [data-cue='rating'] :is(input:focus-visible, label:has(:focus-visible)) {
      outline-color: Highlight;
    }
  }
`;
