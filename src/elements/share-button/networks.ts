import { warnOnce } from '../../browser/report.js';
import { DEFAULT_NETWORKS } from './default-networks.js';

/**
 * Where a network takes a link, by its name. `{url}` is the link, `{title}` what it is called, `{text}` what is said of it,
 * `{message}` text and link in one, `{image}` a picture; a parameter that has nothing to say is left out.
 */
export const networks = {
  /** https://www.rfc-editor.org/rfc/rfc6068 */
  email: 'mailto:?subject={title}&body={message}',
  /** https://docs.bsky.app/docs/advanced-guides/intent-links */
  bluesky: 'https://bsky.app/intent/compose?text={message}',
  /** https://developers.facebook.com/docs/plugins/share-button */
  facebook: 'https://www.facebook.com/sharer/sharer.php?u={url}',
  /** https://developers.line.biz/en/docs/line-social-plugins/install-guide/using-line-share-buttons/ */
  line: 'https://social-plugins.line.me/lineit/share?url={url}&text={text}',
  /** https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/plugins/share-plugin */
  linkedin: 'https://www.linkedin.com/sharing/share-offsite/?url={url}',
  /** https://developers.pinterest.com/docs/web-features/widgets/ */
  pinterest: 'https://www.pinterest.com/pin/create/button/?url={url}&media={image}&description={text}',
  /** https://www.reddit.com/wiki/submitting */
  reddit: 'https://www.reddit.com/submit?url={url}&title={title}',
  /** https://core.telegram.org/widgets/share */
  telegram: 'https://t.me/share/url?url={url}&text={text}',
  /** https://developers.facebook.com/documentation/threads/threads-web-intents */
  threads: 'https://www.threads.com/intent/post?url={url}&text={text}',
  /** https://faq.whatsapp.com/5913398998672934 */
  whatsapp: 'https://wa.me/?text={message}',
  /** https://docs.x.com/x-for-websites/post-button/guides/web-intent */
  x: 'https://x.com/intent/tweet?url={url}&text={text}',
} as const;

export type Network = keyof typeof networks;

/** A way to share that stands in the menu. */
export type Way = Network | 'copy';

/** The ways that a list names, in its order and each once; those of the default list when it names none. */
export function parseNetworks(list: string): Way[] {
  const names = new Set(
    list
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  );
  const ways = [...names].filter((name): name is Way => {
    const known = name === 'copy' || Object.hasOwn(networks, name);
    if (!known) warnOnce(`<cue-share-button> knows no network “${name}”`);
    return known;
  });
  return ways.length ? ways : parseNetworks(DEFAULT_NETWORKS);
}
