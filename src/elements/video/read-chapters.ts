import { report } from '../../browser/report.js';
import type { Product } from '../../events/product.js';
import { readProduct } from '../../store/read-product.js';

/** A part of a video. */
export interface Chapter {
  /** Where it begins, in seconds. */
  start: number;
  title: string;
  /** What it shows. */
  product?: Product | undefined;
}

const inOrder = (chapters: Chapter[]): Chapter[] => chapters.sort((a, b) => a.start - b.start);

/**
 * The chapters that a shop has written as JSON: `{ "chapters": [{ "start": 12, "title": "Pouring", "product": { "id": … } }] }`.
 * What is no chapter is left out.
 */
export function chaptersFromJson(text: string): Chapter[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    report('<cue-video> cannot read its chapters', error);
    return [];
  }
  const list = Array.isArray(data) ? data : (data as { chapters?: unknown } | null)?.chapters;
  if (!Array.isArray(list)) return [];
  return inOrder(
    list.flatMap((entry: unknown) => {
      if (typeof entry !== 'object' || entry === null) return [];
      const { start, title, product } = entry as Record<string, unknown>;
      if (typeof start !== 'number' || !(start >= 0) || typeof title !== 'string' || !title.trim()) return [];
      return [{ start, title: title.trim(), product: readProduct(product) }];
    }),
  );
}

/** The chapters of a `<track kind="chapters">`. A cue's text may be marked up. */
export function chaptersFromCues(cues: TextTrackCueList | null): Chapter[] {
  return inOrder(
    [...(cues ?? [])].flatMap((cue) => {
      const title = (cue as VTTCue).text?.replace(/<[^>]*>/g, '').trim();
      return title ? [{ start: cue.startTime, title }] : [];
    }),
  );
}

/** Which chapter a second is in; -1 before the first. */
export function chapterAt(chapters: readonly Chapter[], time: number): number {
  return chapters.findLastIndex(({ start }) => start <= time);
}
