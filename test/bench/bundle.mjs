import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** A variant as a shopper gets it, minified, for production: its files by their address. */
export async function bundle(variant) {
  const result = await build({
    configFile: false,
    root: here,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
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
