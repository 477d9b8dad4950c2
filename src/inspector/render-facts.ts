import { html } from 'lit/html.js';
import type { CueRecord } from '../events/record.js';
import { renderJson } from './render-json.js';
import { timeOf } from './time-of.js';

/** What has happened since the inspector came. */
export function renderFacts(records: readonly CueRecord[]): unknown {
  if (!records.length) return html`<p>No fact has been told since the inspector is here.</p>`;
  return records.map(
    (record) =>
      html`<details>
        <summary>
          <span class="time">${timeOf(record.at)}</span> <strong>${record.name}</strong> ${record.product?.name ?? ''}
        </summary>
        ${renderJson(record)}
      </details>`,
  );
}
