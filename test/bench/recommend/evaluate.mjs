/** How many places a list has. */
const LENGTH = 20;

/**
 * Iterative revealing: of each session of at least two clicks, every click but the first is predicted from those before it.
 * HR@20 is the share of predictions whose list of 20 has the next item, MRR@20 the mean of 1 / place, 0 where it is missing.
 * Twice: with the current item left in the list, and without it, as a shop shows it.
 *
 * @param rank (items so far) → ids, the best first; may be async
 */
export async function evaluate(sessions, rank) {
  const withIt = counter();
  const without = counter();
  for (const { items } of sessions) {
    for (let at = 1; at < items.length; at++) {
      const list = await rank(items.slice(0, at), at);
      const next = items[at];
      withIt.add(list.indexOf(next));
      without.add(list.filter((id) => id !== items[at - 1]).indexOf(next));
    }
  }
  return { predictions: withIt.count, ...withIt.result(), withoutCurrent: without.result() };
}

function counter() {
  let hits = 0;
  let reciprocal = 0;
  const self = {
    count: 0,
    add(index) {
      self.count += 1;
      if (index < 0 || index >= LENGTH) return;
      hits += 1;
      reciprocal += 1 / (index + 1);
    },
    result: () => ({ hr20: hits / self.count, mrr20: reciprocal / self.count }),
  };
  return self;
}
