import { ignoreKeyRepeat } from '../internal/ignore-key-repeat.js';

/** Letters that come within this time are one word (as desktop menus have it). */
const TYPING_MS = 500;

/**
 * The keyboard of an open menu, by the menu button pattern (https://www.w3.org/WAI/ARIA/apg/patterns/menubar/): arrows, Home
 * and End move the focus, letters go to the item that begins with them, Tab goes on from the menu's button. Escape and a press
 * elsewhere are the popover's.
 *
 * @param leave gives the focus back to the button, and closes
 */
export function createMenuKeys(
  items: () => readonly HTMLElement[],
  leave: () => void,
): { onKeydown(event: KeyboardEvent): void; onKeyup(event: KeyboardEvent): void } {
  let typed = '';
  let typedAt = 0;
  /** The link on which the space bar went down: what it is released over need not be that one. */
  let held: EventTarget | null = null;

  /** From the focused item on; a letter that is typed again goes to the next one that begins with it. */
  function find(event: KeyboardEvent, all: readonly HTMLElement[], now: number): HTMLElement | undefined {
    if (event.timeStamp - typedAt > TYPING_MS) typed = '';
    typedAt = event.timeStamp;
    const letter = event.key.toLocaleLowerCase();
    const again = typed === letter;
    if (!again) typed += letter;
    const from = now + (typed.length > 1 ? 0 : 1);
    return all.map((_, index) => all[(from + index) % all.length]!).find((item) => textOf(item).startsWith(typed));
  }

  return {
    onKeydown(event) {
      ignoreKeyRepeat(event);
      const { key, code, altKey, ctrlKey, metaKey, target } = event;
      // WebKitGTK does not know the key together with Shift.
      if (key === 'Tab' || code === 'Tab') return leave();
      if (altKey || ctrlKey || metaKey) return;
      const all = items();
      const now = all.indexOf(target as HTMLElement);
      if (now < 0) return;
      let next: HTMLElement | undefined;
      if (key === 'ArrowDown') next = all[(now + 1) % all.length];
      else if (key === 'ArrowUp') next = all.at(now - 1);
      else if (key === 'Home') next = all[0];
      else if (key === 'End') next = all.at(-1);
      else if (key === ' ') {
        // A link knows Enter only, and the page would scroll.
        if (!(target instanceof HTMLAnchorElement)) return;
        held = target;
      } else if (key.length === 1) next = find(event, all, now);
      else return;
      event.preventDefault();
      next?.focus();
    },
    onKeyup({ key, target }) {
      if (key === ' ' && held === target) (target as HTMLElement).click();
      if (key === ' ') held = null;
    },
  };
}

const textOf = (item: HTMLElement): string => item.textContent.trim().toLocaleLowerCase();
