import type { Player, PlayerState } from './player.js';
import type { VideoSource } from './video-source.js';
import { vimeo } from './vimeo.js';
import { youtube } from './youtube.js';

/** What a player in a frame says and hears. */
export interface Protocol {
  /** Said until the player answers: it may not be there yet. */
  hello: unknown;
  /** Said when it has answered. */
  subscribe: readonly unknown[];
  /** Said to go to a second and play. */
  seek(time: number): readonly unknown[];
  /** What a message says of the player's state; `undefined` when it is none of the player's. */
  read(message: Record<string, unknown>): Partial<PlayerState> | undefined;
}

/** A player says more than we want to know, but no books. */
const LONGEST_MESSAGE = 100_000;

const HELLO_EVERY_MS = 250;
/** A minute: then something keeps it from loading. */
const MOST_HELLOS = 240;

/**
 * Listens to a player in a frame by its own messages, without loading a script of its site. Only what comes from that very frame and
 * its origin is read, and of that only what is of the right kind.
 *
 * @param loaded settles when the frame has loaded
 */
export function connectFrame(
  frame: HTMLIFrameElement,
  { provider, origin }: Pick<VideoSource, 'provider' | 'origin'>,
  loaded: Promise<unknown>,
  onState: (state: PlayerState) => void,
): Player {
  const protocol: Protocol = provider === 'youtube' ? youtube : vimeo;
  let state: PlayerState = {
    time: 0,
    playing: false,
    muted: false,
    rate: 1,
    seeking: false,
    // It is loaded when the shopper presses play.
    byShopper: true,
  };
  let answered = false;
  let stopped = false;
  let hellos = 0;

  const say = (message: unknown): void => frame.contentWindow?.postMessage(message, origin);

  function hear(event: MessageEvent): void {
    if (event.origin !== origin || !frame.contentWindow || event.source !== frame.contentWindow) return;
    const message = parse(event.data);
    const said = message && protocol.read(message);
    if (!said) return;
    if (!answered) {
      answered = true;
      protocol.subscribe.forEach(say);
    }
    state = { ...state, ...said };
    onState(state);
  }

  function greet(): void {
    if (answered || stopped || ++hellos > MOST_HELLOS) return;
    say(protocol.hello);
    setTimeout(greet, HELLO_EVERY_MS);
  }

  addEventListener('message', hear);
  // Before that the frame is of no origin, and the browser complains of what is said to it.
  void loaded.then(greet);
  return {
    seek: (time) => protocol.seek(time).forEach(say),
    stop() {
      stopped = true;
      removeEventListener('message', hear);
    },
  };
}

function parse(data: unknown): Record<string, unknown> | undefined {
  try {
    const message: unknown = typeof data === 'string' && data.length < LONGEST_MESSAGE ? JSON.parse(data) : data;
    return typeof message === 'object' && message !== null ? (message as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
