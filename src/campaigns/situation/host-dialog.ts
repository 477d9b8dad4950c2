import { isShown } from './is-shown.js';

/** What says of itself that it is open. One after the other: browsers have quick ways for each, and none for a list of them. */
const open = ['dialog[open]', ':popover-open', '[role=dialog][aria-modal=true]', '[role=alertdialog]'];

/** What is not in the way of a prompt: a prompt, which is prepared before it is shown, and the developer who looks at it. */
const own = 'cue-prompt,cue-campaign,cue-inspector';

/** Where something that lies over the page would be met: neither at the edges, where bars are, nor at one place only. */
const places = [
  [0.5, 0.5],
  [0.34, 0.34],
  [0.66, 0.66],
  [0.66, 0.34],
  [0.34, 0.66],
] as const;

/** At so many of them. */
const LEAST_PLACES = 2;

/** What is at none of the first is not at the last two either: it would be in the middle of the window, which lies between them. */
const FIRST_PLACES = 3;

/**
 * Whether a dialog or popover is open that is no prompt of ours, or anything else lies over the page: what a click in the
 * middle of the window would meet is fixed there. Makes the browser lay out the page, so it is asked only when something
 * is about to be shown.
 */
export function isHostDialogOpen(): boolean {
  const said = open.flatMap((selector) => [...document.querySelectorAll(selector)]);
  if (said.some((element) => !element.closest(own) && isShown(element))) return true;
  const met = new Map<Element, number>();
  const known = new Map<Element, Element | undefined>();
  for (const [index, [x, y]] of places.entries()) {
    if (index === FIRST_PLACES && !met.size) return false;
    const over = fixedAround(deepest(x * innerWidth, y * innerHeight), known);
    const times = over ? (met.get(over) ?? 0) + 1 : 0;
    if (over && times >= LEAST_PLACES && !isThePage(over)) return true;
    if (over) met.set(over, times);
  }
  return false;
}

/** The element there, also inside of a shadow root. */
function deepest(x: number, y: number): Element | null {
  let root: DocumentOrShadowRoot | null = document;
  let found: Element | null = null;
  while (root) {
    const inner: Element | null = root.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
    root = inner.shadowRoot;
  }
  return found;
}

/** The nearest around it that does not move with the page; nothing of ours, and nothing that lies behind. */
function fixedAround(element: Element | null, known: Map<Element, Element | undefined>): Element | undefined {
  if (!element || element.matches(own)) return undefined;
  if (!known.has(element)) {
    const { position, zIndex } = getComputedStyle(element);
    const around = fixedAround(parentOf(element), known);
    known.set(element, position === 'fixed' && !(Number(zIndex) < 0) && !element.closest(own) ? element : around);
  }
  return known.get(element);
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** Some shops fix a frame to the window and scroll the whole page in it. */
function isThePage(element: Element): boolean {
  const main = document.querySelector('main,[role=main]');
  if (main) return element.contains(main);
  return element.getElementsByTagName('*').length > document.body.getElementsByTagName('*').length / 2;
}
