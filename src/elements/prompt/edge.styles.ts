import { css } from '@lit/reactive-element/css-tag.js';

/** What lies along an edge: drawers, toasts, and bars, which are a line where there is room for one. */
export const edgeStyles = css`
  .drawer {
    --from: calc(48px * var(--way, 1) * var(--side, 1)) 0;
    block-size: 100dvh;
    border-radius: 0;
    grid-template-rows: auto 1fr auto;
    inset-block: 0;
    inset-inline-end: 0;
    max-block-size: none;
    padding-block: max(20px, env(safe-area-inset-top)) max(20px, env(safe-area-inset-bottom));
  }
  .drawer:dir(rtl) {
    --way: -1;
  }
  .drawer.start {
    --side: -1;
    inset-inline: 0 auto;
  }
  .bar {
    border-inline: 0;
    border-radius: 0;
    inline-size: var(--cue-prompt-width, 100%);
    inset-block-end: 0;
    max-inline-size: 100%;
    padding-block-end: max(20px, env(safe-area-inset-bottom));
  }
  .bar.top {
    inset-block-start: 0;
  }
  .bar,
  .toast {
    inset-inline: 0;
    margin-inline: auto;
    max-block-size: 50dvh;
  }
  .toast {
    --base: 560px;
    inline-size: fit-content;
    max-inline-size: min(var(--cue-prompt-width, calc(var(--base) * var(--scale, 1))), 100vw - 2 * var(--inset));
  }
  .toast.start {
    margin-inline-start: var(--inset);
  }
  .toast.end {
    margin-inline-end: var(--inset);
  }
  @media (width >= 640px) {
    .bar {
      align-items: center;
      column-gap: 16px;
      /* Two long buttons would leave nothing to the words. */
      grid-template: auto / auto minmax(40%, 1fr) auto 44px;
      padding-block: 12px max(12px, env(safe-area-inset-bottom));
    }
    .bar .body {
      grid-area: 1 / 2;
    }
    .bare.bar .body {
      grid-area: 1 / 1 / 2 / 3;
    }
    .bar .actions {
      grid-area: 1 / 3;
    }
    .bar .close {
      grid-area: 1 / 4;
      inset-block: 0;
      margin-block: 0;
    }
  }
`;
