import { retryAfterMs } from '../../cart/ask-shop.js';
import { formBody } from './form-body.js';
import type { FormFormat } from './form-body.js';
import type { FormResult } from './form-result.js';
import { readAnswer } from './read-answer.js';
import type { AnswerHints } from './read-answer.js';

/** How, and what for, a form is sent. */
export interface Sending {
  url: string;
  format: FormFormat;
  multipart: boolean;
  mode: 'cors' | 'no-cors';
  hints?: AnswerHints | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
}

/** Nobody waits longer for a button; a server that starts up first may need some of it. */
const LONGEST_MS = 20_000;

/** Sends a form's data as the shopper (cookies go along to the shop itself). Never rejects. */
export async function sendForm(data: FormData, sending: Sending, longestMs = LONGEST_MS): Promise<FormResult> {
  const { mode, hints } = sending;
  // Where the answer may not be read, no other type may be sent either (https://fetch.spec.whatwg.org/#no-cors-safelisted-request-header).
  const { body, type } = formBody(data, mode === 'no-cors' ? 'form' : sending.format, sending.multipart);
  const headers = { Accept: 'application/json, text/html;q=0.9', ...(type && { 'Content-Type': type }) };
  try {
    const response = await fetch(sending.url, {
      method: 'POST',
      body,
      mode,
      credentials: 'same-origin',
      // Whoever goes on to another page has pressed the button all the same; browsers take 64 KiB of that at most.
      keepalive: !(body instanceof FormData) && String(body).length < 30_000,
      headers: mode === 'no-cors' ? {} : { ...headers, ...sending.headers },
      signal: AbortSignal.timeout(longestMs),
    });
    return await readResponse(response, hints);
  } catch {
    return { state: 'offline' };
  }
}

/** What a response means; it may be one that the shop's own code has got. */
export async function readResponse(response: Response, hints?: AnswerHints): Promise<FormResult> {
  const { status, type, redirected, url } = response;
  const text = response.bodyUsed ? '' : await response.text();
  return readAnswer({ status, type, redirected, url, text, retryAfterMs: retryAfterMs(response) }, hints);
}
