import type { Protocol } from './connect-frame.js';
import { known, plainFields } from './plain-fields.js';
import type { PlayerState } from './player.js';

const heard: Readonly<Record<string, { playing?: boolean; seeking?: boolean }>> = {
  ready: {},
  play: { playing: true },
  playing: { playing: true },
  timeupdate: {},
  seeking: { seeking: true },
  seeked: { seeking: false },
  pause: { playing: false },
  ended: { playing: false },
  volumechange: {},
  playbackratechange: {},
};

/** Vimeo's player, by the messages of its own script (https://github.com/vimeo/player.js) and its events (https://developer.vimeo.com/player/sdk/reference). */
export const vimeo: Protocol = {
  hello: { method: 'ping' },
  subscribe: Object.keys(heard).map((value) => ({ method: 'addEventListener', value })),
  seek: (time) => [{ method: 'setCurrentTime', value: time }, { method: 'play' }],
  read({ event, method, data }) {
    if (method === 'ping') return {};
    if (typeof event !== 'string' || !Object.hasOwn(heard, event)) return undefined;
    const { number, flag } = plainFields(data);
    const volume = number('volume');
    const duration = number('duration');
    return known<PlayerState>({
      ...heard[event],
      time: number('seconds'),
      duration: duration === 0 ? undefined : duration,
      rate: number('playbackRate'),
      muted: volume === undefined ? undefined : volume === 0 || flag('muted') === true,
    });
  },
};
