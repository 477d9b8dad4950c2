import type { Sessions } from './sessions.js';

/** Where each item was clicked, the newest session last. */
export interface Occurrences {
  /** Calls back with the session and the place in `sessions.items` of the item's newest clicks, at most `most`. */
  visit(item: number, most: number, each: (session: number, place: number) => void): void;
}

export function findOccurrences({ items, starts }: Sessions, itemCount: number): Occurrences {
  const firsts = new Uint32Array(itemCount + 1);
  for (const item of items) firsts[item + 1]! += 1;
  for (let item = 0; item < itemCount; item++) firsts[item + 1]! += firsts[item]!;
  const nexts = firsts.slice();
  const places = new Uint32Array(items.length);
  const sessionOf = new Uint32Array(items.length);
  for (let session = 0; session + 1 < starts.length; session++) {
    for (let place = starts[session]!; place < starts[session + 1]!; place++) {
      sessionOf[place] = session;
      places[nexts[items[place]!]!++] = place;
    }
  }
  return {
    visit(item, most, each) {
      const end = firsts[item + 1]!;
      for (let index = Math.max(firsts[item]!, end - most); index < end; index++) {
        each(sessionOf[places[index]!]!, places[index]!);
      }
    },
  };
}
