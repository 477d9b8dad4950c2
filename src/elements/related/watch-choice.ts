/**
 * Tells which product the shopper goes to by a link of its card, in the shadow tree or in a slot of it; also in a new tab, by
 * the middle button. A double click is one choice.
 *
 * @param choose told the product's id
 */
export function watchChoice(host: Element, choose: (id: string) => void): void {
  const listener = (event: Event): void => {
    const { detail, button } = event as MouseEvent;
    if (detail > 1 || button > 1) return;
    const path = event.composedPath();
    const within = path.slice(0, path.indexOf(host));
    const item = within.find((one): one is HTMLLIElement => one instanceof HTMLLIElement && one.part.contains('item'));
    if (item && within.some((one) => one instanceof HTMLAnchorElement)) choose(item.dataset.id!);
  };
  for (const type of ['click', 'auxclick']) host.addEventListener(type, listener);
}
