/** Marks children that the element has made, so that those of a copied or restored page are found, and replaced. */
const MADE = 'data-cue-made';

/** A child that stands in one of the element's slots. */
export interface Child {
  slot: string;
  /** What it shows; when that is another text, it is made anew. */
  key: string;
  make: () => Element;
}

/**
 * Keeps children of the element in its slots: what stands there is part of the page, so its styles reach it, and elements
 * in it are loaded like any other of the page.
 *
 * @returns to be told what there should be, as often as it may have changed
 */
export function keepChildren(host: Element): (wanted: readonly Child[]) => void {
  let kept = new Map<string, { key: string; child: Element }>();
  return (wanted) => {
    const before = kept;
    kept = new Map(
      wanted.map(({ slot, key, make }) => {
        const known = before.get(slot);
        return [slot, known?.key === key ? known : { key, child: make() }];
      }),
    );
    const children = new Set([...kept.values()].map(({ child }) => child));
    for (const old of host.querySelectorAll(`:scope > [${MADE}]`)) if (!children.has(old)) old.remove();
    for (const [slot, { child }] of kept) {
      if (child.parentNode === host) continue;
      child.slot = slot;
      child.setAttribute(MADE, '');
      host.append(child);
    }
  };
}
