import type { FieldValues } from './fill-fields.js';
import type { FormFormat } from './form-body.js';
import type { FormResult } from './form-result.js';
import type { AnswerHints } from './read-answer.js';

/** What the element adds to the step. */
export interface FormStep {
  /** Asks the shop before the form is sent: what `request` gives. */
  ask(): boolean | Promise<unknown>;
  /** What the fields marked with `data-cue` are filled with. */
  values(): FieldValues;
  /** The form was really sent, and ended like this; called also when the element has left the page. */
  ended(result: FormResult): void;
  /** How it is sent. */
  settings(): FormSettings;
  /** Whether it is too early to send it; what has to be done first, the element does then. */
  holds?(): boolean;
  /** The last say over what the answer means. */
  judge?(result: FormResult): FormResult;
}

/** How a form is sent. */
export interface FormSettings {
  format: FormFormat;
  mode: 'same-origin' | 'cors' | 'no-cors';
  /** A form that is sent sooner after it came is a program's, and is not sent. */
  minMs: number;
  /** Whether there is a field for programs to fall into; there is, if nothing is said. */
  trap?: boolean;
  hints?: AnswerHints | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  /** What is added to the address. */
  query?: Readonly<Record<string, string>> | undefined;
  /** Has the last say over what is sent. */
  shape?(data: FormData, form: HTMLFormElement): void;
  /** Asks the platform for its opinion also where the form has `novalidate`, for a script that is not there. */
  validates?: boolean;
}
