import type { Fetch } from './ask-shop.js';
import { cartError } from './cart-error.js';
import { fieldsOf } from './fields-of.js';

/** Sends what a form would send, to where and how it would; the answer's page, after all redirects, is left unread. */
export async function postForm(
  fetch: Fetch,
  form: HTMLFormElement,
  more: Readonly<Record<string, string>>,
  signal: AbortSignal,
  submitter?: HTMLElement | null,
): Promise<Response> {
  // Attributes, since a field may be called `action` or `method`.
  const url = new URL(form.getAttribute('action') ?? '', form.baseURI);
  const data = fieldsOf({ form, submitter });
  for (const [name, value] of Object.entries(more)) data.set(name, value);
  const init: RequestInit = { credentials: 'same-origin', signal };
  if (form.getAttribute('method')?.toLowerCase() === 'post') {
    init.method = 'POST';
    init.body = form.enctype === 'multipart/form-data' ? data : new URLSearchParams(texts(data));
  } else url.search = String(new URLSearchParams(texts(data)));
  let answer: Response;
  try {
    answer = await fetch(url.href, init);
  } catch {
    throw cartError('offline');
  }
  if (answer.ok) return answer;
  if (answer.status === 401 || answer.status === 403 || answer.status === 419) throw cartError('session-expired');
  throw cartError(
    answer.status === 429 ? 'rate-limited' : answer.status === 409 || answer.status === 422 ? 'sold-out' : 'unknown',
  );
}

const texts = (data: FormData): [string, string][] =>
  [...data].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]);
