/** What only a person does. Not `scroll`, which scripts, anchors and reloads bring about as well. */
const signs = ['pointerdown', 'keydown', 'wheel', 'touchmove', 'pointermove'] as const;

/** Notes the first thing that the shopper does. */
export function watchEngagement(): { engaged(): boolean; stop(): void } {
  let engaged = false;
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  function hear(event: Event): void {
    if (!event.isTrusted) return;
    // Browsers also say that the pointer moved when the page moved below it.
    const { movementX, movementY } = event as PointerEvent;
    if (event.type === 'pointermove' && !movementX && !movementY) return;
    engaged = true;
    stop();
  }
  for (const sign of signs) addEventListener(sign, hear, { capture: true, passive: true, signal: controller.signal });
  return { engaged: () => engaged, stop };
}
