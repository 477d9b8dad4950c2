import { attempt } from '../browser/report.js';
import type { Noticed, NoticedCallback } from './noticed.js';

/** Tells that it is the moment, now. */
export function tell(callback: NoticedCallback, moment: string, evidence: Noticed['evidence']): void {
  attempt(`who waited for the moment “${moment}” failed`, () => callback({ moment, at: Date.now(), evidence }));
}
