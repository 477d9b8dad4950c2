/**
 * `npm run test:unit`: tests of `src` in Chromium, and then in Firefox and WebKit side by side, each of which uses one core only.
 *
 *   npm run test:unit                                                          everything
 *   npm run test:unit -- --browsers chromium test/store/wishlist.test.ts       one file, one engine, within seconds
 *   npm run test:unit -- --browsers chromium,firefox test/events               a folder
 *   npm run test:unit -- --grep "two tabs" --browsers chromium                 by the name of the test
 *   npm run test:unit -- --browsers chromium --coverage                        coverage/lcov.info and a summary (Chromium only)
 *
 * An engine that is asked for and not installed is a failure. The last line is `N passed, N failed, N skipped`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startTestRunner } from '@web/test-runner';
import { engineConfig, unitTests } from '../web-test-runner.config.js';
import { engines } from './find-browser.mjs';
import { startWebKitDriver } from './webkit-driver.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    browsers: { type: 'string', default: 'chromium,firefox,webkit' },
    files: { type: 'string', multiple: true, default: [] },
    coverage: { type: 'boolean', default: false },
    grep: { type: 'string' },
  },
});

const wanted = values.browsers.split(',').map((name) => name.trim().toLowerCase());
const unknown = wanted.filter((name) => !(name in engines));
if (unknown.length > 0) {
  console.error(`--browsers takes ${Object.keys(engines).join(', ')}; got ${unknown.join(', ')}`);
  process.exit(2);
}

const paths = [...values.files, ...positionals];
const files = [];
for (const path of paths) {
  if (/[*?{]/.test(path)) files.push(path);
  else if (!existsSync(path)) {
    console.error(`No such test file or folder: ${path}`);
    process.exit(2);
  } else if (statSync(path).isDirectory()) files.push(`${path.replace(/\/+$/, '')}/**/*.test.ts`);
  else files.push(path);
}
if (files.length > 0) files.push(...unitTests.filter((pattern) => pattern.startsWith('!')));

// The runner's terminal moves its cursor even where there is none to move.
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (text, ...rest) =>
  write(typeof text === 'string' ? text.replaceAll(/\x1b\[\d*[KAG]/g, '') : text, ...rest);

const indent = (text, by) => text.replace(/^/gm, by);

/** All tests of a suite with their full names. */
function* flatten(suite, parents = []) {
  for (const test of suite?.tests ?? []) yield { ...test, name: [...parents, test.name].join(' › ') };
  for (const inner of suite?.suites ?? []) yield* flatten(inner, [...parents, inner.name]);
}

function printError(error) {
  console.log(indent(error.message || String(error.name ?? error), '      '));
  if (error.expected !== undefined || error.actual !== undefined) {
    console.log(indent(`expected ${error.expected}\nactual   ${error.actual}`, '      '));
  }
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /:\d+:\d+\)?$/.test(line) && !/node_modules|__web-/.test(line))
    .slice(0, 4);
  if (frames.length > 0) console.log(frames.map((line) => `        ${line.trim()}`).join('\n'));
}

/** The runner's own progress bar is left out; what it has to complain about is not. */
const logger = {
  log() {},
  debug() {},
  group() {},
  groupEnd() {},
  error: (...messages) => console.log(...messages),
  warn: (...messages) => console.log(...messages),
  logSyntaxError: ({ message, code = '', line = 1, column = 0 }) =>
    console.log(`  syntax error: ${message} (${line}:${column})\n      ${code.split('\n')[line - 1] ?? ''}`),
};

/** What the runner says when a browser has stopped answering: a fault of the machine or the engine, as far as anyone can tell. */
const noAnswer = /did not finish within|unable to create and start|Timed out stopping|Tests were not started within/;

/** Adds up, and prints only what went wrong. A file without a test is a failure: nobody wrote an empty file on purpose. */
function countingReporter(total, name, lost) {
  const startedAt = Date.now();
  return {
    reportTestFileResults({ sessionsForTestFile, testFile }) {
      const file = testFile.slice(process.cwd().length + 1);
      for (const session of sessionsForTestFile) {
        const tests = [...flatten(session.testResults)];
        if (lost && tests.length === 0 && session.errors?.some(({ message = '' }) => noAnswer.test(message))) {
          lost.push(file);
          continue;
        }
        total.files += 1;
        const ran = tests.filter((test) => !test.skipped);
        const failed = ran.filter((test) => !test.passed);
        const errors = [...(session.errors ?? [])];
        // Hooks that throw have no test of their own; they are on the suite.
        const suites = [session.testResults, ...(session.testResults?.suites ?? [])];
        if (tests.length === 0 && errors.length === 0) errors.push({ message: 'no test in this file ran' });
        if (!session.passed && errors.length === 0 && failed.length === 0) {
          errors.push({ message: `failed outside of a test (${suites.map((suite) => suite?.name).join(', ')})` });
        }
        total.passed += ran.length - failed.length;
        total.failed += failed.length + errors.length;
        total.skipped += tests.length - ran.length;
        for (const error of errors) {
          console.log(`\n  ✗ ${name}  ${file}`);
          printError(error);
        }
        for (const test of failed) {
          console.log(`\n  ✗ ${name}  ${file}\n    ${test.name}`);
          if (test.error) printError(test.error);
        }
        if (failed.length === 0 && errors.length === 0 && paths.length !== 1) continue;
        for (const url of session.request404s ?? []) console.log(`    404 ${url}`);
        if (session.logs?.length > 0) {
          console.log('    the page logged:');
          for (const log of session.logs.slice(0, 20)) {
            console.log(
              indent(log.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' '), '      '),
            );
          }
        }
      }
    },
    onTestRunFinished({ testCoverage }) {
      total.ms += Date.now() - startedAt;
      if (!testCoverage) return;
      const { lines, branches, functions } = testCoverage.summary;
      console.log(`  coverage: lines ${lines.pct} %, branches ${branches.pct} %, functions ${functions.pct} %`);
      // A few files alone say nothing about all.
      if (testCoverage.passed || paths.length > 0 || values.grep) return;
      console.log('  ✗ below the threshold of web-test-runner.config.js');
      total.failed += 1;
    },
  };
}

/** One run of one engine; with `lost`, files in which the browser stopped answering are put there instead of being counted. */
async function runOnce(engine, found, chosen, total, lost) {
  const driver = engine === 'webkit' && found.by === 'webdriver' ? await startWebKitDriver(found) : undefined;
  try {
    const runner = await startTestRunner({
      autoExitProcess: false,
      readCliArgs: false,
      readFileConfig: false,
      config: {
        ...engineConfig(engine, {
          ...(chosen.length > 0 ? { files: chosen } : {}),
          coverage: values.coverage && engine === 'chromium' && chosen === files,
          grep: values.grep,
          reporters: [countingReporter(total, engine, lost)],
          webkit: driver,
        }),
        logger,
        staticLogging: true,
      },
    });
    await new Promise((resolve) => runner.on('stopped', resolve));
  } catch (error) {
    console.log(`${engine}: could not run`);
    printError(error);
    total.failed += 1;
  } finally {
    await driver?.stop();
  }
}

async function runEngine(engine) {
  const total = { files: 0, passed: 0, failed: 0, skipped: 0, ms: 0 };
  const found = engines[engine]();
  if (!found) {
    console.log(
      `${engine}: not installed. \`npm test\` installs it where it can; see CONTRIBUTING.md, "Browsers for the tests".`,
    );
    return { ...total, failed: 1 };
  }
  const lost = [];
  await runOnce(engine, found, files, total, lost);
  if (lost.length > 0) {
    // Once more, in a new browser; a test that hangs in earnest hangs again, and fails then.
    console.log(`${engine} stopped answering in ${lost.join(', ')}: once more, in a new browser`);
    await runOnce(engine, found, lost, total);
  }
  return total;
}

/** The same for one engine in a process of its own: two runners in one get into each other's way. */
async function runApart(engine, again = false) {
  const rest = [...files.filter((file) => !file.startsWith('!')), ...(values.grep ? ['--grep', values.grep] : [])];
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), '--browsers', engine, ...rest]);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  await once(child, 'close');
  const lines = said.trimEnd().split('\n');
  const [, passed, failed, skipped] = /^(\d+) passed, (\d+) failed, (\d+) skipped$/.exec(lines.at(-1)) ?? [];
  console.log((passed === undefined ? lines : lines.slice(0, -1)).join('\n'));
  if (passed === undefined) {
    console.log(
      `${engine}: ended without a result, code ${child.exitCode}${again ? '' : '; once more, in a new browser'}`,
    );
    if (!again) return runApart(engine, true);
  }
  return { passed: Number(passed ?? 0), failed: Number(failed ?? 1), skipped: Number(skipped ?? 0) };
}

async function runHere(engine) {
  const total = await runEngine(engine);
  console.log(
    `${engine.padEnd(9)} ${total.files} files: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped, ${(total.ms / 1000).toFixed(1)} s`,
  );
  return total;
}

const [first, ...others] = wanted;
const totals = [await runHere(first), ...(await Promise.all(others.map((engine) => runApart(engine))))];
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const total of totals) for (const key of Object.keys(sum)) sum[key] += total[key];
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(sum.failed > 0 || sum.passed === 0 ? 1 : 0);
