// @ts-check

/** @param {string} hex */
const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** A colour `share` of the way from one to another, both `#rrggbb`. @param {string} from @param {string} to @param {number} share */
export function mix(from, to, share) {
  const target = channels(to);
  return `#${channels(from)
    .map((value, index) =>
      Math.round(value + ((target[index] ?? 0) - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** The one shadow colour of every picture: warm and violet, never black. */
export const DUSK = '#2b1230';

/** @param {string} colour @param {number} [share] */
export const lighter = (colour, share = 0.25) => mix(colour, '#ffffff', share);

/** @param {string} colour @param {number} [share] */
export const darker = (colour, share = 0.25) => mix(colour, DUSK, share);
