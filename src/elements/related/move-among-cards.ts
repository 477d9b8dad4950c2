/**
 * In a row, the arrows lead from card to card, Home to the first and End to the last: who does not use a mouse need not press
 * Tab twice for each. All stay in the order of Tab.
 */
export function moveAmongCards(box: Element): void {
  box.addEventListener('keydown', (event) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event as KeyboardEvent;
    const row = box.shadowRoot?.querySelector('.row.ready');
    const path = event.composedPath();
    // In a field of a shop's own card the arrows are the field's.
    const isPlain = !(altKey || ctrlKey || metaKey || shiftKey || event.defaultPrevented);
    if (!row || !isPlain || !(path[0] as Element).matches('a, button')) return;
    const items = [...row.children];
    const at = items.findIndex((item) => path.includes(item));
    if (at < 0) return;
    const steps = getComputedStyle(row).direction === 'rtl' ? -1 : 1;
    const places: Record<string, number> = {
      ArrowRight: at + steps,
      ArrowLeft: at - steps,
      Home: 0,
      End: items.length - 1,
    };
    const link = linkOf(items[places[key] ?? -1]);
    if (!link) return;
    event.preventDefault();
    link.focus();
  });
}

/** The link of a card, of ours or of the shop's. */
function linkOf(item: Element | undefined): HTMLAnchorElement | null | undefined {
  const own = item?.querySelector('slot')?.assignedElements()[0];
  return item?.querySelector('a') ?? (own instanceof HTMLAnchorElement ? own : own?.querySelector('a'));
}
