import { html } from 'lit/html.js';

/** Longest text of a value. */
const LONGEST = 20_000;

/** Plain data as a person reads it, in as few lines as it needs. */
export function renderJson(data: unknown): unknown {
  let text: string;
  try {
    text = JSON.stringify(data, null, 2) ?? String(data);
  } catch (error) {
    text = String(error);
  }
  return html`<pre>${text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text}</pre>`;
}
