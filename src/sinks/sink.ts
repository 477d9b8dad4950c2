import type { CueRecord } from '../events/record.js';

/** A destination for records. */
export interface Sink {
  /** Two sinks of one name are one: a kit that is loaded twice still says everything once. */
  name: string;
  /**
   * `network`: records leave the page here, so they wait for consent to analytics. `page`: they stay in the page (the
   * console; a data layer, whose tag manager asks for consent itself), so they go at once unless the shopper has refused.
   */
  reach: 'network' | 'page';
  /** Takes one record. What it throws is reported and keeps no other sink from its records. */
  take(record: CueRecord): void;
}
