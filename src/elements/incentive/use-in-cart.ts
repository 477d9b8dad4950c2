import { connectedCart } from '../../cart/connected-cart.js';
import { stepOf } from '../../incentives/mark-incentive.js';
import type { Step } from '../../incentives/take-step.js';

const ANSWER_WITHIN_MS = 30_000;

/**
 * Asks the shop's cart to take a code or an offer.
 *
 * @returns the step that its answer stands for
 * @throws when no answer came
 */
export async function useInCart(text: string): Promise<Step> {
  const cart = connectedCart();
  const answer = await cart?.adapter.applyCode?.(text, AbortSignal.timeout(ANSWER_WITHIN_MS));
  cart?.refresh(true);
  return stepOf(String(answer)) ?? { type: 'refuse', reason: 'unknown' };
}
