import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Imports a file of `src` into Node, for tests of what needs no page: bundled in memory, dependencies too. */
export async function loadSource(path) {
  const [{ output }] = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: { write: false, target: 'node20', lib: { entry: `${root}${path}`, formats: ['es'], fileName: 'source' } },
  });
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
}
