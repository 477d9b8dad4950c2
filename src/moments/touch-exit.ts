import { $visit } from '../store/journey.js';
import { followJourney } from './follow-journey.js';
import type { Stop } from './noticed.js';
import { onScrollUp } from './scroll-up.js';
import { watchPages } from './watch-pages.js';

/** What a sign of leaving on a touchscreen is worth. Our judgement: none alone is enough, for each is also something else. */
export const exitSigns = {
  'fast-scroll-up': 2,
  /** The page was come to by going back. */
  back: 1,
  /** And so was the one before. */
  'repeated-back': 2,
  /** The shopper was in another tab, or in another app, for a while. */
  'return-from-tab': 1,
  /** Back on the page where the visit began. */
  'return-to-landing': 1,
} satisfies Record<string, number>;

/** From this score on, it is told. */
export const EXIT_SCORE = 3;

/** Shorter absences are a look at a message. */
const AWAY_MS = 5000;

type Sign = keyof typeof exitSigns;

/** Collects signs in each page view, each once, and tells when they are enough. A mouse on a device with a touchscreen has its own rule. */
export function watchTouchExit(
  about: (evidence: { input: 'touch'; score: number; from: Record<string, number> }) => void,
): Stop {
  const journey = followJourney();
  let signs = new Set<Sign>();
  let hiddenAt = Infinity;

  function add(sign: Sign): void {
    if (signs.has(sign)) return;
    signs.add(sign);
    const from = Object.fromEntries([...signs].map((each) => [each, exitSigns[each]]));
    const score = Object.values(from).reduce((sum, points) => sum + points, 0);
    if (score >= EXIT_SCORE) about({ input: 'touch', score, from });
  }

  function look(): void {
    signs = new Set();
    const { pages = [], pageCount = 0, arrival } = $visit.get() ?? {};
    const now = pages.at(-1);
    const before = pages.at(-2);
    if (now?.back) {
      add('back');
      if (before?.back) add('repeated-back');
    }
    if (pageCount > 1 && now?.path === arrival?.path && before?.path !== now?.path) add('return-to-landing');
  }

  function visibility(): void {
    const now = performance.now();
    if (document.visibilityState === 'hidden') hiddenAt = now;
    else if (now - hiddenAt >= AWAY_MS) add('return-from-tab');
  }

  let touched = false;
  const touch = ({ pointerType }: PointerEvent): void => void (touched = pointerType === 'touch');
  const passive = { capture: true, passive: true };
  addEventListener('pointerdown', touch, passive);
  document.addEventListener('visibilitychange', visibility);
  const stops = [watchPages(look), onScrollUp(() => touched && add('fast-scroll-up')), journey.stop];
  return () => {
    removeEventListener('pointerdown', touch, passive);
    document.removeEventListener('visibilitychange', visibility);
    for (const stop of stops) stop();
  };
}
