import { pageClock } from './clock.js';
import type { Clock } from './clock.js';
import { attempt } from './report.js';

/**
 * Calls back once, when the page has been in front for so long without a break: not while it is prerendered, nor in a tab that was
 * opened for later.
 *
 * @returns ends it
 */
export function pageSeen(ms: number, callback: () => void, clock: Clock = pageClock): () => void {
  let timer: unknown;
  function settle(): void {
    clock.clear(timer);
    timer = document.visibilityState === 'visible' ? clock.wait(tell, ms) : undefined;
  }
  function end(): void {
    clock.clear(timer);
    document.removeEventListener('visibilitychange', settle);
  }
  function tell(): void {
    end();
    attempt('what was looked at could not be noted', callback);
  }
  document.addEventListener('visibilitychange', settle);
  settle();
  return end;
}
