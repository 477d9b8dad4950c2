import { html } from 'lit/html.js';
import { readAttributes } from '../campaigns/attributes.js';
import { exportData } from '../store/export-data.js';
import { $subscribed } from '../store/subscriptions.js';
import { renderJson } from './render-json.js';

/** What audiences can be about, as it is now, and all that is kept in this browser. */
export function renderKnown(): unknown {
  const keys = Object.entries(exportData().data);
  return html`<h3>What audiences are asked about</h3>
    ${renderJson(readAttributes($subscribed.get()))}
    <h3>Kept in this browser</h3>
    ${
      keys.length
        ? keys.map(
            ([key, value]) =>
              html`<details>
                <summary>${key}</summary>
                ${renderJson(value)}
              </details>`,
          )
        : html`<p>Nothing.</p>`
    }`;
}
