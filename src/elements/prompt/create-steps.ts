import { css } from '@lit/reactive-element/css-tag.js';
import { adoptStyles } from '../internal/adopt-styles.js';

const styles = css`
  .body {
    display: grid;
  }
  /* All in the same place, which is that of the greatest: nothing jumps from one to the next. */
  ::slotted([data-step]) {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }
`;

/** Parts of a prompt that come one after the other. */
export interface Steps {
  /** Goes on, or back. @returns the step that is there now, with its place from 1; `undefined` when there is no further one */
  go(by: 1 | -1): { now: number; all: number; name: string } | undefined;
  /** Begins with the first. */
  restart(): void;
  /** When what is inside may have changed. */
  update(): void;
}

/** Shows one of the host's children with `data-step` at a time, and leaves no mark on them: they may be another's to render. */
export function createSteps(host: HTMLElement): Steps {
  adoptStyles(host, styles);
  const sheet = new CSSStyleSheet();
  host.shadowRoot!.adoptedStyleSheets.push(sheet);
  let now = 0;
  const steps = (): Element[] => [...host.querySelectorAll(':scope > [data-step]')];

  function update(): void {
    const all = steps();
    now = Math.max(0, Math.min(now, all.length - 1));
    const shown = all[now];
    const place = shown ? [...host.children].indexOf(shown) + 1 : 0;
    sheet.replaceSync(`::slotted([data-step]:not(:nth-child(${place}))) { visibility: hidden !important; }`);
  }

  update();
  return {
    go(by) {
      const all = steps();
      const next = all[now + by];
      if (!next) return undefined;
      now += by;
      update();
      const heading = next.querySelector('h1, h2, h3, h4, h5, h6, legend');
      const name = next.getAttribute('aria-label') ?? heading?.textContent ?? '';
      return { now: now + 1, all: all.length, name: name.trim() };
    },
    restart() {
      now = 0;
      update();
    },
    update,
  };
}
