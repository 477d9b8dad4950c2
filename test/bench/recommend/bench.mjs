/**
 * `npm run bench:recommend [-- --train FILE --test FILE] [--json] [--folds N] [--curve] [--speed] [--scale]`: how well the shop's
 * trained files say what comes next, and what they cost.
 *
 * Our model is not looked at in memory: `cuekit train` writes its files, and the page's own code (`openModels`,
 * `loadRanking`) downloads and ranks them.
 *
 *   --folds N   the same on each of N days of the training log, each predicted from all days before it
 *   --curve     quality against downloaded bytes, by the length of the lists and by the number of files
 *   --speed     time to rank in Chromium, at a quarter of the speed
 *   --scale     time and memory of the trainer on generated logs of up to ten million clicks
 *   --json      numbers as JSON; the last line has those of the table
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleSource, loadSource } from '../../load-source.mjs';
import { evaluate } from './evaluate.mjs';
import { openFolder } from './open-folder.mjs';
import { coOccurrence, popularity, sessionKnn, vmisKnn } from './peers.mjs';
import { rankInPage } from './rank-in-page.mjs';
import { fold, readSessions, writeSessions } from './sessions.mjs';
import { writeGenerated } from './write-generated.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const data = join(root, '../shared/data/clicks');
const { values: options } = parseArgs({
  options: {
    train: { type: 'string', default: join(data, 'train.tsv.gz') },
    test: { type: 'string', default: join(data, 'valid.tsv.gz') },
    json: { type: 'boolean', default: false },
    folds: { type: 'string', default: '0' },
    curve: { type: 'boolean', default: false },
    speed: { type: 'boolean', default: false },
    scale: { type: 'boolean', default: false },
  },
});
for (const file of [options.train, options.test]) {
  if (existsSync(file)) continue;
  console.error(`No clicks to learn from: there is no ${resolve(file)}. Name two files with --train FILE --test FILE.`);
  process.exit(1);
}

const scratch = mkdtempSync(join(tmpdir(), 'cuekit-bench-'));
const say = (text = '') => console.log(text);
const figure = (number) => number.toFixed(4);

/** Runs `cuekit train` as a shop does. */
function train(cli, file, out, ...more) {
  const startedAt = performance.now();
  return new Promise((done, fail) => {
    let output = '';
    const child = spawn(process.execPath, [cli, 'train', file, '--out', out, ...more]);
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('close', (code) => {
      if (code !== 0) fail(new Error(`cuekit train ended with ${code}: ${output}`));
      else done({ output: output.trim(), ms: performance.now() - startedAt });
    });
  });
}

/** Quality of a folder of trained files, and the bytes that its users download. */
async function measure(out, sessions) {
  const { loadRanking, openModels } = await page;
  const folder = openFolder(out);
  const first = [];
  const further = [];
  let models;
  const result = await evaluate(sessions, async (items, place) => {
    // A visit begins with nothing in the cache.
    if (place === 1) models = openModels(folder.address, folder.load);
    const before = folder.bytes();
    const ranking = await loadRanking(models, 'related', items);
    (place === 1 ? first : further).push(folder.bytes() - before);
    return ranking.slice(0, 21).map(({ id }) => id);
  });
  return { ...result, first: spread(first), further: spread(further) };
}

function spread(bytes) {
  const sorted = bytes.toSorted((a, b) => a - b);
  return {
    mean: Math.round(bytes.reduce((sum, count) => sum + count, 0) / bytes.length),
    p95: sorted[Math.floor(sorted.length * 0.95)],
    most: sorted.at(-1),
  };
}

function table(title, rows) {
  say(`\n${title}\n`);
  say(`${''.padEnd(40)}${'HR@20'.padStart(9)}${'MRR@20'.padStart(9)}   without the current item`);
  for (const [name, { hr20, mrr20, withoutCurrent }] of rows) {
    say(
      `${(titles[name] ?? name).padEnd(40)}${figure(hr20).padStart(9)}${figure(mrr20).padStart(9)}   ${figure(withoutCurrent.hr20)}  ${figure(withoutCurrent.mrr20)}`,
    );
  }
}

const OURS = 'cuekit';
const peers = { 'co-occurrence': coOccurrence, popularity, 'session-knn': sessionKnn, 'vmis-knn': vmisKnn };
const titles = {
  [OURS]: 'cuekit, from its files',
  'co-occurrence': 'item-to-item co-occurrence',
  'session-knn': 'session-kNN',
  'vmis-knn': 'VMIS-kNN',
};

let page;
try {
  page = Promise.all([loadSource('src/recommend/open-models.ts'), loadSource('src/recommend/load-ranking.ts')]).then(
    ([one, other]) => ({ ...one, ...other }),
  );
  const cli = await bundleSource('src/trainer/cli.ts', scratch);
  const trainSessions = readSessions(options.train);
  const testSessions = readSessions(options.test);

  const out = join(scratch, 'related');
  const { output, ms } = await train(cli, options.train, out);
  const models = { [OURS]: await measure(out, testSessions) };
  for (const [name, make] of Object.entries(peers)) models[name] = await evaluate(testSessions, make(trainSessions));
  const [best] = Object.entries(models).reduce((a, b) => (b[1].mrr20 > a[1].mrr20 ? b : a));
  const { predictions, first, further } = models[OURS];

  say(output);
  table(`${predictions} predictions in ${testSessions.length} sessions`, Object.entries(models));
  say(
    '\nSessions of at least two clicks, sorted by time; every click but the first is predicted from those before it in',
  );
  say('its session (iterative revealing), from a list of 20; ties in our ranking go by id. Nothing is left out of the');
  say(
    'lists: the current item is ranked like any other (VMIS-kNN leaves it out itself); the columns on the right are the',
  );
  say('same lists without it.');
  say(
    `\nDownloads on a product page (bytes after Brotli): ${first.mean} on the first one of a visit (mean; at most ${first.most}),`,
  );
  say(`${further.mean} on further ones (95 %: up to ${further.p95}). Trained in ${(ms / 1000).toFixed(1)} s.`);

  const folds = Number(options.folds);
  if (folds > 0) {
    const sums = {};
    let all = 0;
    for (let ago = 0; ago < folds; ago++) {
      const { train: before, test } = fold(trainSessions, ago * 2);
      const file = join(scratch, `fold-${ago}.tsv.gz`);
      writeFileSync(file, writeSessions(before));
      await train(cli, file, join(scratch, `fold-${ago}`), '--tables', 'related');
      const results = { [OURS]: await measure(join(scratch, `fold-${ago}`), test) };
      for (const [name, make] of Object.entries(peers)) results[name] = await evaluate(test, make(before));
      const { predictions: count } = results[OURS];
      all += count;
      for (const [name, result] of Object.entries(results)) {
        const sum = (sums[name] ??= { hr20: 0, mrr20: 0, withoutCurrent: { hr20: 0, mrr20: 0 } });
        for (const [to, from] of [
          [sum, result],
          [sum.withoutCurrent, result.withoutCurrent],
        ]) {
          to.hr20 += from.hr20 * count;
          to.mrr20 += from.mrr20 * count;
        }
      }
    }
    for (const sum of Object.values(sums)) {
      for (const part of [sum, sum.withoutCurrent]) {
        part.hr20 /= all;
        part.mrr20 /= all;
      }
    }
    table(`${folds} days of the training log, each from all days before it: ${all} predictions`, Object.entries(sums));
  }

  if (options.curve) {
    const fileCount = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).tables.related.buckets ?? 1;
    const head = `${'HR@20'.padStart(9)}${'MRR@20'.padStart(9)}${'first page, B'.padStart(16)}${'most'.padStart(8)}${'further, B'.padStart(13)}`;
    const row = async (label, ...more) => {
      const folder = mkdtempSync(join(scratch, 'curve-'));
      await train(cli, options.train, folder, '--tables', 'related', ...more);
      const { hr20, mrr20, first: one, further: other } = await measure(folder, testSessions);
      say(
        `${label.padEnd(18)}${figure(hr20).padStart(9)}${figure(mrr20).padStart(9)}${String(one.mean).padStart(16)}${String(one.most).padStart(8)}${String(other.mean).padStart(13)}`,
      );
    };
    say(`\nQuality against bytes, by the length of the lists, in ${fileCount} files\n\n${'length'.padEnd(18)}${head}`);
    for (const length of [5, 10, 15, 20, 30, 50, 100]) {
      await row(String(length), '--length', String(length), '--files', String(fileCount));
    }
    say(`\nLists of the default length, by the number of files\n\n${'files'.padEnd(18)}${head}`);
    for (const files of [64, 256, 1024, 4096]) await row(String(files), '--files', String(files));
  }

  if (options.speed) {
    const { median, p95 } = await rankInPage(out, testSessions);
    say(`\nRanking in Chromium at 4 × CPU slow-down: ${median.toFixed(3)} ms (median), ${p95.toFixed(3)} ms (95 %)`);
  }

  if (options.scale) {
    say(
      `\nTrainer on generated logs\n\n${'clicks'.padStart(12)}${'s'.padStart(9)}${'processor s'.padStart(14)}${'µs a click'.padStart(13)}${'MB'.padStart(7)}`,
    );
    for (const clicks of [100_000, 1_000_000, 10_000_000]) {
      const file = join(scratch, 'generated.tsv');
      await writeGenerated(file, clicks);
      const { output: text, ms: took } = await train(cli, file, join(scratch, 'generated'));
      const [, seconds, memory] = /processor: ([\d.]+) s\), ([\d,]+) MB of memory/.exec(text);
      say(
        `${clicks.toLocaleString('en').padStart(12)}${(took / 1000).toFixed(1).padStart(9)}${seconds.padStart(14)}${((seconds * 1e6) / clicks).toFixed(1).padStart(13)}${memory.padStart(7)}`,
      );
      rmSync(file);
    }
  }

  if (options.json) {
    const numbers = Object.entries(models).map(([name, { hr20, mrr20, withoutCurrent }]) => [
      name,
      { hr20, mrr20, withoutCurrent },
    ]);
    say(JSON.stringify({ best, models: Object.fromEntries(numbers) }));
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
