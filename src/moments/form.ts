/** What may stand in a moment's parentheses. */
export interface Form {
  /** Makes options of it; undefined when it is not understood. Without this, nothing may stand there. */
  read?(argument: string): object | undefined;
  /** Something has to. */
  needed?: true;
}

/** Forms of the moments whose code is loaded together, by their names. */
export type Forms = Readonly<Record<string, Form>>;

/** A text taken apart: `dwell(30s)`. Without a name where it has not the form of a moment. */
export function splitMoment(text: string): { name?: string; argument?: string } {
  const [, name, inside] = /^([a-z][a-z-]*)(?:\((.*)\))?$/s.exec(text.trim()) ?? [];
  const argument = inside?.trim();
  return { ...(name && { name }), ...(argument && { argument }) };
}

/** What the moment's function takes; undefined when there is no such moment, or its argument is not understood. */
export function readOptions(forms: Forms, name: string, argument?: string): object | undefined {
  const form = Object.hasOwn(forms, name) && forms[name];
  if (!form) return undefined;
  if (argument !== undefined) return form.read?.(argument);
  return form.needed ? undefined : {};
}
