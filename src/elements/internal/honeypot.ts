const NAME = 'website';

/** What managers of passwords and addresses are asked to leave alone; browsers heed `autocomplete`. */
const ignored = { 'data-1p-ignore': '', 'data-bwignore': '', 'data-lpignore': 'true', 'data-form-type': 'other' };

/**
 * The field of a form that only a program fills in: the shop's own, marked `data-cue="honeypot"`, or one that is put
 * into the form. People neither see, reach nor hear it.
 */
export function honeypotOf(form: HTMLFormElement): HTMLInputElement | undefined {
  const known = form.querySelector<HTMLInputElement>('[data-cue=honeypot]');
  // A shop that asks for a website means it.
  if (known || form.elements.namedItem(NAME)) return known ?? undefined;
  const field = document.createElement('input');
  field.name = NAME;
  field.dataset.cue = 'honeypot';
  field.autocomplete = 'off';
  field.tabIndex = -1;
  for (const [name, value] of Object.entries(ignored)) field.setAttribute(name, value);
  const around = document.createElement('div');
  around.inert = true;
  around.ariaHidden = 'true';
  // Outside of the flow, so that it has no place in the shop's grid; not hidden, since programs skip what is.
  const style = { position: 'absolute', 'clip-path': 'inset(50%)', height: '1px', width: '1px', overflow: 'hidden' };
  for (const [name, value] of Object.entries(style)) around.style.setProperty(name, value);
  around.append(field);
  form.append(around);
  return field;
}

/** Whether a program has filled it in. The browser itself may have, in spite of all. */
export function isCaught(field: HTMLInputElement | undefined): boolean {
  return Boolean(field?.value) && !field!.matches(':autofill');
}
