import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../../find-browser.mjs';
import { bundleSource } from '../../load-source.mjs';

/** How long the page takes to rank, from lists that it has, at a quarter of the speed: each prefix of each session once. */
export async function rankInPage(folder, sessions) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found. Install one, or name one with CHROME_PATH.');
  const scratch = mkdtempSync(join(tmpdir(), 'cuekit-rank-'));
  const rank = readFileSync(await bundleSource('src/recommend/rank-session.ts', scratch), 'utf8');
  const models = readFileSync(await bundleSource('src/recommend/open-models.ts', scratch), 'utf8');
  rmSync(scratch, { recursive: true });
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const [type, content] =
      path === '/'
        ? ['text/html', '<!doctype html><title>Ranking</title><link rel="icon" href="data:,">']
        : path === '/rank.js'
          ? ['text/javascript', rank]
          : path === '/models.js'
            ? ['text/javascript', models]
            : ['application/json', readFileSync(join(folder, path))];
    response.writeHead(200, { 'content-type': type }).end(content);
  }).listen(0, '127.0.0.1');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const client = await page.context().newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const times = await page.evaluate(
      async (some) => {
        const { rankSession } = await import('/rank.js');
        const { openModels } = await import('/models.js');
        const all = openModels(new URL('/manifest.json', location.href).href);
        const { rank: settings } = await all.manifest();
        const took = [];
        for (const items of some) {
          const lists = new Map();
          for (const id of new Set(items)) lists.set(id, await all.list('related', id));
          for (let at = 1; at < items.length; at++) {
            const session = items.slice(0, at);
            // A page's clock is coarse.
            const startedAt = performance.now();
            for (let time = 0; time < 20; time++) rankSession(session, (id) => lists.get(id), settings);
            took.push((performance.now() - startedAt) / 20);
          }
        }
        return took.sort((a, b) => a - b);
      },
      sessions.slice(0, 150).map(({ items }) => items),
    );
    return {
      median: times[Math.floor(times.length / 2)],
      p95: times[Math.floor(times.length * 0.95)],
      most: times.at(-1),
    };
  } finally {
    await browser.close();
    server.close();
  }
}
