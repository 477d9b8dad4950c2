import { attempt } from '../../browser/report.js';
import { isPlaying } from './playing.js';

/** What a player says when it stops; only on itself, so it is heard on the way down. */
const signs = ['pause', 'ended'];

/** Calls back as soon as no player of the page plays: now, or when the last one has ended or was paused. @returns ends it */
export function whenStill(callback: () => void): () => void {
  const stop = (): void => signs.forEach((sign) => removeEventListener(sign, hear, true));
  function hear(): void {
    if (isPlaying()) return;
    stop();
    attempt('what waited for a video could not go on', callback);
  }
  for (const sign of signs) addEventListener(sign, hear, true);
  hear();
  return stop;
}
