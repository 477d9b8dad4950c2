/** What the shop was sent: fields by name, or the JSON. */
export interface Sent {
  url: string;
  method: string;
  headers: Headers;
  credentials: RequestCredentials;
  mode: RequestMode;
  body: unknown;
}

let restore: (() => void) | undefined;

afterEach(() => {
  restore?.();
  restore = undefined;
});

/**
 * Stands in for the network until the test is over.
 *
 * @param answer gives the shop's answer, or throws when there is none
 * @returns what arrived, in order
 */
export function shopAnswers(answer: () => Response | Promise<Response>): Sent[] {
  const sent: Sent[] = [];
  const { fetch } = window;
  restore ??= () => {
    window.fetch = fetch;
  };
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { url, method, headers, credentials, mode } = request;
    const isJson = headers.get('content-type')?.includes('json');
    const body: unknown = isJson
      ? await request.json()
      : // WebKit cannot read files back.
        Object.fromEntries(
          [...(init?.body instanceof FormData ? init.body : await request.formData())].map(([name, value]) => [
            name,
            value as unknown,
          ]),
        );
    sent.push({ url, method, headers, credentials, mode, body });
    return answer();
  };
  return sent;
}

export const json = (data: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(data), { status, headers: { 'content-type': 'application/json', ...headers } });

export const page = (html: string, status = 200): Response =>
  new Response(html, { status, headers: { 'content-type': 'text/html' } });

/** Writes into a field as a shopper does. */
export function fill(field: HTMLInputElement, value: string): void {
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}
