export interface PoolOptions {
  codes: readonly string[];
  reserveMs: number;
  endsAt?: number;
  now?: () => number;
}

export interface Pool {
  reserve(token: string): { code: string; until: number } | { reason: 'ended' | 'used' | 'gone' };
  release(token: string): boolean;
  refusal(code: string): 'ended' | 'used' | 'unknown' | undefined;
  redeem(code: string): boolean;
}

export function createPool(options: PoolOptions): Pool;
