// @ts-check
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

const folder = fileURLToPath(new URL('public/film/', import.meta.url));

const types = /** @type {Record<string, string>} */ ({
  'pouring.en.vtt': 'text/vtt; charset=utf-8',
  'pouring.mp4': 'video/mp4',
  'pouring.webm': 'video/webm',
});

/**
 * Answers for a file of the film, whole or in part: Safari plays nothing that cannot be asked for in parts, and no browser can
 * go to a later second of it.
 * @param {Request} request @param {Response} response @param {string} name @returns {Promise<boolean>} false when there is no such file
 */
export async function sendFilm(request, response, name) {
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (!type) return false;
  const bytes = await readFile(folder + name);
  response.setHeader('Content-Type', type);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Accept-Ranges', 'bytes');
  const wanted = readRange(request.headers.range, bytes.length);
  if (wanted === 'none') {
    response.writeHead(416, { 'Content-Range': `bytes */${bytes.length}` }).end();
    return true;
  }
  const { from, to } = wanted ?? { from: 0, to: bytes.length - 1 };
  if (wanted) response.setHeader('Content-Range', `bytes ${from}-${to}/${bytes.length}`);
  response.writeHead(wanted ? 206 : 200, { 'Content-Length': to - from + 1 });
  response.end(request.method === 'HEAD' ? undefined : bytes.subarray(from, to + 1));
  return true;
}

/**
 * One range, as players ask for it (RFC 9110, section 14.1.2); several, or another unit, mean the whole.
 * @param {string | undefined} header @param {number} length @returns {{ from: number, to: number } | 'none' | undefined}
 */
function readRange(header, length) {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (!first && !last) return undefined;
  const from = first ? Number(first) : Math.max(0, length - Number(last));
  const to = first && last ? Math.min(Number(last), length - 1) : length - 1;
  return from > to ? 'none' : { from, to };
}
