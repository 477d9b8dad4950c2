import { hash } from './hash.js';

/**
 * Whether this shopper is among the share that sees nothing, so that what the others do can be compared. The draw is
 * apart from the draw of variants: each of them loses the same share.
 *
 * @param share from 0 (nobody) to 1 (everybody)
 */
export function inHoldout(id: string, salt: string, share: number): boolean {
  return hash(`${salt}:holdout`, id)! < share;
}
