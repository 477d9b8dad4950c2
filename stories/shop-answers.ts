/** What a shop's endpoint answers in a story. */
export interface ShopAnswer {
  status?: number;
  json?: unknown;
  headers?: Record<string, string>;
  /** `never`: it takes its time. `no answer`: there is no connection. */
  fails?: 'never' | 'no answer';
}

/**
 * Stands in for the shop's endpoints while a story is shown, whatever is sent to them.
 *
 * @returns for a story's `beforeEach`: puts the network back
 */
export function shopAnswers(...answers: ShopAnswer[]): () => void {
  const { fetch } = window;
  let at = 0;
  window.fetch = async (input, init) => {
    if (init?.method !== 'POST') return fetch(input, init);
    const { status = 200, json, headers, fails } = answers[Math.min(at++, answers.length - 1)] ?? {};
    if (fails === 'never') await new Promise(() => {});
    if (fails === 'no answer') throw new TypeError('Failed to fetch');
    return new Response(json === undefined ? null : JSON.stringify(json), {
      status,
      headers: { 'content-type': 'application/json', ...headers },
    });
  };
  return () => {
    window.fetch = fetch;
  };
}
