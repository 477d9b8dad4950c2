import type { Decision } from '../store/ledger.js';

/** Why something is not shown. */
export type HeldReason =
  // The page
  | 'prerendering'
  | 'hidden'
  | 'paused'
  | 'consent-dialog-open'
  | 'host-dialog-open'
  | 'checkout'
  | 'typing'
  | 'video-playing'
  | 'not-settled'
  | 'not-engaged'
  // Other prompts
  | 'prompt-open'
  | 'prompt-coming'
  | 'resting'
  | 'session-cap'
  | 'overall-cap'
  // The campaign
  | 'not-understood'
  | 'landed-from-search-on-phone'
  | 'not-started'
  | 'ended'
  | 'schedule'
  | 'subscribed'
  | 'dismissed'
  | 'after'
  | 'excluded'
  | 'namespace'
  | 'cap'
  | 'group-cap'
  | 'audience'
  | 'holdout'
  | 'lower-priority'
  // What was chosen and did not come to it
  | 'not-chosen'
  | 'too-late'
  | 'page-left'
  | 'withdrawn';

export type Reason = 'allowed' | HeldReason;

/** What the engine has decided on a campaign: a decision for the ledger, which gives it its id. */
export interface Ruling extends Omit<Decision, 'id'> {
  reason: Reason;
}
