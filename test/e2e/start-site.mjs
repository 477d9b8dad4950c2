import { createServer } from 'node:http';
import { asVersion, assertBuilt, kitFile, placeholders } from './built-kit.mjs';

const types = {
  js: 'text/javascript',
  css: 'text/css',
  html: 'text/html',
  svg: 'image/svg+xml',
  json: 'application/json',
};

/**
 * A shop's server. `/kit/…` is the built kit, `/kit-9.9.9/…` the same as release 9.9.9, `/cuekit.css` its style sheet; every
 * other path is what `site.pages.set(path, page)` says: a string of HTML, `{ status, type, headers, body }`, or a function that
 * gives the latter for a request.
 * What is nowhere else is the demo storefront's, if `shop` is its `createShop()`.
 * `site.slow(path → ms)` delays answers, `site.held(path → promise)` keeps them back, `site.broken(path → boolean)` makes
 * them 404, `site.asked` lists all paths asked for.
 */
export async function startSite({ shop } = {}) {
  assertBuilt();
  const site = { pages: new Map(), asked: [], slow: () => 0, held: () => undefined, broken: () => false };

  function find(path, request) {
    const kit = /^\/kit(?:-([\d.]+))?\/(.+)$/.exec(path);
    if (kit) {
      const code = kitFile(kit[2]);
      const headers = { 'cache-control': 'max-age=600' };
      return code === undefined ? undefined : { headers, body: kit[1] ? asVersion(code, kit[1]) : code };
    }
    if (path === '/cuekit.css') return { body: placeholders() };
    if (path === '/picture.svg')
      return {
        body: '<svg xmlns="http://www.w3.org/2000/svg" width="72" height="72"><rect width="72" height="72"/></svg>',
      };
    const page = site.pages.get(path);
    return typeof page === 'function' ? page(request) : typeof page === 'string' ? { body: page } : page;
  }

  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    site.asked.push(path);
    await site.held(path);
    const delay = site.slow(path);
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    const found = site.broken(path) ? undefined : find(path, request);
    if (!found && shop && !site.broken(path) && !path.startsWith('/kit/')) {
      const nothing = () => response.writeHead(404).end();
      return shop(request, response, nothing);
    }
    const type = found?.type ?? types[path.split('.').pop()] ?? 'text/html';
    response.writeHead(found ? (found.status ?? 200) : 404, {
      'content-type': `${type}; charset=utf-8`,
      'access-control-allow-origin': '*',
      ...found?.headers,
    });
    response.end(found?.body ?? '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  // `localhost` and not the number: a secure context either way, and a host name is what shops have.
  site.url = `http://localhost:${server.address().port}`;
  site.stop = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return site;
}

/** A page of HTML with the kit in it. `kit` is the script's path; an empty one leaves it out. */
export function htmlPage(body, { head = '', kit = '/kit/auto.js', nonce = '', lang = 'en' } = {}) {
  const attribute = nonce && ` nonce="${nonce}"`;
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Shop</title><link rel="icon" href="/picture.svg">${head}${
    kit && `<script type="module"${attribute} src="${kit}"></script>`
  }</head><body>${body}</body></html>`;
}

/** A wishlist button that knows its product by its attributes. */
export const button = (id, more = '') =>
  `<cue-wishlist-button product-id="${id}" name="Product ${id}" price="12.50" currency="EUR" ${more}></cue-wishlist-button>`;
