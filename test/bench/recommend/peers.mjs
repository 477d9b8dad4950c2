/** What others rank by, in memory. Each is made from sessions, and gives a function from the items so far to ids, the best first. */

/** Enough for a list of 20 without the current item. */
const LENGTH = 21;

function best(scores) {
  return [...scores]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, LENGTH)
    .map(([id]) => id);
}

const add = (scores, id, score) => scores.set(id, (scores.get(id) ?? 0) + score);

export function popularity(sessions) {
  const counts = new Map();
  for (const { items } of sessions) for (const item of items) add(counts, item, 1);
  const list = best(counts);
  return () => list;
}

/** Item-to-item: in how many sessions both were. */
export function coOccurrence(sessions) {
  const counts = new Map();
  for (const { items } of sessions) {
    const different = [...new Set(items)];
    for (const one of different) {
      if (!counts.has(one)) counts.set(one, new Map());
      for (const other of different) if (other !== one) add(counts.get(one), other, 1);
    }
  }
  return (items) => best(counts.get(items.at(-1)) ?? new Map());
}

function indexSessions(sessions) {
  const sets = sessions.map(({ items }) => new Set(items));
  const byItem = new Map();
  sets.forEach((set, index) => {
    for (const item of set) {
      if (!byItem.has(item)) byItem.set(item, []);
      byItem.get(item).push(index);
    }
  });
  return { sets, byItem };
}

/** Plain session-kNN (Jannach & Ludewig, "When recurrent neural networks meet the neighborhood for session-based recommendation", 2017): cosine of sets, 500 of the 1,000 newest sessions that share an item. */
export function sessionKnn(sessions, { sample = 1000, neighbours = 500 } = {}) {
  const { sets, byItem } = indexSessions(sessions);
  return (items) => {
    const current = new Set(items);
    const shared = new Map();
    for (const item of current) for (const session of byItem.get(item) ?? []) add(shared, session, 1);
    const nearest = [...shared]
      .sort(([a], [b]) => b - a)
      .slice(0, sample)
      .map(([session, count]) => [session, count / Math.sqrt(current.size * sets[session].size)])
      .sort(([a, x], [b, y]) => y - x || b - a)
      .slice(0, neighbours);
    const scores = new Map();
    for (const [session, likeness] of nearest) for (const item of sets[session]) add(scores, item, likeness);
    return best(scores);
  };
}

/** VMIS-kNN (Kersbergen, Sprangers & Schelter, "Serenade – low-latency session-based recommendation in e-commerce at scale", 2022), which leaves the current item out itself. */
export function vmisKnn(sessions, { sample = 500, neighbours = 500, last = 5 } = {}) {
  const { sets, byItem } = indexSessions(sessions);
  const idf = (item) => Math.log(sessions.length / byItem.get(item).length);
  return (items) => {
    const recent = [...new Set(items.slice(-last).reverse())];
    const likeness = new Map();
    recent.forEach((item, index) => {
      for (const session of (byItem.get(item) ?? []).slice(-sample)) {
        add(likeness, session, (recent.length - index) / recent.length);
      }
    });
    const nearest = [...likeness]
      .sort(([a], [b]) => b - a)
      .slice(0, sample)
      .sort(([a, x], [b, y]) => y - x || b - a)
      .slice(0, neighbours);
    const scores = new Map();
    for (const [session, weight] of nearest) {
      const first = recent.findIndex((item) => sets[session].has(item)) + 1;
      const share = Math.max(0, 1 - 0.1 * first);
      for (const item of sets[session]) add(scores, item, weight * share * idf(item));
    }
    scores.delete(items.at(-1));
    return best(scores);
  };
}
