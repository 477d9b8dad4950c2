/** A held Enter key presses a button over and over, and then whatever button has taken its place: one intention, one step. */
export function ignoreKeyRepeat(event: KeyboardEvent): void {
  if (event.repeat && event.key === 'Enter') event.preventDefault();
}
