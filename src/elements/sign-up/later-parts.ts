/** What a form asks for after the e-mail address: whatever is marked `data-cue="later"`, and its buttons. */
function laterParts(form: HTMLFormElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>('[data-cue=later],button:not([type]),[type=submit],[type=image]')];
}

/** Whether something is marked as coming later. */
export function hasLater(form: HTMLFormElement): boolean {
  return Boolean(form.querySelector('[data-cue=later]'));
}

/** Whether a field is in such a part. */
export function isLater(field: Element): boolean {
  return Boolean(field.closest('[data-cue=later]'));
}

/**
 * Hides these parts. Not `hidden`, over which a shop's `display` wins; nor `disabled`, which password managers pass by:
 * it stays one form, with all of its fields.
 *
 * @returns shows them again, as they were
 */
export function hideLater(form: HTMLFormElement): () => void {
  const shown = laterParts(form).map(({ style }) => {
    const before = [style.getPropertyValue('display'), style.getPropertyPriority('display')] as const;
    style.setProperty('display', 'none', 'important');
    return () => {
      if (before[0]) style.setProperty('display', ...before);
      else style.removeProperty('display');
    };
  });
  return () => shown.forEach((show) => show());
}
