/** What waits; a test passes its own. */
export interface Clock {
  /** @returns what `clear` takes */
  wait(run: () => void, ms: number): unknown;
  clear(timer: unknown): void;
  /** Milliseconds since some instant, never put back. */
  now(): number;
}

export const pageClock: Clock = {
  wait: (run, ms) => setTimeout(run, ms),
  clear: (timer) => clearTimeout(timer as number),
  now: () => performance.now(),
};
