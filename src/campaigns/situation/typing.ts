/** Fields that take no text. */
const wordless = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'];

/** Whether a field has the focus, also in a shadow root. */
export function isTyping(): boolean {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) activeElement = activeElement.shadowRoot.activeElement;
  if (!activeElement) return false;
  if (activeElement.localName === 'input') return !wordless.includes((activeElement as HTMLInputElement).type);
  return /^(textarea|select)$/.test(activeElement.localName) || !!(activeElement as HTMLElement).isContentEditable;
}
