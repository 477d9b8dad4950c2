/** Shows the count at the end of the button, or takes it away. Most buttons have none, and no element for it. */
export function showCount(button: HTMLButtonElement, count: string | undefined): void {
  const shown = button.querySelector('span');
  if (!count) return shown?.remove();
  const element = shown ?? document.createElement('span');
  element.part.value = 'count';
  // A space between label and number, for who hears the two.
  element.textContent = ` ${count}`;
  if (!shown) button.append(element);
}
