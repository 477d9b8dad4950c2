/** The field of a form, or the first of its radios, that holds the rating. */
export function ratingField(form: HTMLFormElement | undefined): HTMLInputElement | null | undefined {
  return form?.querySelector<HTMLInputElement>('[data-cue=rating][name],[data-cue=rating] [name],[name=rating]');
}

/** The rating that a form's data holds. */
export function ratingOf(form: HTMLFormElement | undefined, data: FormData): number | undefined {
  const text = data.get(ratingField(form)?.name ?? '');
  return typeof text === 'string' && text.trim() && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

/** Whether the radios of a form stand from the lowest number to the highest: which stars are full follows from it. */
export function isInOrder(form: HTMLFormElement): boolean {
  const values = [...form.querySelectorAll<HTMLInputElement>('[data-cue=rating] [type=radio]')].map(({ value }) =>
    Number(value),
  );
  return values.every((value, at) => at === 0 || value > values[at - 1]!);
}

/** Where writing a review goes on: at the star that is chosen, else at the first. */
export function firstField(form: HTMLFormElement | undefined): HTMLElement | null | undefined {
  return (
    form?.querySelector<HTMLElement>('[data-cue=rating] :checked') ??
    ratingField(form) ??
    form?.querySelector('textarea')
  );
}
