// @ts-check
// `npm run demo:train`: what `<cue-related>` suggests in the demo, learnt from shoppers that are made up.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleSource } from '../test/load-source.mjs';
import { simulateVisits } from './shoppers.mjs';

const help = `npm run demo:train -- [options]

  --out DIR   where the trained files go      (default: demo/related, which the demo serves)
  --log FILE  where the log of visits is kept (default: nowhere, it is made again each time)`;

const { values: options } = parseArgs({
  options: {
    out: { type: 'string', default: fileURLToPath(new URL('related', import.meta.url)) },
    log: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (options.help) {
  console.log(help);
  process.exit(0);
}

const scratch = mkdtempSync(join(tmpdir(), 'cuekit-demo-'));
try {
  const log = options.log ?? join(scratch, 'visits.ndjson');
  writeFileSync(
    log,
    simulateVisits()
      .map((entry) => `${JSON.stringify(entry)}\n`)
      .join(''),
  );
  const cli = await bundleSource('src/trainer/cli.ts', scratch);
  const train = spawn(process.execPath, [cli, 'train', log, '--out', options.out, '--strict'], { stdio: 'inherit' });
  process.exitCode = await new Promise((resolve) => train.on('close', (code) => resolve(code ?? 1)));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
