import { pageSingleton } from '../browser/page-singleton.js';
import { connectedCart, foundCart } from './connected-cart.js';
import type { CartConnection } from './connected-cart.js';

/**
 * The shop's cart, for elements: the one that the page is connected with, else the one that its software gives away, else
 * one that knows the page's forms only. The code for it is loaded when it is first asked for. What the shop connects by
 * name, now or later, takes the place of what was found.
 *
 * @throws when the code could not be loaded; asking again tries again
 */
export async function useCart(): Promise<CartConnection> {
  return connectedCart() ?? (await findOnce());
}

async function findOnce(): Promise<CartConnection> {
  const finding = pageSingleton('finding a cart', () => ({ answer: undefined as Promise<unknown> | undefined }));
  try {
    await (finding.answer ??= find());
  } finally {
    finding.answer = undefined;
  }
  return connectedCart()!;
}

async function find(): Promise<void> {
  const { detectCart, connectCart, customCart } = await import('./find-cart.js');
  const adapter = (await detectCart()) ?? customCart();
  // The shop may have connected its own while the code was on its way.
  if (!connectedCart()) foundCart().connection = connectCart({ adapter });
}
