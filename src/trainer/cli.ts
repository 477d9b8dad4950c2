#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { createProgressBar } from './progress-bar.js';
import { tableNames, train } from './train.js';
import type { TableName, Training } from './train.js';

const usage = `cuekit train <log>… [--out related] [--tables ${tableNames.join()}] [--length 20] [--files <n>] [--most-clicks 20000000] [--strict]

Learns from what shoppers did which products belong together, and writes files that a page can load from any server.

<log>    Cuekit's records, one in a line (.ndjson), or clicks as CSV or TSV: session, item, time, with or without a line
         of names; each also as gzip. Time in seconds or milliseconds since 1970, or as 2026-06-30T12:00:00Z. “-” reads
         from the standard input.
--out          the folder to write; serve it beside your pages
--tables       what to learn; everything that the log tells by default
--length       how many products each list has
--files        into how many files each table is spread
--most-clicks  of more clicks, use the newest
--strict       fail when a line cannot be used`;

/** A mistake in how the command is called. */
const MISUSED = 2;

async function run(): Promise<number> {
  let options;
  try {
    options = parseArgs({
      allowPositionals: true,
      options: {
        out: { type: 'string', default: 'related' },
        tables: { type: 'string' },
        length: { type: 'string' },
        files: { type: 'string' },
        'most-clicks': { type: 'string' },
        strict: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return misused((error as Error).message);
  }
  const { values, positionals } = options;
  const [command, ...files] = positionals;
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  if (command !== 'train') return misused(command === undefined ? 'No command.' : `No command “${command}”.`);
  if (files.length === 0) return misused('No log to learn from.');
  const tables = values.tables?.split(',').map((name) => name.trim()) as TableName[] | undefined;
  const unknown = tables?.find((name) => !tableNames.includes(name));
  if (unknown !== undefined) return misused(`No table “${unknown}”; there are ${tableNames.join(', ')}.`);
  const numbers = [values.length, values.files, values['most-clicks']].map((text) =>
    text === undefined ? undefined : Number(text),
  );
  if (numbers.some((number) => number !== undefined && !(Number.isSafeInteger(number) && number > 0))) {
    return misused('--length, --files and --most-clicks take a whole number above 0.');
  }
  const [listLength, filesPerTable, mostClicks] = numbers;

  const bar = createProgressBar(process.stderr);
  const startedAt = performance.now();
  try {
    const training = await train({
      files,
      out: values.out,
      ...(tables && { tables }),
      ...(listLength && { listLength }),
      ...(filesPerTable && { filesPerTable }),
      ...(mostClicks && { mostClicks }),
      onProgress: bar.show,
    });
    bar.clear();
    const failed = tellBadLines(training);
    tell(training, values.out, performance.now() - startedAt);
    return values.strict && failed ? 1 : 0;
  } catch (error) {
    bar.clear();
    process.stderr.write(`cuekit train: ${(error as Error).message}\n`);
    return 1;
  }
}

function misused(message: string): number {
  process.stderr.write(`cuekit: ${message}\n\n${usage}\n`);
  return MISUSED;
}

/** Says what was left out, and whether anything was. */
function tellBadLines({ badLines }: Training): boolean {
  for (const [reason, { count, first }] of Object.entries(badLines)) {
    const places = `${first.join(', ')}${count > first.length ? ', …' : ''}`;
    process.stderr.write(
      `${count.toLocaleString('en')} ${count === 1 ? 'line' : 'lines'} left out: ${reason} (${places})\n`,
    );
  }
  return Object.keys(badLines).length > 0;
}

function tell(
  { clicks, sessions, items, orders, robots, since, files, bytes }: Training,
  out: string,
  tookMs: number,
): void {
  const number = (count: number) => count.toLocaleString('en');
  const lines = [
    `${number(clicks)} clicks, ${number(sessions)} sessions of at least two, ${number(items)} products, ${number(orders)} orders with several`,
    ...(robots > 0 ? [`${number(robots)} sessions left out: more clicks than a person makes`] : []),
    ...(since !== undefined ? [`only sessions since ${new Date(since).toISOString()} used (--most-clicks)`] : []),
    `${number(files)} ${files === 1 ? 'file' : 'files'}, ${number(Math.round(bytes / 1000))} kB in ${out}, ${(tookMs / 1000).toFixed(1)} s (processor: ${processorSeconds()} s), ${number(Math.round(process.resourceUsage().maxRSS / 1024))} MB of memory`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** What it took on a machine that does other things, too. */
function processorSeconds(): string {
  const { user, system } = process.cpuUsage();
  return ((user + system) / 1e6).toFixed(1);
}

process.exitCode = await run();
