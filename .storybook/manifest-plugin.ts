import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = join(root, 'custom-elements.json');

/** What the manifest is made from. */
const sources = ['src/elements', 'src/define', 'custom-elements-manifest.config.mjs'].map((path) => join(root, path));

const id = 'virtual:custom-elements';

/**
 * Serves the manifest of the elements as a module, `virtual:custom-elements`. It is made here when it is missing or older than what it
 * describes, so that stories and their tests start from a fresh clone and the documentation follows an edit.
 */
export function manifestPlugin(): Plugin {
  return {
    name: 'cuekit-manifest',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(loaded) {
      if (loaded !== `\0${id}`) return undefined;
      for (const file of sources.flatMap(filesIn)) this.addWatchFile(file);
      return `export default ${freshManifest()}`;
    },
  };
}

/** @throws {Error} which says what to do, when the manifest cannot be made or names no element */
function freshManifest(): string {
  const changedAt = Math.max(...sources.flatMap(filesIn).map(writtenAt));
  if (!existsSync(manifest) || writtenAt(manifest) < changedAt) {
    try {
      execFileSync(process.execPath, ['node_modules/@custom-elements-manifest/analyzer/cem.js', 'analyze'], {
        cwd: root,
        stdio: 'pipe',
      });
    } catch (error) {
      throw new Error('custom-elements.json could not be made: see what `npm run analyze` says', { cause: error });
    }
  }
  const json = existsSync(manifest) ? readFileSync(manifest, 'utf8') : '';
  if (!/"tagName":\s*"cue-/.test(json)) {
    throw new Error('custom-elements.json names no element; `npm run analyze` finds the tags in src/define');
  }
  return json;
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  return statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesIn(join(path, name))) : [path];
}

/** In milliseconds since 1970. */
const writtenAt = (path: string): number => statSync(path).mtimeMs;
