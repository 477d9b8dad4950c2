const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Letters to a halving of the weight: steps of 19 %, down to 1/65,536. */
const STEPS = 4;

/** The letter that stands for a weight from 0 to 1. */
export function letterOf(weight: number): string {
  const step = weight > 0 ? Math.round(-Math.log2(weight) * STEPS) : letters.length;
  return letters[Math.min(letters.length - 1, Math.max(0, step))]!;
}

/** The weight that a letter stands for; nothing for what is no letter of ours. */
export function weightOf(letter: string | undefined): number {
  const step = letter?.length === 1 ? letters.indexOf(letter) : -1;
  return step < 0 ? 0 : 2 ** (-step / STEPS);
}
