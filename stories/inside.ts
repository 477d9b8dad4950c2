import { within } from 'storybook/test';

/**
 * The rendered element, with queries that see into its shadow root; those of a story's canvas stop before it.
 *
 * @throws {Error} when the story has no such element
 */
export async function inside<K extends keyof HTMLElementTagNameMap>(canvasElement: HTMLElement, tag: K) {
  const element = canvasElement.querySelector(tag);
  const root = element?.shadowRoot;
  if (!element || !root) throw new Error(`<${tag}> has not been rendered`);
  if ('updateComplete' in element) await element.updateComplete;
  // Testing Library asks for an element, and uses only what a shadow root has as well.
  return { element, root, ...within(root as unknown as HTMLElement) };
}
