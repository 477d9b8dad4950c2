import { attempt } from '../browser/report.js';

/** A moment that was noticed. */
export interface Noticed {
  moment: string;
  at: number;
  evidence: Record<string, unknown>;
}

/** Calls back each time the moment is noticed. @returns ends it */
export type WatchMoment = (text: string, callback: (noticed: Noticed) => void) => () => void;

/** What follows a fact by itself: nobody has to watch for it. */
export const AFTER = 'after-';

/**
 * Watches for all moments that are wanted, and for no others.
 *
 * @param load gives what watches; not asked before a moment is wanted
 */
export function watchMoments(
  load: () => Promise<WatchMoment>,
  callback: (noticed: Noticed) => void,
): { want(moments: Iterable<string>): void; stop(): void } {
  const watched = new Map<string, () => void>();
  let watch: WatchMoment | undefined;
  let wanted: ReadonlySet<string> = new Set();
  let loading = false;

  function settle(): void {
    for (const [moment, end] of watched)
      if (!wanted.has(moment)) {
        watched.delete(moment);
        attempt(`the moment “${moment}” could not be let go`, end);
      }
    if (wanted.size === watched.size) return;
    if (!watch) return void attempt('moments could not be watched for', start);
    for (const moment of wanted) {
      if (watched.has(moment)) continue;
      watched.set(moment, () => {});
      attempt(`the moment “${moment}” could not be watched for`, () => {
        const end = watch!(moment, (noticed) => callback({ ...noticed, moment }));
        watched.set(moment, end);
      });
    }
  }

  async function start(): Promise<void> {
    if (loading) return;
    loading = true;
    try {
      watch = await load();
    } finally {
      loading = false;
    }
    settle();
  }

  return {
    want(moments) {
      wanted = new Set([...moments].filter((moment) => !moment.startsWith(AFTER)));
      settle();
    },
    stop() {
      wanted = new Set();
      settle();
    },
  };
}
