import { factNames } from '../events/vocabulary.js';
import type { FactName } from '../events/vocabulary.js';
import { momentForms } from './moment-forms.js';

/** A moment out of a campaign's text. */
export interface ReadMoment {
  name: string;
  argument?: string;
  /** What its function takes; undefined when there is no such moment, or its argument is not understood. */
  options?: object;
}

/** The fact of `after-add-to-cart`. */
function factOf(name: string): FactName | undefined {
  return factNames.find((fact) => name === `after-${fact.replaceAll('_', '-')}`);
}

/** What its function takes. */
function readOptions(name: string, argument: string | undefined): object | undefined {
  const fact = factOf(name);
  if (fact) return argument === undefined ? { fact } : undefined;
  const form = Object.hasOwn(momentForms, name) ? momentForms[name] : undefined;
  if (argument === undefined) return form && !form.needed ? {} : undefined;
  return form?.read?.(argument);
}

/** Takes a text apart: `dwell(30s)`. Undefined when it has not the form of a moment. */
export function readMoment(text: string): ReadMoment | undefined {
  const [, name, inside] = /^([a-z][a-z-]*)(?:\((.*)\))?$/s.exec(text.trim()) ?? [];
  if (name === undefined) return undefined;
  const argument = inside?.trim() || undefined;
  const options = readOptions(name, argument);
  return { name, ...(argument !== undefined && { argument }), ...(options && { options }) };
}
