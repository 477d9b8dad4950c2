/**
 * Says of a form's button that its press is being dealt with. Not `disabled`: that would drop the focus, and the
 * button's own value from what is sent.
 *
 * @returns puts everything back as it was
 */
export function holdButton(form: HTMLFormElement, submitter: HTMLElement | null): () => void {
  const button = submitter ?? form.querySelector<HTMLElement>('button:not([type]),[type=submit],[type=image]');
  if (!button) return () => {};
  const names = ['aria-busy', 'aria-disabled'];
  const before = names.map((name) => button.getAttribute(name));
  for (const name of names) button.setAttribute(name, 'true');
  return () =>
    names.forEach((name, index) => {
      const value = before[index];
      if (value == null) button.removeAttribute(name);
      else button.setAttribute(name, value);
    });
}
