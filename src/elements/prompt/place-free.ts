/**
 * Fulfilled when a prompt that has its place in the page can appear there without moving anything that is in view: its place is further
 * down, or the page keeps room for it. Looks again whenever the page is scrolled.
 */
export function placeFree(prompt: HTMLElement, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    function look(): void {
      if (signal.aborted || !isFree(prompt)) return;
      removeEventListener('scroll', look, true);
      resolve();
    }
    addEventListener('scroll', look, { capture: true, passive: true, signal });
    look();
  });
}

/** Tries it out within a frame, of which nothing is painted. */
function isFree(prompt: HTMLElement): boolean {
  const around: Element[] = [];
  for (let one: Element | null = prompt; one && one !== document.body; one = one.parentElement) {
    if (one !== prompt) around.push(one);
    if (one.nextElementSibling) around.push(one.nextElementSibling);
  }
  const places = (): string[] =>
    around.map((one) => {
      const { top, left, width, height } = one.getBoundingClientRect();
      return [top, left, width, height].join();
    });
  const panel = prompt.shadowRoot!.querySelector('.panel')!;
  const before = places();
  panel.classList.add('shown');
  const { top } = panel.getBoundingClientRect();
  const after = places();
  panel.classList.remove('shown');
  return top >= innerHeight || before.every((place, index) => place === after[index]);
}
