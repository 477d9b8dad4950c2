// @ts-check
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { manners } from './campaigns.mjs';
import { createShop } from './server.mjs';

/**
 * @typedef {object} ServedShop
 * @property {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void} handle
 * @property {() => Promise<void> | void} [close]
 */

/** @param {import('node:http').ServerResponse} response @param {number} status @param {string} text */
function plain(response, status, text) {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(text);
}

/** `/kit/auto.js` → `/src/auto.ts`: what is a built file in a real shop is the source here. @param {string} url */
function sourceOf(url) {
  const match = /^\/kit\/([\w/-]+)\.js(\?.*)?$/.exec(url);
  return match ? `/src/${match[1]}.ts${match[2] ?? ''}` : undefined;
}

/**
 * The shop with the kit's source, transformed by Vite as the browser asks for it.
 * @param {{ root: string, csp?: boolean, server: import('node:http').Server }} options the server that Vite's live reload shares
 * @returns {Promise<ServedShop>}
 */
export async function createDevelopmentShop({ root, csp = false, server }) {
  const { createServer } = await import('vite');
  const vite = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'warn',
    server: {
      middlewareMode: true,
      hmr: { server },
      watch: { ignored: ['**/dist/**', '**/coverage/**', '**/storybook-static/**', '**/.git/**'] },
    },
    // Everything the kit uses is published as modules: served as it is, there is no cache to grow stale and no first-start
    // reload. Without the condition `development`, lit is the one that shoppers get.
    optimizeDeps: { noDiscovery: true, include: [] },
    resolve: { conditions: ['module', 'browser'] },
  });
  const shop = createShop({ csp, live: true, prompts: manners, records: existsSync(join(root, 'src/index.ts')) });
  vite.watcher.on('change', (file) => {
    const path = normalize(file).slice(normalize(root).length).replaceAll('\\', '/');
    // Vite follows the modules by itself; the shop's own files and the kit's stylesheet it does not know.
    if (/^(src\/cuekit\.css|demo\/(public|embed)\/.*)$/.test(path)) vite.ws.send({ type: 'full-reload' });
  });
  return {
    handle(request, response) {
      shop(request, response, () => {
        const url = request.url ?? '/';
        if (url.split('?')[0] === '/kit/cuekit.css') return stylesheet(join(root, 'src/cuekit.css'), response);
        request.url = sourceOf(url) ?? url;
        vite.middlewares(request, response, () => plain(response, 404, `Nothing at ${url}`));
      });
    },
    close: () => vite.close(),
  };
}

/** @param {string} file @param {import('node:http').ServerResponse} response */
function stylesheet(file, response) {
  readFile(file, 'utf8').then(
    (text) => {
      response.setHeader('Content-Type', 'text/css; charset=utf-8');
      response.setHeader('Cache-Control', 'no-cache');
      response.end(text);
    },
    () => plain(response, 404, 'The kit has no stylesheet.'),
  );
}

/**
 * The shop with the built kit: plain Node, no Vite, as a page on the web would have it.
 * @param {{ root: string, csp?: boolean }} options
 * @returns {ServedShop}
 */
export function createBuiltShop({ root, csp = false }) {
  const folder = join(root, 'dist/cdn/');
  const shop = createShop({ csp, prompts: manners, records: existsSync(join(folder, 'index.js')) });
  const types = /** @type {Record<string, string>} */ ({
    js: 'text/javascript',
    css: 'text/css',
    map: 'application/json',
  });
  return {
    handle(request, response) {
      shop(request, response, () => {
        const path = /^\/kit\/([\w./-]+)$/.exec((request.url ?? '').split('?')[0] ?? '')?.[1] ?? '';
        const type = types[path.split('.').pop() ?? ''];
        if (!type || path.includes('..')) return plain(response, 404, `Nothing at ${request.url}`);
        readFile(join(folder, path)).then(
          (bytes) => {
            response.setHeader('Content-Type', `${type}; charset=utf-8`);
            response.setHeader('X-Content-Type-Options', 'nosniff');
            response.setHeader('Cache-Control', 'no-cache');
            response.end(bytes);
          },
          () => plain(response, 404, `Nothing at ${request.url}`),
        );
      });
    },
  };
}
