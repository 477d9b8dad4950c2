/**
 * A module with all that it imports, as HTML for a frame that may not load anything from here: an import map of `data:` addresses,
 * and the name under which to import the module.
 */
export async function inlineModules(address: string | URL): Promise<{ importMap: string; name: string }> {
  const imports: Record<string, string> = {};
  const names = new Map<string, string>();

  async function add(url: string): Promise<string> {
    const known = names.get(url);
    if (known) return known;
    const name = `inlined/${names.size}`;
    names.set(url, name);
    let code = await (await fetch(url)).text();
    for (const [, specifier] of [...code.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)]) {
      const inner = await add(new URL(specifier!, url).href);
      code = code.replaceAll(`"${specifier}"`, `"${inner}"`).replaceAll(`'${specifier}'`, `'${inner}'`);
    }
    imports[name] = `data:text/javascript,${encodeURIComponent(code)}`;
    return name;
  }

  const name = await add(new URL(address, location.href).href);
  return { importMap: `<script type="importmap">${JSON.stringify({ imports })}</script>`, name };
}
