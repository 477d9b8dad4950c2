/** Whether something stands in a form that did not come with it. */
export function hasBegun(form: HTMLFormElement | undefined): boolean {
  return [...(form?.elements ?? [])].some((field) => {
    const { value, defaultValue } = field as HTMLInputElement;
    return defaultValue !== undefined && value !== defaultValue;
  });
}
