/**
 * In the page: finds what somebody would see there, and does one thing with it. Looks into open shadow trees. Complete in itself, for it
 * is sent to a browser as text.
 *
 * @param {{ what: object, verb: 'count' | 'point' | 'focus' }} order `what` as `playwrightTab` explains it, with patterns as `{ source, flags }`.
 *   `count`: how many of it can be seen. `point`: the middle of the only one, brought into the window, if a press there would meet it,
 *   else null. `focus`: gives it the focus, and says whether there was one.
 */
export function lookInPage({ what, verb }) {
  const roles = {
    button: 'button,[role=button]',
    dialog: 'dialog,[role=dialog]',
    link: 'a[href],[role=link]',
    listitem: 'li,[role=listitem]',
    region: '[role=region]',
  };
  const words = (text) => (text ?? '').replaceAll(/\s+/g, ' ').trim();
  const says = (wanted, text) =>
    typeof wanted === 'string' ? words(text) === wanted : new RegExp(wanted.source, wanted.flags).test(words(text));
  const inside = (root) => [
    ...(root.shadowRoot ? inside(root.shadowRoot) : []),
    ...[...root.children].flatMap((child) => [child, ...inside(child)]),
  ];
  function find({ within, css, role, name, text, nth }) {
    const found = (within ? find(within) : [document.documentElement])
      .flatMap(inside)
      .filter(
        (element) =>
          (!css || element.matches(css)) &&
          (!role || element.matches(roles[role])) &&
          (!name || says(name, element.getAttribute('aria-label') ?? element.textContent)) &&
          (!text || says(text, element.textContent)),
      );
    return nth === undefined ? found : found.slice(nth, nth + 1);
  }
  const seen = find(what).filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
  });
  if (verb === 'count') return seen.length;
  const [element] = seen;
  if (seen.length > 1) throw new Error(`there are ${seen.length} of ${JSON.stringify(what)}`);
  if (verb === 'focus') {
    element?.focus();
    return !!element;
  }
  if (!element) return null;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  let hit = document.elementFromPoint(x, y);
  for (let inner = hit; inner?.shadowRoot; hit = inner) {
    inner = inner.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
  }
  for (; hit; hit = hit.assignedSlot ?? hit.parentElement ?? hit.getRootNode().host)
    if (hit === element) return { x, y };
  return null;
}
