/** The shop's own form between an element's tags; not those in named slots, which are for something else. */
export function slottedForm(host: HTMLElement): HTMLFormElement | undefined {
  return [...host.querySelectorAll('form')].find((form) => {
    const slot = form.closest('[slot]');
    return !slot || slot === host || !host.contains(slot);
  });
}
