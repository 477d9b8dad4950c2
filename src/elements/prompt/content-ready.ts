import type { Clock } from '../../browser/clock.js';

/** Pictures that have their place already are waited for so long; they may come later without moving anything. */
const PICTURES_MS = 1000;

/**
 * Fulfilled when what is in a prompt can be seen at once and whole: the code of elements has come, they have rendered, and the pictures
 * of its first view are there. A picture that does not say its size is waited for, because everything would jump when it comes.
 */
export async function contentReady(prompt: Element, clock: Clock): Promise<void> {
  const elements = [...prompt.querySelectorAll<Element & { updateComplete?: Promise<unknown> }>('*')];
  await Promise.all(
    elements
      .filter(({ localName }) => localName.startsWith('cue-'))
      .map(async (element) => {
        await customElements.whenDefined(element.localName);
        await element.updateComplete;
      }),
  );
  const pictures = [...prompt.querySelectorAll('img')].filter((image) => !image.closest('[data-step] ~ [data-step]'));
  await Promise.all(
    pictures.map((image) => {
      // Nothing is in view that is not shown yet.
      image.loading = 'eager';
      const decoded = image.decode().catch(() => {});
      return image.hasAttribute('width') && image.hasAttribute('height')
        ? Promise.race([decoded, new Promise<void>((resolve) => void clock.wait(resolve, PICTURES_MS))])
        : decoded;
    }),
  );
}
