import { html } from 'lit/html.js';
import type { CampaignRun } from '../campaigns/page-run.js';
import { renderJson } from './render-json.js';
import { timeOf } from './time-of.js';

/** What goes on in the page, as the engine saw it when it had to know last. */
export function renderPage(run: CampaignRun | undefined, onAgain: () => void): unknown {
  if (!run) return html`<p>No campaign is run on this page.</p>`;
  const { at, pageAt, session, visitor, phone, fromSearch, situation, memory } = run.state;
  return html`<p>As of ${timeOf(at)}. <button type="button" @click=${onAgain}>Look again</button></p>
    <dl>
      ${Object.entries(situation).map(
        ([name, holds]) =>
          html`<div class=${holds ? 'holds' : 'free'}>
            <dt>${name}</dt>
            <dd>${holds ? 'yes' : 'no'}</dd>
          </div>`,
      )}
    </dl>
    <h3>Moments</h3>
    ${
      run.noticed.length
        ? run.noticed.map(
            ({ moment, at: noticedAt, evidence }) =>
              html`<details>
                <summary><span class="time">${timeOf(noticedAt)}</span> <strong>${moment}</strong></summary>
                ${renderJson(evidence)}
              </details>`,
          )
        : html`<p>None has come that a campaign waits for.</p>`
    }
    <h3>View</h3>
    ${renderJson({ pageSince: timeOf(pageAt), phone, fromSearch, visitor, session })}
    <h3>Remembered of prompts</h3>
    ${renderJson(memory)}`;
}
