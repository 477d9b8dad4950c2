import { html } from 'lit/html.js';
import type { Campaign } from '../campaigns/campaign.js';
import type { Explanation } from '../campaigns/explain.js';
import type { ChosenPrompt } from '../store/prompts.js';

export interface CampaignsView {
  campaigns: readonly Campaign[];
  explanations: ReadonlyMap<string, Explanation>;
  prompt: ChosenPrompt | undefined;
  onAgain: () => void;
}

/** Each campaign of the page, with what would hold it now. */
export function renderCampaigns({ campaigns, explanations, prompt, onAgain }: CampaignsView): unknown {
  if (!campaigns.length) return html`<p>This page declares no campaign.</p>`;
  return html`<p>
      ${prompt ? `“${prompt.campaign}” is ${prompt.state}, as “${prompt.variant}”.` : 'No prompt is chosen or open.'}
      <button type="button" @click=${onAgain}>Look again</button>
    </p>
    ${campaigns.map(({ name, moments, priority, group, paused, faults }) => {
      const answer = explanations.get(name);
      const state = answer ? (answer.obstacles.length ? 'held' : 'free') : 'unknown';
      return html`<article class=${state}>
        <h3>${name}</h3>
        <p class="of">
          waits for ${moments.join(' or ')}${priority ? `, priority ${priority}` : ''}${group ? `, group ${group}` : ''}
          ${paused ? '— paused by the shop' : ''} ${faults.length ? `— not understood: ${faults.join(', ')}` : ''}
        </p>
        <p class="why">${answer?.text ?? '…'}</p>
      </article>`;
    })}`;
}
