import { addSpan } from './spans.js';
import type { Spans } from './spans.js';

/** How far the playhead may be ahead of the clock: players tell where they are late, and not evenly. */
const SLACK_S = 1;

/** A player at one moment. */
export interface Sample {
  /** The playhead, in seconds. */
  time: number;
  /** By the clock, in milliseconds. */
  at: number;
  /** Whether the shopper is watching: it plays, can be seen, and was not left to play by itself without a sound. */
  watched: boolean;
  rate: number;
  /** The playhead was moved by hand: what lies between was not played. */
  jumped?: boolean;
  duration?: number | undefined;
}

/**
 * Notes which seconds of a video were really watched, each once, however often they are played. A stretch counts when the shopper
 * was watching at its beginning and the playhead went no faster than the clock.
 */
export function createWatch(): {
  /** @param spans what was watched before @returns what has been watched now */
  sample(spans: Spans, now: Sample): Spans;
} {
  let last: Sample | undefined;
  return {
    sample(spans, now) {
      if (last?.watched && !now.jumped) {
        const most = Math.max(0, ((now.at - last.at) / 1000) * Math.max(last.rate, now.rate)) + SLACK_S;
        if (now.time - last.time <= most)
          spans = addSpan(spans, Math.max(0, last.time), Math.min(now.time, now.duration ?? Infinity));
      }
      last = now;
      return spans;
    },
  };
}
