/**
 * Calls back when the page's own listeners have had their say about an event that is on its way, unless one of them has
 * taken it over: themes send their forms themselves, and what they do is not to be done twice.
 *
 * @param at the outermost target that the event reaches, as the window; a listener that is added now hears it last
 */
export function afterListeners<E extends Event>(event: E, at: EventTarget, run: (event: E) => void): void {
  const hear = (later: Event) => {
    if (later === event && !event.defaultPrevented) run(event);
  };
  at.addEventListener(event.type, hear);
  // One that stops the propagation has taken it over as well.
  setTimeout(() => at.removeEventListener(event.type, hear));
}
