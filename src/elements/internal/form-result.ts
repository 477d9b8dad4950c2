/**
 * How it ended when a form was sent: it was taken; the shop had that already; it waits for a link in an e-mail to be
 * followed; the shop said no; no answer came; too many came before; the shop could not do it.
 */
export type FormEnd = 'done' | 'already' | 'confirm' | 'refused' | 'offline' | 'rate-limited' | 'failed';

export interface FormResult {
  state: FormEnd;
  /** What the shop said, in its own language, to be shown as it is. May name the shopper: for the screen only. */
  message?: string;
  /** What is wrong with single fields, by their names. */
  fields?: Readonly<Record<string, string>>;
  /** When to try again, as a length from now; only for `rate-limited`, and only if the shop said so. */
  retryAfterMs?: number;
  /** Where the shop sends the shopper on to. */
  next?: string;
  /** Only the shop's own page can go on from here, with a challenge to robots for instance. */
  needsPage?: boolean;
}

const ends: readonly unknown[] = [
  'done',
  'already',
  'confirm',
  'refused',
  'offline',
  'rate-limited',
  'failed',
] satisfies FormEnd[];

/** Whether this is a result: a shop that performs the step itself may give one. */
export function isFormResult(data: unknown): data is FormResult {
  return typeof data === 'object' && data !== null && ends.includes((data as Partial<FormResult>).state);
}

/** Whether the shopper need not try again. */
export function isGood(state: string): boolean {
  return state === 'done' || state === 'already' || state === 'confirm';
}
