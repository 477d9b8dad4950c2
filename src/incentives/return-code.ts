import type { GrantedIncentive } from '../store/incentive-life.js';
import type { Incentive } from './incentive.js';

/**
 * Gives the shop's pool a code back that will not be used, for somebody else to have. The page may be on its way out, and nothing
 * depends on an answer: what is not given back is free again when its reservation ends.
 */
export function returnCode({ id, code }: Incentive, granted: GrantedIncentive | undefined): void {
  if (code?.from !== 'pool' || !code.release || !granted?.token || granted.code === undefined) return;
  globalThis
    .fetch(code.release, {
      method: 'POST',
      keepalive: true,
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ id, token: granted.token }),
    })
    .catch(() => {});
}
