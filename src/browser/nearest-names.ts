/** Most names that are suggested. */
const MOST = 3;

/** The known names that this one was probably meant to be, the nearest first. */
export function nearestNames(name: string, known: readonly string[]): string[] {
  const wanted = name.toLowerCase();
  const last = wanted.split('.').at(-1)!;
  const most = Math.max(2, Math.floor(wanted.length / 3));
  return known
    .map((candidate) => {
      const there = candidate.toLowerCase();
      const whole = distance(wanted, there);
      // `value` is meant to be `cart.value`.
      const part = distance(last, there.split('.').at(-1)!) * 1.5 + 0.5;
      return {
        candidate,
        steps: whole <= most ? Math.min(whole, part) : last.length > 3 && part < 2 ? part : Infinity,
      };
    })
    .filter(({ steps }) => steps < Infinity)
    .sort((a, b) => a.steps - b.steps || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

/** Steps from one text to the other: a letter put in, left out or replaced, or two neighbours exchanged (optimal string alignment). */
function distance(a: string, b: string): number {
  let [before, last, row]: number[][] = [[], [], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    [before, last, row] = [last!, row!, [i]];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
  }
  return row![b.length]!;
}
