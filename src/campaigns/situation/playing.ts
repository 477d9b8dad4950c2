import type { CueRecord } from '../../events/record.js';

/** How long a player in a frame that does not say how long its video is counts as playing. */
const LONG_MS = 10 * 60_000;

/** Whether something with a sound plays in the page itself. */
function plays({ paused, ended, muted, volume, readyState }: HTMLMediaElement): boolean {
  return !paused && !ended && !muted && volume > 0 && readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
}

/** Whether a player of the page itself plays. */
export const isPlaying = (): boolean =>
  ['video', 'audio'].some((name) =>
    [...(document.getElementsByTagName(name) as HTMLCollectionOf<HTMLMediaElement>)].some(plays),
  );

/**
 * Whether the shopper is watching or listening. The page's own players are asked; what plays in a frame of another site is
 * known by the facts of `<cue-video>` only, which tell of no pause: it counts as playing for as long as it would last.
 */
export function watchPlaying(): { hear(record: CueRecord): void; playing(now: number): boolean } {
  let until = -Infinity;
  return {
    hear({ name, at, params = {} }) {
      const { video_provider: provider, video_duration: duration, video_current_time: time = 0 } = params;
      if (name === 'video_complete') until = -Infinity;
      else if (/^video_/.test(name) && provider !== 'html5')
        until = at + (Number.isFinite(duration) ? ((duration as number) - Number(time)) * 1000 : LONG_MS);
    },
    playing: (now) => now < until || isPlaying(),
  };
}
