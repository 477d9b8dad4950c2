import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { attempt } from '../../browser/report.js';
import { watchSeen } from '../../browser/watch-seen.js';
import type { Product } from '../../events/product.js';
import { connectVideo } from './connect-video.js';
import { createWatch } from './create-watch.js';
import type { Player, PlayerState } from './player.js';
import { tellVideo, videoMemory } from './tell-video.js';
import type { VideoMemory } from './tell-video.js';
import type { VideoSource } from './video-source.js';

interface WatchOptions {
  title: () => string | undefined;
  product: () => Product | undefined;
  /** Told where the playhead is. */
  onTime: (time: number) => void;
}

/** Watches the shopper watching: connects to the player that is shown, notes what is watched, and tells it. */
export class WatchController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #options: WatchOptions;
  #shown: HTMLVideoElement | HTMLIFrameElement | null = null;
  #source: VideoSource | undefined;
  #player: Player | undefined;
  #stopSeeing: (() => void) | undefined;
  #seen = false;
  #state: PlayerState | undefined;
  #url: string | undefined;
  #memory: VideoMemory | undefined;
  #watch = createWatch();

  constructor(host: ReactiveControllerHost & Element, options: WatchOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Connects to the player that is shown now, unless it is connected. */
  attach(shown: HTMLVideoElement | HTMLIFrameElement | null, source?: VideoSource): void {
    if (shown === this.#shown) return;
    this.#detach();
    if (!shown || !this.#host.isConnected) return;
    this.#shown = shown;
    this.#source = source;
    this.#stopSeeing = watchSeen(shown, (seen) => {
      this.#seen = seen;
      if (this.#state) this.#hear(this.#state);
    });
    const onState = (state: PlayerState): void => attempt('a video could not be watched', () => this.#hear(state));
    if (shown instanceof HTMLVideoElement) this.#player = connectVideo(shown, onState);
    else if (source) attempt('a video could not be connected', () => this.#connectFrame(shown, source, onState));
  }

  async #connectFrame(
    frame: HTMLIFrameElement,
    source: VideoSource,
    onState: (state: PlayerState) => void,
  ): Promise<void> {
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const { connectFrame } = await import('./connect-frame.js');
    if (this.#shown === frame) this.#player = connectFrame(frame, source, loaded, onState);
  }

  seek(time: number): void {
    this.#player?.seek(time);
  }

  hostDisconnected(): void {
    this.#detach();
  }

  #detach(): void {
    this.#player?.stop();
    this.#stopSeeing?.();
    this.#player = this.#stopSeeing = this.#state = this.#url = this.#source = undefined;
    this.#shown = null;
    this.#seen = false;
  }

  #hear(state: PlayerState): void {
    this.#state = state;
    const url = this.#source?.url ?? addressOf(this.#shown as HTMLVideoElement);
    if (url !== this.#url) {
      this.#url = url;
      this.#memory = videoMemory(url);
      this.#watch = createWatch();
    }
    const { time, playing, rate, seeking, muted, byShopper, floating, duration, title } = state;
    const watched = playing && (this.#seen || floating === true) && (byShopper || !muted);
    const memory = this.#memory!;
    const before = memory.spans;
    const at = performance.now();
    memory.spans = this.#watch.sample(before, { time, at, watched, rate, jumped: seeking, duration });
    if (watched || memory.spans !== before)
      tellVideo(this.#host, memory, {
        url,
        provider: this.#source?.provider ?? 'html5',
        title: this.#options.title() ?? title,
        product: this.#options.product(),
        duration,
        time,
        muted,
      });
    // At the very beginning no chapter plays before the video does.
    if (playing || time > 0) this.#options.onTime(time);
  }
}

/** Addresses of files may carry keys of the visit; those of a stream in the making are nobody's. */
function addressOf({ currentSrc, ownerDocument }: HTMLVideoElement): string {
  const address = /^https?:/.test(currentSrc) ? currentSrc : ownerDocument.URL;
  return address.replace(/[?#].*/s, '');
}
