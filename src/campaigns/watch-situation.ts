import type { Clock } from '../browser/clock.js';
import type { CueRecord } from '../events/record.js';
import { arePromptsPaused } from '../store/pause.js';
import { openPrompts } from '../store/prompts.js';
import type { Situation } from './signal.js';
import { isCheckout } from './situation/checkout.js';
import { watchConsentDialog } from './situation/consent-dialog.js';
import { watchEngagement } from './situation/engagement.js';
import { isHostDialogOpen } from './situation/host-dialog.js';
import { watchPlaying } from './situation/playing.js';
import { watchSettling } from './situation/settling.js';
import { isTyping } from './situation/typing.js';

export interface SituationWatch {
  /** What is going on now. Looks at the page, so it is for the instant of a decision. @param now milliseconds since 1970 */
  read(now: number): Situation;
  /** Hears what happens on the page. */
  hear(record: CueRecord): void;
  stop(): void;
}

/** Watches what is going on in one page view, without doing anything until it is asked. */
export function watchSituation(clock?: Clock): SituationWatch {
  const engagement = watchEngagement();
  const settling = watchSettling(clock);
  const consent = watchConsentDialog();
  const player = watchPlaying();
  return {
    hear: player.hear,
    read: (now) => ({
      settled: settling.settled(),
      engaged: engagement.engaged(),
      prerendering: isPrerendering(),
      hidden: document.visibilityState === 'hidden',
      consentDialogOpen: consent.open(),
      hostDialogOpen: isHostDialogOpen(),
      promptOpen: openPrompts().size > 0,
      videoPlaying: player.playing(now),
      typing: isTyping(),
      checkout: isCheckout(),
      paused: arePromptsPaused(now),
    }),
    stop() {
      for (const { stop } of [engagement, settling, consent]) stop();
    },
  };
}

export function isPrerendering(): boolean {
  return (document as { prerendering?: boolean }).prerendering === true;
}
