import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** A folder as a server that compresses; counts what is downloaded from it. */
export function openFolder(folder) {
  const address = 'https://shop.example/related/manifest.json';
  const base = new URL('.', address).href;
  const sizes = new Map();
  let bytes = 0;
  return {
    address,
    bytes: () => bytes,
    async load(url) {
      const file = join(folder, url.slice(base.length));
      if (!existsSync(file)) return new Response('', { status: 404 });
      const content = readFileSync(file);
      if (!sizes.has(file)) sizes.set(file, brotliCompressSync(content).length);
      bytes += sizes.get(file);
      return new Response(content);
    },
  };
}
