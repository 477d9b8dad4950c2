/** What fields marked with `data-cue` are filled with: `<input type="hidden" name="sku" data-cue="product-id">`. */
export type FieldValues = Readonly<Record<string, string | number | undefined>>;

/** Fills a form's own fields that are marked for one of these values; what is not known empties them. */
export function fillFields(form: HTMLFormElement, values: FieldValues): void {
  for (const field of form.querySelectorAll<HTMLInputElement>('[data-cue]')) {
    const { cue = '' } = field.dataset;
    if (!Object.hasOwn(values, cue)) continue;
    const value = String(values[cue] ?? '');
    if (field.value !== value) field.value = value;
  }
}
