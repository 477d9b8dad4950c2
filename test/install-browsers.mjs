/**
 * Makes sure that the engines for the tests are there: one that is installed, else Playwright's, else Debian's packages.
 *
 *   node test/install-browsers.mjs [chromium,firefox,webkit]
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { engines } from './find-browser.mjs';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('..', import.meta.url));

const debianPackages = {
  chromium: ['chromium', 'fonts-liberation'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};

function run(command, args, options = {}) {
  console.log(`  ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], ...options });
  return status === 0;
}

/** A browser of Playwright's may be there and still lack the system's libraries. */
async function starts(engine) {
  try {
    const browser = await require('playwright-core')[engine].launch({ timeout: 20_000 });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

async function fromPlaywright(engine) {
  const cli = require.resolve('playwright-core/package.json').replace(/package\.json$/, 'cli.js');
  // Without a network this must not take minutes: the next way is tried.
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '', PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' };
  if (!run(process.execPath, [cli, 'install', engine], { env, timeout: 300_000 })) return false;
  return starts(engine);
}

function fromDebian(engine) {
  if (!existsSync('/usr/bin/apt-get')) return false;
  const asRoot = process.getuid?.() === 0;
  if (!asRoot && spawnSync('sudo', ['-n', 'true']).status !== 0) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    asRoot
      ? run('apt-get', args, { env })
      : run('sudo', ['-n', 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]);
  return apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...debianPackages[engine]);
}

/** What a person has to do where no way led to the engine. */
function advice(engine) {
  if (process.platform === 'linux') {
    return `as root: apt-get install ${debianPackages[engine].join(' ')}   (Debian), or: npx playwright install --with-deps ${engine}`;
  }
  return `npx playwright install ${engine}`;
}

/**
 * @param {string[]} names of engines
 * @returns {Promise<string[]>} those that are still missing
 */
export async function ensureBrowsers(names) {
  const missing = [];
  for (const engine of names) {
    if (engines[engine]()) continue;
    console.log(`${engine} is not here; installing it …`);
    const installed = (await fromPlaywright(engine)) || fromDebian(engine);
    if (installed && engines[engine]()) continue;
    missing.push(engine);
    console.log(`${engine} could not be installed. Do it by hand: ${advice(engine)}`);
  }
  return missing;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv[2]?.split(',') ?? Object.keys(engines);
  const missing = await ensureBrowsers(names);
  for (const name of names) if (!missing.includes(name)) console.log(`${name}: ${JSON.stringify(engines[name]())}`);
  process.exitCode = missing.length > 0 ? 1 : 0;
}
