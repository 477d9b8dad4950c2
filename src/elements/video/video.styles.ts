import { css } from '@lit/reactive-element/css-tag.js';

/* What has the same size before and after: see cuekit.css. */
export const styles = css`
  :host {
    display: block;
  }
  /* A link to another site's video, and the player that takes its place. */
  .elsewhere {
    display: grid;
    aspect-ratio: var(--cue-video-ratio, 16 / 9);
    background: #111;
    border-radius: var(--cue-radius, 0);
    overflow: hidden;
  }
  .elsewhere > *,
  .elsewhere ::slotted(a) {
    grid-area: 1 / 1;
    min-block-size: 0;
    min-inline-size: 0;
  }
  [hidden] {
    display: none;
  }
  .elsewhere ::slotted(a) {
    block-size: 100%;
    /* The page has a colour for links, which would not be seen here. */
    color: #fff !important;
    display: block;
    inline-size: 100%;
    overflow: hidden;
  }
  .elsewhere ::slotted(:focus-visible) {
    outline: 3px solid #fff;
    outline-offset: -6px;
  }
  iframe {
    block-size: 100%;
    border: 0;
    display: block;
    inline-size: 100%;
  }
  .sign {
    align-items: center;
    background: var(--cue-video-play-background, rgb(0 0 0 / 70%));
    block-size: 72px;
    border-radius: 50%;
    color: var(--cue-video-play-color, #fff);
    display: flex;
    inline-size: 72px;
    justify-content: center;
    place-self: center;
    pointer-events: none;
  }
  svg {
    block-size: 32px;
    fill: currentColor;
    inline-size: 32px;
    /* A triangle looks as if it stood too far to the start. */
    translate: 2px 0;
  }
  .elsewhere:hover .sign {
    scale: 1.06;
  }
  .chapters {
    min-block-size: calc(max(44px, 2.75em) + 8px);
  }
  /* With room for a product. */
  .awaited {
    min-block-size: calc(max(44px, 2.75em) + max(64px, 4em) + 32px);
  }
  @media (prefers-reduced-motion: reduce) {
    .elsewhere:hover .sign {
      scale: none;
    }
  }
  @media (forced-colors: active) {
    .sign {
      background: ButtonFace;
      border: 1px solid ButtonText;
      color: ButtonText;
    }
  }
`;
