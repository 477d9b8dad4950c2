/** How a player stands. */
export interface PlayerState {
  /** The playhead, in seconds. */
  time: number;
  /** In seconds; missing while it is not known, and for what has no end. */
  duration?: number | undefined;
  playing: boolean;
  muted: boolean;
  rate: number;
  /** Whether the playhead is being moved. */
  seeking: boolean;
  /** Whether the shopper has started it, or it plays by itself. */
  byShopper: boolean;
  /** Whether it is in a small window of its own, above everything. */
  floating?: boolean;
  title?: string | undefined;
}

/** A player that is being listened to. */
export interface Player {
  /** Goes to that second, and plays on from there. */
  seek(time: number): void;
  /** Stops listening. */
  stop(): void;
}
