import type { Product } from '../../events/product.js';
import { sharedContent } from './shared-content.js';
import { shareLink } from './share-link.js';
import type { Share } from './share-step.js';

interface Campaign {
  utmSource: string | undefined;
  utmMedium: string;
  utmCampaign: string | undefined;
  utmContent: string | undefined;
}

/** What a button would share now, in that way: the link says by itself which way it came. */
export function shareOf(host: Element & Campaign, product: Product | undefined, method: string): Share {
  const content = sharedContent(host, product);
  const link = shareLink(content.url, {
    utm_source: host.utmSource ?? method,
    utm_medium: host.utmMedium,
    utm_campaign: host.utmCampaign,
    utm_content: host.utmContent,
  });
  return { content, method, link };
}
