import { html } from 'lit/html.js';
import type { Decision } from '../store/ledger.js';
import { timeOf } from './time-of.js';

/** The ledger, the latest first. */
export function renderDecisions(decisions: readonly Decision[]): unknown {
  if (!decisions.length)
    return html`<p>Nothing has been decided yet: no moment has come for which a campaign on this page waits.</p>`;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Time</th>
        <th scope="col">Campaign</th>
        <th scope="col">Moment</th>
        <th scope="col">Decision</th>
        <th scope="col">Reason</th>
      </tr>
    </thead>
    <tbody>
      ${decisions.map(
        ({ at, campaign, moment, outcome, reason, variant }) =>
          html`<tr class=${outcome}>
            <td>${timeOf(at)}</td>
            <th scope="row">${campaign}</th>
            <td>${moment}</td>
            <td>${outcome}${variant === undefined ? '' : `, as “${variant}”`}</td>
            <td>${reason}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
