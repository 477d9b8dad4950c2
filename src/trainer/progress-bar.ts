/** Where a bar is drawn: standard error, where it is a terminal. */
export interface Terminal {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

const EVERY_MS = 100;

/**
 * A bar for what takes its time, drawn over itself; nothing at all where the output is no terminal, so that logs stay
 * readable.
 */
export function createProgressBar(terminal: Terminal, now: () => number = () => performance.now()) {
  let drawnAt = -Infinity;
  let drawn = false;
  return {
    /** @param share of what there is to do, from 0 to 1; `undefined` where the end is not known */
    show(what: string, share: number | undefined, detail = ''): void {
      if (!terminal.isTTY || (now() - drawnAt < EVERY_MS && share !== 1)) return;
      drawnAt = now();
      drawn = true;
      const filled = Math.round(20 * Math.min(1, share ?? 0));
      const bar =
        share === undefined ? '' : `${'█'.repeat(filled)}${'░'.repeat(20 - filled)} ${Math.floor(share * 100)} %  `;
      terminal.write(`\r\u001b[K${`${what}  ${bar}${detail}`.slice(0, (terminal.columns ?? 80) - 1)}`);
    },
    /** Takes the bar away. */
    clear(): void {
      if (drawn) terminal.write('\r\u001b[K');
      drawn = false;
    },
  };
}
