const copies = new Map<string, Promise<string>>();

interface CopyOptions {
  copy?: string;
  version?: string;
  /** Whether what it loads later is copied as well: that may be most of the kit. Otherwise it is shared with the first copy. */
  parts?: boolean;
}

/** Address of a module whose imports are all its own: `import(await loadCopy(...))` gives what a second script on the page gets. */
export async function loadCopy(
  address: string | URL,
  { copy = 'second', version = '', parts = true }: CopyOptions = {},
): Promise<string> {
  const url = new URL(address, location.href).href;
  const key = `${copy} ${parts} ${url}`;
  if (!copies.has(key)) copies.set(key, load(url, { copy, version, parts }));
  return copies.get(key)!;
}

async function load(url: string, options: Required<CopyOptions>): Promise<string> {
  let code = await (await fetch(url)).text();
  if (options.version) code = code.replaceAll('__CUEKIT_VERSION__', JSON.stringify(options.version));
  if (!options.parts)
    code = code.replace(/(import\s*\(\s*)["']([./][^"']*)["']/g, (_, start: string, name: string) => {
      return start + JSON.stringify(new URL(name, url).href);
    });
  const names = [...code.matchAll(/(?:from|import)\s*\(?\s*["']([./][^"']*)["']/g)].map(([, name]) => name!);
  const inner = [...new Set(names)].map(async (name) => [name, await loadCopy(new URL(name, url), options)] as const);
  for (const [name, copied] of await Promise.all(inner))
    code = code.replaceAll(`"${name}"`, `"${copied}"`).replaceAll(`'${name}'`, `'${copied}'`);
  return URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
}
