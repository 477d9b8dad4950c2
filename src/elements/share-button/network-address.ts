import { networks } from './networks.js';
import type { Network } from './networks.js';
import type { SharedContent } from './shared-content.js';

/** The address at a network, or in the mail program, with the content filled in. @param link the content's address as it is to be shared */
export function networkAddress(network: Network, { title, text, image }: SharedContent, link: string): string {
  const values: Record<string, string | undefined> = {
    url: link,
    title,
    text,
    image,
    message: text ? `${text} ${link}` : link,
  };
  return (
    networks[network]
      // Half a surrogate pair, as is left where a text was cut off, cannot be encoded.
      .replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent((values[key] ?? '').replace(/\p{Surrogate}/gu, '')))
      .replace(/(?<=[?&])\w+=&|&\w+=(?=&|$)/g, '')
  );
}
