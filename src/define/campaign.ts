import { CueCampaign } from '../elements/campaign/campaign.js';
import { defineElement } from '../elements/internal/define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'cue-campaign': CueCampaign;
  }
}

defineElement('cue-campaign', CueCampaign);
