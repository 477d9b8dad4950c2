import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import guardLit from '../../vite-plugin-guard-lit.mjs';
import minifyTemplates from '../../vite-plugin-minify-templates.mjs';
import slimLit from '../../vite-plugin-slim-lit.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const src = fileURLToPath(new URL('../../src', import.meta.url));

/**
 * A variant as a shopper gets it, minified, for production: its files by their address. What of it is ours is built as in
 * our own build; the others come as their authors publish them.
 */
export async function bundle(variant, { ours = false } = {}) {
  const result = await build({
    configFile: false,
    root: here,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Not every element of ours needs all of Lit: that a part was not met is no fault here.
    plugins: ours ? [minifyTemplates({ from: src }), { ...guardLit(), buildEnd: undefined }, slimLit()] : [],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: `${here}variants/${variant}.js`, formats: ['es'], fileName: () => `${variant}.js` },
      rolldownOptions: { output: { minify: true, chunkFileNames: `${variant}-[name].js` } },
    },
  });
  return new Map(
    result[0].output.filter(({ type }) => type === 'chunk').map(({ fileName, code }) => [`/${fileName}`, code]),
  );
}
