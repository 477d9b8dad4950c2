import { absoluteUrl } from '../../product/absolute-url.js';

/** A video that another site plays. */
export interface VideoSource {
  provider: 'youtube' | 'vimeo';
  /** Address of its page there, without anything about the visit. */
  url: string;
  /** Address of the player: the one that sets no cookies before it plays (YouTube), or is asked not to track (Vimeo). */
  player: string;
  /** Where its messages come from, and ours go to. */
  origin: string;
}

const YOUTUBE = 'https://www.youtube-nocookie.com';
const VIMEO = 'https://player.vimeo.com';

/** `90`, `90s`, `1m30s` in seconds. */
function secondsOf(text: string | undefined): number {
  const [, hours = 0, minutes = 0, seconds = 0] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(text ?? '') ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/**
 * What a link to a video's page leads to; `undefined` when it leads to no video that we know to play.
 * YouTube: https://developers.google.com/youtube/player_parameters; Vimeo: https://help.vimeo.com/hc/en-us/articles/12426260232977
 *
 * @param at where to begin, in seconds; by default where the link says
 */
export function videoSource(address: string | null | undefined, at?: number): VideoSource | undefined {
  const absolute = absoluteUrl(address, document.baseURI);
  if (!absolute) return undefined;
  const { hostname, pathname, searchParams, hash } = new URL(absolute);
  const host = hostname.replace(/^(?:www|m|music)\./, '');
  const said = searchParams.get('t') ?? searchParams.get('start') ?? /^#t=(\w+)$/.exec(hash)?.[1];
  const start = Math.floor(at ?? secondsOf(said));
  if (/^(?:youtube(?:-nocookie)?\.com|youtu\.be)$/.test(host)) {
    const path = host === 'youtu.be' ? pathname : (/^\/(?:embed|shorts|live|v)(\/.*)/.exec(pathname)?.[1] ?? '');
    const id = /^[\w-]{11}$/.exec(path.split('/')[1] || (searchParams.get('v') ?? ''))?.[0];
    if (!id) return undefined;
    const player = new URL(`${YOUTUBE}/embed/${id}?enablejsapi=1&autoplay=1&playsinline=1&rel=0`);
    // The page's origin, which the player wants to know; a file has none.
    if (location.origin.startsWith('http')) player.searchParams.set('origin', location.origin);
    if (start) player.searchParams.set('start', String(start));
    return { provider: 'youtube', url: `https://www.youtube.com/watch?v=${id}`, player: player.href, origin: YOUTUBE };
  }
  if (host === 'vimeo.com' || host === 'player.vimeo.com') {
    const [, id, secret] = /\/(\d{5,12})(?:\/([\da-f]{6,20}))?\/?$/.exec(pathname) ?? [];
    if (!id) return undefined;
    const key = secret ?? /^[\da-f]{6,20}$/.exec(searchParams.get('h') ?? '')?.[0];
    const player = new URL(`${VIMEO}/video/${id}?dnt=1&autoplay=1&playsinline=1`);
    if (key) player.searchParams.set('h', key);
    if (start) player.hash = `t=${start}s`;
    return { provider: 'vimeo', url: `https://vimeo.com/${id}`, player: player.href, origin: VIMEO };
  }
  return undefined;
}
