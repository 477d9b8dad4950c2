import { decodeEntities } from '../../cart/decode-entities.js';
import type { FormResult } from './form-result.js';

/** What came back, without the platform's object, so that any answer can be made up. */
export interface Answer {
  status: number;
  /** As `Response.type`: nothing can be read of an `opaque` one. */
  type?: string;
  redirected?: boolean;
  /** Where it came from in the end. */
  url?: string;
  text?: string;
  retryAfterMs?: number | undefined;
}

/** What answers of this endpoint mean where they do not say so themselves. */
export interface AnswerHints {
  /** What it means that the data was taken, where nothing more is said. */
  accepted?: 'done' | 'confirm';
  /** Part of the address of the page that is shown when it was done: every other page says no. */
  doneAt?: string;
  /** What stands in every page as long as it is not done: the form's own password field, for instance. */
  notIn?: RegExp;
  /** Part of the address of a page that the shopper has to see. */
  pageAt?: string;
}

/** Longer than any sentence for a shopper. */
const MOST_CHARACTERS = 300;

// Keys under which endpoints answer. What is read is JSON:API's `errors` (Klaviyo), `{ message, errors: { field: […] } }`
// (Laravel, Rails), `{ code, message }` (Brevo, WordPress), `{ title, detail }` (RFC 9457; Mailchimp),
// `{ result, msg }` (Mailchimp's forms), and `{ ok | success, error }`.
const codeKeys = ['status', 'state', 'result', 'code', 'error', 'type', 'reason', 'title'];
const messageKeys = ['message', 'msg', 'detail', 'error_description', 'description', 'error', 'title', 'reason'];
const fieldKeys = ['field', 'param', 'path', 'name', 'property'];

const failure = /^(error|fail(ed|ure)?|invalid\w*|refused|rejected|denied|ko)$/;
const already = /already|exists|duplicate|(^|[^a-z])taken/;
const waiting =
  /^(pending|unconfirmed|unverified)$|double[-_ ]?opt|(^|[-_ ])(confirm|verify|confirmation|verification)($|[-_ ])/;

/** What an answer to a form means. Reads the common shapes of JSON; of a page only what HTML itself says. */
export function readAnswer(answer: Answer, hints: AnswerHints = {}): FormResult {
  const { status, text = '', retryAfterMs } = answer;
  const accepted: FormResult = { state: hints.accepted ?? 'done' };
  if (answer.type === 'opaque') return accepted;
  // 430 is Shopify's, for clients that ask too often (https://shopify.dev/docs/api/usage/response-codes).
  if (status === 429 || status === 430)
    return { state: 'rate-limited', ...(retryAfterMs !== undefined && { retryAfterMs }) };
  if (hints.pageAt && answer.url?.includes(hints.pageAt)) return { state: 'refused', needsPage: true };
  const json = parse(text);
  const said = json === undefined ? readPage(answer, hints) : readJson(json, status);
  if (status >= 200 && status < 300) {
    const next = said.next ?? (answer.redirected ? answer.url : undefined);
    return said.state ? (said as FormResult) : { ...accepted, ...said, ...(next && { next }) };
  }
  if (status === 409 || said.state === 'already') return { ...said, state: 'already' };
  // What a server says of its own trouble is for its owner.
  if (status >= 500) return { state: 'failed' };
  if (said.message || said.fields || [400, 410, 422].includes(status)) return { ...said, state: 'refused' };
  return { state: 'failed' };
}

function parse(text: string): object | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? json : undefined;
  } catch {
    return undefined;
  }
}

function readJson(json: object, status: number): Partial<FormResult> {
  const { errors, error, data } = json as Record<string, unknown>;
  const faults = readFaults(errors ?? (error as Record<string, unknown> | undefined)?.errors);
  const parts = [json, error, data, ...faults.parts].filter(isObject);
  const codes = parts.flatMap((part) => codeKeys.flatMap((key) => asText(part[key])?.toLowerCase() ?? []));
  const flags = parts.flatMap((part) => Object.keys(part).filter((key) => part[key] === true));
  const refused =
    status >= 400 ||
    faults.found ||
    parts.some(({ ok, success, error: inner }) => ok === false || success === false || Boolean(inner)) ||
    codes.some((code) => failure.test(code));
  const keys = refused ? messageKeys : messageKeys.slice(0, 2);
  const message = parts.flatMap((part) => keys.flatMap((key) => forPeople(part[key]) ?? []))[0] ?? faults.first;
  const words = [...codes, ...(refused && message ? [message.toLowerCase()] : [])];
  const result: Partial<FormResult> = message ? { message } : {};
  if (words.some((word) => already.test(word)) || flags.some((flag) => /^already/i.test(flag)))
    return { ...result, state: 'already' };
  if (refused)
    return { ...result, state: 'refused', ...(Object.keys(faults.fields).length && { fields: faults.fields }) };
  const next = Object.entries(json).find(([key, value]) => /^(redirect|location)/i.test(key) && asText(value))?.[1];
  if (next) result.next = String(next);
  if (codes.some((code) => waiting.test(code)) || flags.some((flag) => /confirm(?!ed)|double_?opt/i.test(flag)))
    return { ...result, state: 'confirm' };
  return result;
}

/** Lists of errors, with the field in each or as its key. */
function readFaults(errors: unknown): {
  found: boolean;
  fields: Record<string, string>;
  parts: unknown[];
  first: string | undefined;
} {
  const fields: Record<string, string> = {};
  const parts: unknown[] = [];
  let first: string | undefined;
  const entries = Object.entries(isObject(errors) || Array.isArray(errors) ? errors : { '': errors ?? [] });
  for (const [key, value] of entries) {
    const fault: unknown = Array.isArray(value) ? value[0] : value;
    const text =
      forPeople(fault) ?? (isObject(fault) ? messageKeys.flatMap((at) => forPeople(fault[at]) ?? [])[0] : '');
    if (isObject(fault)) parts.push(fault);
    if (!text) continue;
    first ??= text;
    const field = isObject(fault) ? fieldOf(fault) : Array.isArray(errors) ? undefined : key;
    if (field && !Object.hasOwn(fields, field)) fields[field] = text;
  }
  const found = entries.some(([, value]) => (Array.isArray(value) ? value.length > 0 : Boolean(value)));
  return { found, fields, parts, first };
}

/** JSON:API points to the field: `{ "source": { "pointer": "/data/attributes/email" } }`. */
function fieldOf(fault: Record<string, unknown>): string | undefined {
  const pointer = isObject(fault.source) ? fault.source.pointer : undefined;
  const named = typeof pointer === 'string' ? pointer : fieldKeys.map((key) => fault[key]).find(Boolean);
  return asText(named)?.split(/[/.]/).at(-1);
}

/**
 * A page that shows its form again with a field marked as wrong has said no, whatever its status; after a redirect it is
 * another page. Why it said no stands in what it announces.
 */
function readPage(
  { status, redirected, text = '', url = '' }: Answer,
  { doneAt, notIn }: AnswerHints,
): Partial<FormResult> {
  if (doneAt && url.includes(doneAt)) return {};
  const isNo =
    Boolean(doneAt || notIn?.test(text)) ||
    status >= 400 ||
    (!redirected && /<(?:input|select|textarea)\b[^>]*\saria-invalid=["']?true/i.test(text));
  if (!isNo) return {};
  const alert = /<(\w+)\b[^>]*\srole=["']?alert["']?(?=[\s>])[^>]*>([^]{0,2000}?)<\/\1>/i.exec(text)?.[2];
  const message = alert && clean(alert);
  return { state: 'refused', ...(message && { message }) };
}

/** A sentence, not a code: `already_subscribed` is for programs. */
function forPeople(data: unknown): string | undefined {
  const text = typeof data === 'string' ? clean(data) : '';
  return /\s|[^\x21-\x7e]/.test(text) ? text : undefined;
}

/** Endpoints put links into what they say; it is shown as text. */
function clean(html: string): string {
  return decodeEntities(html.slice(0, 4000)).replace(/\s+/g, ' ').trim().slice(0, MOST_CHARACTERS);
}

function asText(data: unknown): string | undefined {
  return typeof data === 'string' || typeof data === 'number' ? String(data) : undefined;
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
