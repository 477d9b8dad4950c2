/**
 * The kit as a shopper gets it: what `npm run build` leaves in dist/cdn. `CUEKIT_CDN` names another folder, for trying a
 * build out.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = process.env.CUEKIT_CDN ?? join(root, 'dist/cdn');

/** @throws when there is nothing to test, saying what to do */
export function assertBuilt() {
  if (existsSync(join(folder, 'auto.js'))) return;
  throw new Error(
    `The end-to-end tests try what shoppers get, and ${folder} holds no auto.js. Build it: npm run build`,
  );
}

/** A file of the build by its path within, or undefined. */
export function kitFile(path) {
  const file = join(folder, path);
  return file.startsWith(folder) && existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** The style sheet that keeps the place of elements whose code has not come; the build need not move it. */
export const placeholders = () => kitFile('cuekit.css') ?? readFileSync(join(root, 'src/cuekit.css'), 'utf8');

/** Paths within the build of the modules whose name begins so: `chunksOf('wishlist-button')`. */
export function chunksOf(name) {
  return readdirSync(folder, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.js') && path.split('/').pop().startsWith(name));
}

const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;

/** Code of the build as another release would be: the version it states is another one. */
export function asVersion(code, other) {
  return code.replace(new RegExp(`(["'\`])${version.replaceAll('.', '\\.')}\\1`, 'g'), `$1${other}$1`);
}
