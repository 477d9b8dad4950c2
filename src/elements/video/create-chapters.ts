import type { ReactiveControllerHost } from '@lit/reactive-element';
import { nothing } from 'lit/html.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { chapterAt, chaptersFromCues, chaptersFromJson } from './read-chapters.js';
import type { Chapter } from './read-chapters.js';
import { renderCard, renderChapters } from './render-chapters.js';
import { styles } from './chapters.styles.js';
import type { messages } from './video.messages.js';

interface ChaptersOptions {
  seek: (time: number) => void;
  say: (key: keyof typeof messages) => string;
}

/** What stands beneath a video that has chapters. */
export interface Chapters {
  /** Where the playhead is. */
  onTime(time: number): void;
  /** Reads the chapters again: the page has changed them. */
  read(): void;
  render(): unknown;
  stop(): void;
}

/** Makes the list of chapters out of the JSON in the element, else out of the video's own track. */
export function createChapters(host: ReactiveControllerHost & Element, { seek, say }: ChaptersOptions): Chapters {
  adoptStyles(host, styles);
  let chapters: Chapter[] = [];
  let current = -1;
  let time = -1;
  let track: HTMLTrackElement | null = null;

  function read(): void {
    const json = host.querySelector(':scope > script[type="application/json"]');
    const found = json ? null : host.querySelector<HTMLTrackElement>('track[kind=chapters]');
    if (found !== track) {
      track?.removeEventListener('load', read);
      track = found;
      track?.addEventListener('load', read);
    }
    // Nobody sees such a track, and only one that is on is loaded.
    if (track?.track.mode === 'disabled') track.track.mode = 'hidden';
    chapters = json ? chaptersFromJson(json.textContent) : chaptersFromCues(track?.track.cues ?? null);
    current = chapterAt(chapters, time);
    host.requestUpdate();
  }

  function onTime(now: number): void {
    time = now;
    const next = chapterAt(chapters, now);
    if (next === current) return;
    current = next;
    host.requestUpdate();
  }

  /** A player that stands there already says nothing of having come there. */
  function choose(start: number): void {
    seek(start);
    onTime(start);
  }

  return {
    onTime,
    read,
    render: () =>
      chapters.length === 0
        ? nothing
        : [
            renderChapters({ chapters, current, say, seek: choose }),
            chapters.some(({ product }) => product) ? renderCard(chapters[current]?.product, host) : nothing,
          ],
    stop: () => track?.removeEventListener('load', read),
  };
}
