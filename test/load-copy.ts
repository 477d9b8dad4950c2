const copies = new Map<string, Promise<string>>();

/** Address of a module whose imports are all its own: `import(await loadCopy(...))` gives what a second script on the page gets. */
export async function loadCopy(address: string | URL, { copy = 'second', version = '' } = {}): Promise<string> {
  const url = new URL(address, location.href).href;
  const key = `${copy} ${url}`;
  if (!copies.has(key)) copies.set(key, load(url, copy, version));
  return copies.get(key)!;
}

async function load(url: string, copy: string, version: string): Promise<string> {
  let code = await (await fetch(url)).text();
  if (version) code = code.replaceAll('__CUEKIT_VERSION__', JSON.stringify(version));
  const specifiers = new Set(
    [...code.matchAll(/(?:from|import)\s*\(?\s*["']([./][^"']*)["']/g)].map(([, name]) => name!),
  );
  const inner = [...specifiers].map(
    async (specifier) => [specifier, await loadCopy(new URL(specifier, url), { copy, version })] as const,
  );
  for (const [specifier, address] of await Promise.all(inner))
    code = code.replaceAll(`"${specifier}"`, `"${address}"`).replaceAll(`'${specifier}'`, `'${address}'`);
  return URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
}
