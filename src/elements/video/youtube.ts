import type { Protocol } from './connect-frame.js';
import { known, plainFields } from './plain-fields.js';
import type { PlayerState } from './player.js';

const command = (func: string, ...args: unknown[]): string => JSON.stringify({ event: 'command', func, args });

/**
 * YouTube's player: strings of JSON, which its own API script sends and hears. States by
 * https://developers.google.com/youtube/iframe_api_reference#Playback_status
 */
export const youtube: Protocol = {
  hello: '{"event":"listening","id":1,"channel":"widget"}',
  subscribe: ['onStateChange', 'onPlaybackRateChange'].map((name) =>
    JSON.stringify({ event: 'command', func: 'addEventListener', args: [name] }),
  ),
  seek: (time) => [command('seekTo', time, true), command('playVideo')],
  read(message) {
    const { event, info } = message;
    if (event === 'onReady') return {};
    if (event === 'onStateChange') return typeof info === 'number' ? stateOf(info) : undefined;
    if (event !== 'initialDelivery' && event !== 'infoDelivery') return undefined;
    const { number, flag, inner } = plainFields(info);
    const muted = flag('muted');
    const volume = number('volume');
    const playerState = inner('playerState');
    const duration = number('duration');
    return known<PlayerState>({
      time: number('currentTime'),
      duration: duration === 0 ? undefined : duration,
      rate: number('playbackRate'),
      muted: muted === undefined && volume === undefined ? undefined : muted === true || volume === 0,
      title: plainFields(inner('videoData')).text('title'),
      ...(typeof playerState === 'number' && stateOf(playerState)),
    });
  },
};

/** 1: it plays. Everything else is a pause of some kind, or the end. */
function stateOf(state: number): { playing: boolean } {
  return { playing: state === 1 };
}
