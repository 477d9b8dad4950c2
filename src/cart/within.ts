import { cartError } from './cart-error.js';

/** Runs something that is given up after a time, or when it is no longer wanted, whether it listens to its signal or not. */
export async function within<T>(
  ms: number,
  run: (signal: AbortSignal) => Promise<T>,
  unwanted?: AbortSignal,
): Promise<T> {
  const signals = [AbortSignal.timeout(ms), ...(unwanted ? [unwanted] : [])];
  const signal = AbortSignal.any(signals);
  return Promise.race([
    run(signal),
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(cartError('offline')));
    }),
  ]);
}
