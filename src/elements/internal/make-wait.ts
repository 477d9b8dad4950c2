const marks = ['aria-busy', 'aria-disabled'] as const;

/**
 * Shows on a button of the shop's own that it has been pressed; it keeps the focus, which a disabled one would lose.
 *
 * @returns makes it what it was
 */
export function makeWait(button: Element | null | undefined): () => void {
  const before = marks.map((name) => button?.getAttribute(name) ?? null);
  for (const name of marks) button?.setAttribute(name, 'true');
  return () =>
    marks.forEach((name, index) => {
      const value = before[index] ?? null;
      if (value === null) button?.removeAttribute(name);
      else button?.setAttribute(name, value);
    });
}
