/** Another tab may wait for its shopper; this one's does not wait for theirs. */
const LONGEST_WAIT_MS = 3000;

/**
 * Runs one task after another, over all tabs: a change and what it did to the cart are one step, and what one tab has
 * told, the next one finds told. At once where the browser has no locks (a page without TLS), or the wait gets long.
 */
export async function underLock<T>(task: () => Promise<T>, waitMs = LONGEST_WAIT_MS): Promise<T> {
  let started = false;
  const run = () => {
    started = true;
    return task();
  };
  try {
    return (await navigator.locks.request('cuekit:cart', { signal: AbortSignal.timeout(waitMs) }, run)) as T;
  } catch (error) {
    if (started) throw error;
    return run();
  }
}
