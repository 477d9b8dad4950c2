/** A form, and the button of it that was pressed. */
interface FormParts {
  form?: HTMLFormElement | undefined;
  submitter?: HTMLElement | null | undefined;
}

/** What the form of an addition would send, the pressed button's own value included; empty without a form. */
export function fieldsOf({ form, submitter = null }: FormParts): FormData {
  if (!form) return new FormData();
  try {
    return new FormData(form, submitter);
  } catch {
    // The button has left its form since it was pressed.
    return new FormData(form);
  }
}
