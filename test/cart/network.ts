import type { Fetch } from '../../src/cart/ask-shop.js';

/**
 * What can happen to one request on its way:
 * - `offline`: it never arrives
 * - `lost`: it arrives and is done, its answer is lost
 * - `error-page`: the shop answers 500 with a page, and has done nothing
 * - `challenge`: something before the shop answers 200 with a page of its own
 * - `rate-limited`: 429, with `Retry-After`
 */
export type Fault = 'offline' | 'lost' | 'error-page' | 'challenge' | 'rate-limited';

export interface Network {
  fetch: Fetch;
  /** What was asked, as `POST /cart/add.js`. */
  requests: string[];
  /** The next requests meet these, one each. */
  faults: (Fault | undefined)[];
  /** Waits before a request arrives, and before its answer does; requests can so overtake each other. */
  delay: { there(): Promise<void> | void; back(): Promise<void> | void };
}

const page = (status: number) =>
  new Response('<!doctype html><title>Oops</title>', { status, headers: { 'content-type': 'text/html' } });

/** A network between a page and a shop; `serve` is the shop, and answers at once. */
export function createNetwork(serve: (request: Request, path: string) => Promise<Response>): Network {
  const network: Network = {
    requests: [],
    faults: [],
    delay: { there: () => {}, back: () => {} },
    async fetch(url, init = {}) {
      const request = new Request(new URL(url, location.href), init);
      const path = new URL(request.url).pathname + new URL(request.url).search;
      network.requests.push(`${request.method} ${path}`);
      const fault = network.faults.shift();
      await network.delay.there();
      if (fault === 'offline') throw new TypeError('Failed to fetch');
      init.signal?.throwIfAborted();
      if (fault === 'error-page') return page(500);
      if (fault === 'challenge') return page(200);
      if (fault === 'rate-limited') return new Response('', { status: 429, headers: { 'retry-after': '0' } });
      const answer = await serve(request, path);
      await network.delay.back();
      init.signal?.throwIfAborted();
      if (fault === 'lost') throw new TypeError('Failed to fetch');
      return answer;
    },
  };
  return network;
}

export const json = (data: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(data), { status, headers: { 'content-type': 'application/json', ...headers } });
