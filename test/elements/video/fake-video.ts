/** A `<video>` that plays when it is told to, without a file: which codecs an engine has is not what is tested. */
export interface FakeVideo {
  play(options?: { muted?: boolean; byShopper?: boolean }): void;
  pause(): void;
  /** Plays on, the clock goes along. */
  watch(seconds: number): void;
  seek(time: number): void;
  mute(muted: boolean): void;
  /** How often the video was asked to play. */
  readonly asked: number;
}

let ahead = 0;
const undo: (() => void)[] = [];

/** Puts a clock in place of the page's that `watch` can put forward, and a gesture that is there when it is said to be. */
function takeOver(): void {
  if (undo.length) return;
  const now = performance.now.bind(performance);
  performance.now = () => now() + ahead;
  undo.push(() => {
    performance.now = now;
    ahead = 0;
  });
}

/** After each test that uses one. */
export function letGo(): void {
  for (const one of undo.splice(0)) one();
}

export function fakeVideo(video: HTMLVideoElement, duration = 100): FakeVideo {
  takeOver();
  const state = { currentTime: 0, paused: true, muted: false, seeking: false, readyState: 4, duration };
  let gesture = false;
  let asked = 0;
  for (const name of Object.keys(state) as (keyof typeof state)[]) {
    Object.defineProperty(video, name, {
      configurable: true,
      get: () => state[name],
      set: (value: never) => {
        if (name === 'currentTime') seek(value);
        else state[name] = value;
      },
    });
  }
  Object.defineProperty(video, 'ended', { configurable: true, get: () => state.currentTime >= duration });
  Object.defineProperty(video, 'play', {
    configurable: true,
    value: async () => {
      asked++;
      if (state.paused) play({ byShopper: true });
    },
  });
  Object.defineProperty(navigator, 'userActivation', { configurable: true, get: () => ({ isActive: gesture }) });
  undo.push(() => delete (navigator as unknown as Record<string, unknown>).userActivation);
  const tell = (type: string): void => void video.dispatchEvent(new Event(type));

  function play({ muted = state.muted, byShopper = true } = {}): void {
    gesture = byShopper;
    Object.assign(state, { muted, paused: false });
    tell('play');
    tell('playing');
    gesture = false;
  }

  function seek(time: number): void {
    state.seeking = true;
    state.currentTime = time;
    tell('seeking');
    state.seeking = false;
    tell('seeked');
  }

  return {
    play,
    pause() {
      state.paused = true;
      tell('pause');
    },
    watch(seconds) {
      for (let quarter = 0; quarter < seconds * 4; quarter++) {
        ahead += 250;
        if (!state.paused && state.currentTime < duration) state.currentTime += 0.25;
        tell('timeupdate');
        if (state.currentTime >= duration) tell('ended');
      }
    },
    seek,
    mute(muted) {
      state.muted = muted;
      tell('volumechange');
    },
    get asked() {
      return asked;
    },
  };
}
