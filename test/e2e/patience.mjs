import { setTimeout as sleep } from 'node:timers/promises';

/** Longer than anything takes on a busy machine; what hangs ends here and says at which step. */
export const PATIENCE_MS = 30_000;

/** What `ask` answers once that is true; fails, with what was waited for, when it never is. */
export async function until(what, ask, { everyMs = 50 } = {}) {
  for (const end = Date.now() + PATIENCE_MS; ; await sleep(everyMs)) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`in vain waited until ${what}`);
  }
}
