/** Modules of `src` for Node, as they are now: no build is needed first. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Bundles an entry, for example `src/trainer/cli.ts`, into one file of the folder. @returns the file's path */
export async function bundleSource(entry, folder) {
  const name = entry
    .replace(/^src\//, '')
    .replaceAll('/', '-')
    .replace(/\.ts$/, '.mjs');
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      minify: false,
      lib: { entry: join(root, entry), formats: ['es'], fileName: () => name },
      rolldownOptions: { external: [/^node:/], output: { codeSplitting: false } },
    },
  });
  return join(folder, name);
}

/** What a module of `src` exports. */
export async function loadSource(entry) {
  const folder = mkdtempSync(join(tmpdir(), 'cuekit-source-'));
  try {
    return await import(pathToFileURL(await bundleSource(entry, folder)).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
