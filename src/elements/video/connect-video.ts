import type { Player, PlayerState } from './player.js';

const events = [
  'durationchange',
  'emptied',
  'ended',
  'enterpictureinpicture',
  'leavepictureinpicture',
  'pause',
  'play',
  'playing',
  'ratechange',
  'seeked',
  'seeking',
  'timeupdate',
  'volumechange',
  'waiting',
];

/** Listens to a `<video>`, whose controls stay the browser's own. */
export function connectVideo(video: HTMLVideoElement, onState: (state: PlayerState) => void): Player {
  let byShopper = false;
  let played = false;

  const silent = (): boolean => video.muted || video.volume === 0;

  function hear({ type }: Event): void {
    if (type === 'emptied') byShopper = played = false;
    if (type === 'play') {
      // Browsers let nothing sound before a gesture. Silent it may play by itself: by attribute at first, by script within none.
      byShopper ||= !silent() || (navigator.userActivation?.isActive === true && (played || !video.autoplay));
      played = true;
    }
    onState(read());
  }

  function read(): PlayerState {
    const { currentTime, duration, paused, ended, seeking, readyState, playbackRate } = video;
    return {
      time: currentTime,
      duration: Number.isFinite(duration) && duration > 0 ? duration : undefined,
      playing: !paused && !ended && !seeking && readyState >= HTMLMediaElement.HAVE_FUTURE_DATA,
      muted: silent(),
      rate: playbackRate,
      seeking,
      byShopper,
      floating: video.ownerDocument.pictureInPictureElement === video,
    };
  }

  for (const type of events) video.addEventListener(type, hear);
  // It may be playing already.
  if (!video.paused) hear(new Event('play'));
  return {
    seek(time) {
      video.currentTime = time;
      // Refused where nothing may play without a gesture: then it stands where it was sent.
      video.play().catch(() => {});
    },
    stop: () => {
      for (const type of events) video.removeEventListener(type, hear);
    },
  };
}
