import { cartError } from './cart-error.js';

/** Runs something that is given up after a time, or when it is no longer wanted, whether it listens to its signal or not. */
export async function within<T>(
  ms: number,
  run: (signal: AbortSignal) => Promise<T>,
  unwanted?: AbortSignal,
): Promise<T> {
  const signals = [AbortSignal.timeout(ms), ...(unwanted ? [unwanted] : [])];
  const signal = AbortSignal.any(signals);
  let giveUp = () => {};
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = () => reject(cartError('offline'));
    signal.addEventListener('abort', giveUp);
  });
  try {
    return await Promise.race([run(signal), givenUp]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
