const harmless = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * The one gate for every address that reaches `href`, `src` or `action`. Lets relative, http(s), mailto and tel
 * addresses through; anything that could run as a script, or that is no address, gives `undefined`, so that Lit's
 * `ifDefined`, and a plain `if`, leave the attribute out.
 */
export function safeUrl(address: unknown, base: string = document.baseURI): string | undefined {
  if (typeof address !== 'string' || !address) return undefined;
  try {
    const url = new URL(address, base);
    return harmless.has(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
