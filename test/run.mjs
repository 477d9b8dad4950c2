/**
 * `npm test`: installs what is missing, then runs everything. Works from a fresh clone with nothing but Node and npm.
 *
 *   npm test
 *   npm test -- --browsers chromium     fewer engines; says so, and is refused in CI
 *   npm test -- --only types,lint,unit  some stages: types, lint, build, package, trainer, unit, e2e, demo, stories
 *
 * The last line is `N passed, N failed, N skipped`; the exit code is 0 only when nothing failed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { engines } from './find-browser.mjs';
import { ensureBrowsers } from './install-browsers.mjs';
import { installPackages } from './install-packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const inCi = Boolean(process.env.CI) && process.env.CI !== 'false';
const allEngines = Object.keys(engines);
const startedAt = Date.now();

/** A stage that takes longer hangs. */
const LONGEST_MS = 20 * 60_000;

function stop(message) {
  console.error(message);
  process.exit(2);
}

function readOptions() {
  const list = (text) => text.split(',').map((name) => name.trim().toLowerCase());
  try {
    const { values } = parseArgs({ options: { browsers: { type: 'string' }, only: { type: 'string' } } });
    return {
      browsers: values.browsers === undefined ? allEngines : list(values.browsers),
      only: values.only === undefined ? undefined : list(values.only),
    };
  } catch (error) {
    return stop(error.message);
  }
}

/** Runs a command; `onLine` gets each line of what it prints, both streams together. */
function command(args, { env, onLine = () => {} } = {}) {
  return new Promise((resolve) => {
    let output = '';
    let rest = '';
    const child = spawn(process.execPath, args, {
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that what it started goes with it.
      detached: process.platform !== 'win32',
    });
    const end = (signal) => {
      try {
        process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
      } catch {
        // Already gone.
      }
    };
    const timer = setTimeout(() => {
      output += `\nstopped after ${LONGEST_MS / 60_000} minutes\n`;
      end('SIGKILL');
    }, LONGEST_MS);
    const interrupted = () => {
      end('SIGTERM');
      process.exit(130);
    };
    process.once('SIGINT', interrupted);
    process.once('SIGTERM', interrupted);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        const lines = (rest + text).split('\n');
        rest = lines.pop();
        lines.forEach(onLine);
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}` }));
    child.on('close', (code) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', interrupted);
      resolve({ code: code ?? 1, output });
    });
  });
}

const bin = (name, path) => join(root, 'node_modules', name, path);

/** A check that passes or fails as a whole. */
async function check(...args) {
  const { code, output } = await command(args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output };
}

async function checks(...list) {
  const total = { passed: 0, failed: 0, skipped: 0, output: '' };
  for (const args of list) add(total, await check(...args));
  return total;
}

function add(total, result) {
  for (const key of ['passed', 'failed', 'skipped']) total[key] += result[key];
  if (result.failed > 0) total.output = `${total.output ?? ''}${result.output}`;
}

/** A command whose last line has the numbers. */
async function counted(args, options) {
  const { code, output } = await command(args, options);
  const [, ...numbers] = output.match(/^(\d+) passed, (\d+) failed, (\d+) skipped\s*$/m) ?? [];
  if (numbers.length === 0) return { passed: 0, failed: 1, skipped: 0, output };
  const [passed, failed, skipped] = numbers.map(Number);
  // A runner that ends badly after good numbers has failed all the same.
  return { passed, failed: failed || (code === 0 ? 0 : 1), skipped, output };
}

/** All `*.test.mjs` below a folder, by Node's own runner. @param browsers those that a test may start besides Chromium */
async function nodeTests(folder, browsers = allEngines) {
  const files = readdirSync(folder, { recursive: true })
    .map((file) => join(folder, file))
    .filter((file) => file.endsWith('.test.mjs') && !file.includes('node_modules'))
    .filter((file) => !allEngines.some((name) => file.endsWith(`-${name}.test.mjs`) && !browsers.includes(name)))
    .sort();
  if (files.length === 0) return { passed: 0, failed: 1, skipped: 0, output: `${folder} has no tests\n` };
  return counted(['--test', '--test-concurrency', '2', '--test-reporter', './test/quiet-reporter.mjs', ...files]);
}

async function stories() {
  const folder = mkdtempSync(join(tmpdir(), 'cuekit-stories-'));
  const json = join(folder, 'results.json');
  try {
    const { code, output } = await command(
      [
        bin('vitest', 'vitest.mjs'),
        'run',
        '--config',
        'vitest.config.ts',
        '--reporter',
        'dot',
        '--reporter',
        'json',
        `--outputFile.json=${json}`,
      ],
      { env: { STORYBOOK_DISABLE_TELEMETRY: '1' } },
    );
    if (!existsSync(json)) return { passed: 0, failed: 1, skipped: 0, output };
    const result = JSON.parse(readFileSync(json, 'utf8'));
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests || (code === 0 && result.numPassedTests > 0 ? 0 : 1),
      skipped: result.numPendingTests + result.numTodoTests,
      output,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lines of a failure that are said again at the end. */
const SAID_AGAIN = 12;

/** What failed, out of all that a stage printed: each begins with ✗, in Vitest's words with FAIL. */
function failuresIn(output) {
  const lines = output.split('\n');
  const kept = new Set();
  lines.forEach((line, at) => {
    if (!/^\s*(✗|FAIL) /.test(line)) return;
    for (let next = at; next < at + SAID_AGAIN && (next === at || !/^\s*(✗|FAIL) /.test(lines[next])); next++)
      kept.add(next);
  });
  return lines.filter((line, at) => kept.has(at) && line.trim()).join('\n');
}

const tsc = bin('tsgo', 'bin/tsc');

/** In the order in which a mistake is cheapest to find. `chromium`: needs that engine; `engines`: runs in the others, too. */
const stages = [
  {
    name: 'types',
    run: () =>
      checks(
        [tsc, '-p', 'tsconfig.json'],
        [tsc, '-p', 'tsconfig.build.json', '--noEmit'],
        [tsc, '-p', 'tsconfig.node.json'],
      ),
  },
  {
    name: 'lint',
    run: () =>
      checks(
        [bin('eslint', 'bin/eslint.js'), '.'],
        [bin('prettier', 'bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
      ),
  },
  {
    name: 'build',
    async run() {
      const total = await checks(
        [bin('vite', 'bin/vite.js'), 'build', '--mode', 'npm', '--logLevel', 'warn'],
        [tsc, '-p', 'tsconfig.build.json'],
        [bin('vite', 'bin/vite.js'), 'build', '--mode', 'cdn', '--logLevel', 'warn'],
        [bin('@custom-elements-manifest/analyzer', 'cem.js'), 'analyze', '--quiet'],
      );
      // The table is worth reading when all is well, too.
      const sizes = await check('test/package/sizes.mjs');
      console.log(sizes.output.replace(/^(?=.)/gm, '    ').trimEnd());
      add(total, { ...sizes, output: '' });
      return total;
    },
  },
  { name: 'package', chromium: true, run: () => nodeTests('test/package') },
  { name: 'trainer', run: () => nodeTests('test/trainer') },
  {
    name: 'unit',
    engines: true,
    run: ({ browsers }) =>
      counted(['test/unit.mjs', '--coverage', '--browsers', browsers.join()], {
        onLine: (line) => /^(chromium|firefox|webkit|  coverage:)/.test(line) && console.log(`    ${line.trim()}`),
      }),
  },
  { name: 'e2e', chromium: true, engines: true, run: ({ browsers }) => nodeTests('test/e2e', browsers) },
  { name: 'demo', chromium: true, run: () => nodeTests('test/demo') },
  { name: 'stories', chromium: true, run: stories },
];

const { browsers, only } = readOptions();
const unknown = [
  ...browsers.filter((name) => !allEngines.includes(name)).map((name) => `engine “${name}” (${allEngines.join(', ')})`),
  ...(only ?? [])
    .filter((name) => !stages.some((stage) => stage.name === name))
    .map((name) => `stage “${name}” (${stages.map((stage) => stage.name).join(', ')})`),
];
if (unknown.length > 0) stop(`Not known: ${unknown.join('; ')}`);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  stop(`Node 20.19 or later is needed; this is ${process.versions.node}.`);

const chosen = stages.filter(({ name }) => !only || only.includes(name));
const leftOut = chosen.some(({ engines }) => engines) ? allEngines.filter((name) => !browsers.includes(name)) : [];
const total = { passed: 0, failed: 0, skipped: 0 };
const loud = [];
function sayLoudly() {
  for (const text of loud) console.log(`\n!!!!  ${text}`);
}

if (leftOut.length > 0)
  loud.push(`SKIPPED ENGINES: ${leftOut.join(', ').toUpperCase()}. What only they would show is not tested.`);
if (only)
  loud.push(
    `ONLY ${chosen.map(({ name }) => name).join(', ')}; not run: ${stages
      .filter((stage) => !chosen.includes(stage))
      .map(({ name }) => name)
      .join(', ')}.`,
  );
sayLoudly();

try {
  installPackages(root);
} catch (error) {
  stop(error.message);
}
const needed = new Set(chosen.some(({ engines }) => engines) ? browsers : []);
if (browsers.includes('chromium') && chosen.some(({ chromium }) => chromium)) needed.add('chromium');
const missing = await ensureBrowsers(allEngines.filter((name) => needed.has(name)));

/** By stage, for the summary at the end. */
const rows = [];
/** What is looked for when all has gone by: which tests, and why. */
const failures = [];
for (const stage of chosen) {
  const stageAt = Date.now();
  console.log(`\n${stage.name} …`);
  let result;
  if (stage.chromium && !browsers.includes('chromium')) {
    loud.push(`SKIPPED STAGE: ${stage.name} runs in Chromium.`);
    result = { passed: 0, failed: 0, skipped: 1, output: '' };
  } else {
    try {
      result = await stage.run({ browsers });
    } catch (error) {
      result = { passed: 0, failed: 1, skipped: 0, output: String(error.stack) };
    }
  }
  const seconds = ((Date.now() - stageAt) / 1000).toFixed(1);
  if (result.failed > 0) {
    console.log(result.output.trimEnd());
    failures.push(`✗ ${stage.name}\n${failuresIn(result.output)}`);
  }
  const row = `${result.failed > 0 ? '✗' : '✓'} ${stage.name.padEnd(8)} ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped, ${seconds} s`;
  console.log(row);
  rows.push(row);
  for (const key of Object.keys(total)) total[key] += result[key];
}

// An engine that should have run and is not there has failed in `unit` already, with what to do.
if (leftOut.length > 0) total.skipped += leftOut.length;
if (inCi && (leftOut.length > 0 || (loud.length > 0 && !only))) {
  loud.push('CI never skips an engine: this run has failed.');
  total.failed += 1;
}
if (failures.length > 0) console.log(`\nwhat failed, once more:\n\n${failures.join('\n\n')}`);
console.log(`\n${rows.join('\n')}`);
if (missing.length > 0) console.log(`\nMissing engines: ${missing.join(', ')}`);
sayLoudly();
console.log(`\n${((Date.now() - startedAt) / 1000).toFixed(0)} s in all`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
