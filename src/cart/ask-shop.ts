import { cartError } from './cart-error.js';

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** Nobody waits longer for a button. */
const MOST_WAIT_MS = 5 * 60 * 1000;

/** `Retry-After` is in seconds or a date (RFC 9110, 10.2.3); WooCommerce calls its own `RateLimit-Retry-After`. */
export function retryAfterMs({ headers }: Response, now = Date.now()): number | undefined {
  const text = headers.get('retry-after') ?? headers.get('ratelimit-retry-after');
  if (!text) return undefined;
  const ms = /^\s*\d+\s*$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), MOST_WAIT_MS);
}

/**
 * One question to the shop, as the shopper (cookies go along) and past every cache.
 *
 * @returns the answer, whatever its status, and its JSON; `json` is an empty object where there was none
 * @throws {CartError} `offline` when no answer came; `rate-limited`
 */
export async function askShop(
  fetch: Fetch,
  url: string,
  init: RequestInit,
): Promise<{ answer: Response; json: Record<string, unknown>; isJson: boolean }> {
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(url, { credentials: 'same-origin', cache: 'no-store', ...init });
    text = await answer.text();
  } catch {
    throw cartError('offline');
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // An error page in HTML, a login, a challenge to robots.
  }
  const isJson = typeof json === 'object' && json !== null;
  const body = (isJson ? json : {}) as Record<string, unknown>;
  // 430 is Shopify's, for clients that ask too often (https://shopify.dev/docs/api/usage/response-codes).
  if (answer.status === 429 || answer.status === 430 || body.code === 'rate_limit_exceeded') {
    const said = body.description ?? body.message;
    throw cartError('rate-limited', typeof said === 'string' ? said : '', retryAfterMs(answer));
  }
  return { answer, json: body, isJson };
}
