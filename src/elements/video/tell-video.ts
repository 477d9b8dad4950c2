import { pageSingleton } from '../../browser/page-singleton.js';
import { emit } from '../../events/emit.js';
import { FactEvent } from '../../events/fact-event.js';
import type { Product } from '../../events/product.js';
import { lengthOf } from './spans.js';
import type { Spans } from './spans.js';

/** GA4's (https://support.google.com/analytics/answer/9216061), there of the playhead, here of what was really watched. */
const STEPS = [10, 25, 50, 75];

/** From here on a video counts as watched whole: few stay for the last card. */
const WHOLE = 95;

/** What is known of a video in this page view, whichever element shows it. */
export interface VideoMemory {
  spans: Spans;
  told: Set<number>;
}

/** The page's memory of a video. Another page of a shop that loads none is another page view. */
export function videoMemory(url: string): VideoMemory {
  const videos = pageSingleton('videos', () => new Map<string, VideoMemory>());
  const key = `${location.href.split('#')[0]} ${url}`;
  let memory = videos.get(key);
  if (!memory) videos.set(key, (memory = { spans: [], told: new Set() }));
  return memory;
}

export interface VideoNow {
  url: string;
  provider: string;
  title?: string | undefined;
  product?: Product | undefined;
  duration?: number | undefined;
  time: number;
  muted: boolean;
}

/** Tells that a video was begun, and which part of it was watched, each once. Called while the shopper is watching. */
export function tellVideo(source: Element, memory: VideoMemory, now: VideoNow): void {
  const { url, provider, title, product, duration, time, muted } = now;
  const watched = lengthOf(memory.spans);
  const percent = duration ? (watched / duration) * 100 : 0;

  function tell(type: 'cue-video-start' | 'cue-video-progress' | 'cue-video-complete', step: number): void {
    if (memory.told.has(step)) return;
    memory.told.add(step);
    emit(
      source,
      new FactEvent(type, {
        video_url: url,
        video_provider: provider,
        ...(title && { video_title: title }),
        ...(duration && { video_duration: round(duration) }),
        video_current_time: round(time),
        video_percent: step,
        video_watched_time: round(watched),
        ...(muted && { video_muted: true }),
        ...(product && { product }),
        cause: { from: 'element', element: source.localName, action: step ? 'watch' : 'play' },
      }),
    );
  }

  tell('cue-video-start', 0);
  for (const step of STEPS) if (percent >= step) tell('cue-video-progress', step);
  if (percent >= WHOLE) tell('cue-video-complete', 100);
}

const round = (seconds: number): number => Math.round(seconds * 10) / 10;
