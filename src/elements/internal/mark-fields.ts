/**
 * Shows what the shop said of single fields as the platform shows its own complaints.
 *
 * @param focus whether the first of them may take the focus
 * @returns takes it all back
 */
export function markFields(
  form: HTMLFormElement,
  faults: Readonly<Record<string, string>>,
  focus: boolean,
): () => void {
  const marked: HTMLInputElement[] = [];
  for (const field of form.querySelectorAll<HTMLInputElement>('input,select,textarea')) {
    const fault = Object.entries(faults).find(([name]) => isNamed(field.name, name))?.[1];
    if (!fault || !field.willValidate) continue;
    field.setCustomValidity(fault);
    field.ariaInvalid = 'true';
    marked.push(field);
  }
  if (focus) marked[0]?.reportValidity();
  return () => {
    for (const field of marked) {
      field.setCustomValidity('');
      field.ariaInvalid = null;
    }
  };
}

/** `email` is also the field `contact[email]`, and in capitals. */
function isNamed(field: string, name: string): boolean {
  return field.toLowerCase() === name.toLowerCase() || field.toLowerCase().endsWith(`[${name.toLowerCase()}]`);
}
