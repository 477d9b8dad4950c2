/**
 * Fields in the slots of an element's own form, a consent to be given for instance: they stand in the page's tree, and
 * belong to no form there, nor by themselves to the element's.
 *
 * @param sent only those that a form would send: a box that is not ticked is none
 */
export function looseFields(host: HTMLElement, form: HTMLFormElement, sent = false): HTMLInputElement[] {
  if (form.getRootNode() !== host.shadowRoot) return [];
  return [...host.querySelectorAll<HTMLInputElement>('input,select,textarea')].filter(
    ({ disabled, form: owner, type, checked }) =>
      !disabled && !owner && (!sent || !/checkbox|radio/.test(type) || checked),
  );
}
