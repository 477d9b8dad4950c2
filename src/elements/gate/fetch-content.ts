import { isRefusal } from '../../store/incentive-life.js';
import type { Refusal } from '../../store/incentive-life.js';

const ANSWER_WITHIN_MS = 10_000;

/** What was behind the gate, as text and a link: markup from elsewhere would be a door for scripts. */
export interface GatedContent {
  title?: string;
  /** Paragraphs. */
  text: readonly string[];
  link?: { url: string; label?: string; download: boolean };
}

const asText = (data: unknown): string | undefined => (typeof data === 'string' && data.trim() ? data : undefined);

/** `undefined` when there is nothing in it that could be shown. */
export function readContent(data: unknown): GatedContent | undefined {
  const { title, text, link } = Object(data) as Record<string, unknown>;
  const { url, label, download } = Object(link) as Record<string, unknown>;
  const [heading, address, name] = [asText(title), asText(url), asText(label)];
  const paragraphs = (Array.isArray(text) ? text : [text]).flatMap((each) => asText(each) ?? []);
  if (!heading && !paragraphs.length && !address) return undefined;
  return {
    ...(heading && { title: heading }),
    text: paragraphs,
    ...(address && { link: { url: address, ...(name && { label: name }), download: download === true } }),
  };
}

/** Asks the shop's endpoint, which decides who gets it. `offline`: nobody has answered. */
export async function fetchContent(
  url: string,
  fetch: (url: string, init: RequestInit) => Promise<Response> = (...all) => globalThis.fetch(...all),
): Promise<GatedContent | 'offline' | Refusal> {
  let response: Response;
  let data: unknown;
  try {
    response = await fetch(url, {
      headers: { Accept: 'application/json' },
      credentials: 'same-origin',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    if (response.status >= 500 || response.status === 429) return 'offline';
    data = await response.json();
  } catch {
    return 'offline';
  }
  const { reason } = Object(data) as Record<string, unknown>;
  return (response.ok && readContent(data)) || (isRefusal(reason) ? reason : 'unknown');
}
