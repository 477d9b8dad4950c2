/** Brings node_modules to what the lock file says. Plain Node: runs before anything is installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined);

/** Whether every package that this machine needs is there in the version of the lock file. */
function upToDate(root) {
  const wanted = read(join(root, 'package-lock.json'));
  const present = read(join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  // What is optional may be for another kind of machine.
  return Object.entries(wanted).every(
    ([path, { version, optional, peer }]) => path === '' || optional || peer || present[path]?.version === version,
  );
}

/** @throws when npm fails */
export function installPackages(root) {
  if (upToDate(root)) return;
  console.log('Installing packages (npm ci), about a minute …');
  // Browsers are looked for on the machine first, so no package may download one.
  const env = { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'], {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ci ended with ${status}; what it says is above`);
}
