// The trainer in Node: what it reads, what it leaves out and says so, what it writes.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { evaluate } from '../bench/recommend/evaluate.mjs';
import { openFolder } from '../bench/recommend/open-folder.mjs';
import { readSessions } from '../bench/recommend/sessions.mjs';
import { bundleSource, loadSource } from '../load-source.mjs';

const data = fileURLToPath(new URL('../../../shared/data/clicks/', import.meta.url));

let scratch;
let cli;
let train;
let page;
before(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'cuekit-trainer-test-'));
  cli = await bundleSource('src/trainer/cli.ts', scratch);
  ({ train } = await loadSource('src/trainer/train.ts'));
  page = {
    ...(await loadSource('src/recommend/open-models.ts')),
    ...(await loadSource('src/recommend/load-ranking.ts')),
  };
});
after(() => rmSync(scratch, { recursive: true, force: true }));

const newFolder = () => mkdtempSync(join(scratch, 'out-'));

/** A log in a file. */
function logFile(name, content) {
  const file = join(mkdtempSync(join(scratch, 'log-')), name);
  writeFileSync(file, content);
  return file;
}

/** Every file below a folder with its content. */
function contents(folder) {
  const files = readdirSync(folder, { recursive: true })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
  return Object.fromEntries(
    files.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]),
  );
}

async function trained(files, options) {
  const out = newFolder();
  const training = await train({ files: [files].flat(), out, ...options });
  return { out, training, files: contents(out) };
}

/** Runs the command; its streams are pipes, as in a job at night. */
function command(args, { input, env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, ...args], { cwd: scratch, env: { ...process.env, ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.stdin.end(input);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

const AT = 1_590_000_000;

/** Clicks of a small shop: pots go with lids, cups with saucers. */
const small = [
  ['s1', 'pot', AT],
  ['s1', 'lid', AT + 10],
  ['s1', 'pot', AT + 20],
  ['s2', 'pot', AT + 100],
  ['s2', 'lid', AT + 110],
  ['s3', 'cup', AT + 200],
  ['s3', 'saucer', AT + 210],
  ['s3', 'spoon, small', AT + 220],
  ['s4', 'cup', AT + 300],
  ['s4', 'saucer', AT + 310],
  ['s5', 'lid', AT + 400],
];
const tsv = (clicks, head = 'SessionId\tItemId\tTime\n') =>
  `${head}${clicks.map((click) => click.join('\t')).join('\n')}\n`;
const quoted = (text) => (/[",;]/.test(text) ? `"${String(text).replaceAll('"', '""')}"` : text);
const csv = (clicks, head = '', separator = ',') =>
  `${head}${clicks.map((click) => click.map(quoted).join(separator)).join('\n')}\n`;

/** A shop that needs several files: products that stay among their neighbours. */
function large(products = 4000, sessions = 6000) {
  const clicks = [];
  let state = 7;
  const next = (below) => (state = (state * 48_271) % 2_147_483_647) % below;
  for (let session = 0; session < sessions; session++) {
    let at = next(products);
    for (let click = 0; click < 2 + next(5); click++) {
      clicks.push([`session-${session}`, `product-${at}`, AT + session * 60 + click]);
      at = (at + next(9) + products - 4) % products;
    }
  }
  return clicks;
}

describe('a click log', () => {
  it('says the same in every form it may have', async () => {
    const { files: expected, training } = await trained(logFile('clicks.tsv', tsv(small)));
    assert.equal(training.clicks, small.length);
    assert.deepEqual(training.badLines, {});
    const iso = (seconds) => new Date(seconds * 1000).toISOString();
    const forms = {
      'without a line of names': tsv(small, ''),
      CSV: csv(small, 'session,item,time\n'),
      'CSV without a line of names': csv(small),
      'with semicolons': csv(small, 'session;item;time\n', ';'),
      'with other names and columns in another order': csv(
        small.map(([session, item, time]) => ['x', time, item, session]),
        'page,timestamp,"Product ID",visit_id\n',
      ),
      'with line ends of Windows': tsv(small).replaceAll('\n', '\r\n'),
      'with a byte order mark': `\ufeff${tsv(small)}`,
      'without a last line end': tsv(small).trimEnd(),
      'with empty lines': tsv(small).replaceAll('\n', '\n\n'),
      'in milliseconds': tsv(small.map(([session, item, time]) => [session, item, time * 1000])),
      'with decimals': tsv(small.map(([session, item, time]) => [session, item, `${time}.0`])),
      'in dates': tsv(small.map(([session, item, time]) => [session, item, iso(time)])),
      'in dates without a zone': tsv(
        small.map(([session, item, time]) => [session, item, iso(time).replace('T', ' ').replace('Z', '')]),
      ),
      zipped: gzipSync(tsv(small)),
    };
    for (const [form, content] of Object.entries(forms)) {
      const result = await trained(logFile('clicks', content));
      assert.deepEqual(result.training.badLines, {}, form);
      assert.deepEqual(result.files, expected, form);
    }
  });

  it('has fields that are quoted with anything in them', () =>
    loadSource('src/trainer/split-fields.ts').then(({ splitFields }) => {
      const field = fc.string().filter((text) => !/[\r\n]/.test(text));
      fc.assert(
        fc.property(fc.array(field, { minLength: 1 }), fc.constantFrom(',', ';', '\t'), (fields, separator) => {
          const line = fields.map((text) => `"${text.replaceAll('"', '""')}"`).join(separator);
          assert.deepEqual(splitFields(line, separator), fields);
        }),
      );
      assert.deepEqual(splitFields('a,"b, ""c""",', ','), ['a', 'b, "c"', '']);
      for (const broken of ['a,"b', '"a"b,c', 'a,"b""']) assert.equal(splitFields(broken, ','), undefined, broken);
    }));

  it('counts each line that it cannot use, and says where the first ones are', async () => {
    const lines = [
      'session,item,time',
      's1,pot,1590000000',
      's1,lid',
      's1,,1590000001',
      ',pot,1590000002',
      's1,pot,yesterday',
      's1,"pot,1590000003',
      's1,lid,1590000004',
      's1,lid,-5',
      's1,lid,31/05/2020',
    ];
    const file = logFile('clicks.csv', lines.join('\n'));
    const { training } = await trained(file);
    assert.equal(training.clicks, 2);
    assert.deepEqual(training.badLines, {
      'fewer than three fields': { count: 1, first: [`${file}:3`] },
      'no item': { count: 1, first: [`${file}:4`] },
      'no session': { count: 1, first: [`${file}:5`] },
      'no time': { count: 3, first: [`${file}:6`, `${file}:9`, `${file}:10`] },
      'a quote does not end': { count: 1, first: [`${file}:7`] },
    });
  });

  it('never loses a line: each is a click or is counted, whatever is in it', async () => {
    const line = fc.oneof(
      fc.string().map((text) => text.replace(/[\r\n]/g, '')),
      fc.tuple(fc.string(), fc.string(), fc.nat()).map((fields) => fields.join(',').replace(/[\r\n]/g, '')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (lines) => {
        const all = ['session,item,time', 'a,b,1590000000', ...lines].join('\n');
        const { training } = await trained(logFile('clicks.csv', all));
        const bad = Object.values(training.badLines).reduce((sum, { count }) => sum + count, 0);
        assert.equal(training.clicks + bad, 1 + lines.filter((text) => text.trim() !== '').length);
      }),
      { numRuns: 60 },
    );
  });

  it('may have a line without an end: it is cut off, and counted', async () => {
    const { training } = await trained(logFile('clicks.tsv', `${tsv(small)}s6\t${'x'.repeat(3e6)}\ns6\tpot\t${AT}\n`));
    assert.deepEqual(Object.keys(training.badLines), ['fewer than three fields']);
    assert.equal(training.clicks, small.length + 1);
  });

  it('is refused with a sentence where nothing can be learnt from it', async () => {
    const refused = {
      'a page': ['<!doctype html>', /first line is neither a record .* nor three fields/],
      'names that say nothing': ['a,b,c\n1,2,3', /no column for session and item and time among \["a","b","c"\]/],
      nothing: ['', /No click in/],
      'names alone': ['session,item,time\n', /No click in/],
      'bad lines alone': ['session,item,time\na,b,never\n', /No click in .*: lines 1 with no time \(.*:2\)/],
    };
    for (const [what, [content, message]] of Object.entries(refused)) {
      await assert.rejects(trained(logFile('clicks.csv', content)), message, what);
    }
    await assert.rejects(trained(join(scratch, 'not-there.csv')), /not-there\.csv/);
  });

  it('that is broken gzip is refused', async () => {
    const broken = gzipSync(tsv(large(50, 300))).subarray(0, 700);
    await assert.rejects(trained(logFile('clicks.tsv.gz', broken)), /unexpected end of file/);
  });
});

describe('what is trained', () => {
  it('is the same for the same clicks, in any order of lines and files', async () => {
    const clicks = large(300, 500);
    const { files: expected } = await trained(logFile('clicks.tsv', tsv(clicks)));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(clicks, { minLength: clicks.length }), async (shuffled) => {
        assert.deepEqual((await trained(logFile('clicks.tsv', tsv(shuffled)))).files, expected);
        const halves = [shuffled.slice(0, 400), shuffled.slice(400)].map((part) => logFile('part.tsv', tsv(part)));
        assert.deepEqual((await trained(halves)).files, expected);
      }),
      { numRuns: 5 },
    );
  });

  it('is the same where clicks do not fit into memory; nothing stays behind on the disk', async () => {
    const file = logFile('clicks.tsv', tsv(large()));
    const { files: expected } = await trained(file);
    const temporary = mkdtempSync(join(scratch, 'tmp-'));
    const { TMPDIR } = process.env;
    process.env.TMPDIR = temporary;
    try {
      assert.deepEqual((await trained(file, { mostInMemory: 1000 })).files, expected);
      await assert.rejects(
        trained([file, join(scratch, 'not-there.csv')], { mostInMemory: 1000 }),
        /not-there/,
        'and when it fails',
      );
      assert.deepEqual(readdirSync(temporary), []);
    } finally {
      if (TMPDIR === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = TMPDIR;
    }
  });

  it('names for each product others that are in the log, the strongest first, never itself, never twice', async () => {
    const clicks = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 1000 })),
      { minLength: 1, maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(clicks, async (list) => {
        const known = new Set(list.map(([, item]) => `i${item}`));
        const { files } = await trained(
          logFile('clicks.tsv', tsv(list.map(([session, item, time]) => [`s${session}`, `i${item}`, AT + time]))),
        );
        const { tables, trending } = JSON.parse(files['manifest.json']);
        assert.deepEqual(new Set(trending.ids), known);
        for (const { lists } of Object.values(tables)) {
          for (const [id, { ids, weights }] of Object.entries(lists)) {
            assert.equal(weights.length, ids.length);
            assert.equal(new Set(ids).size, ids.length);
            assert.ok(!ids.includes(id) && ids.every((other) => known.has(other)));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes any id, also those that mean something to JavaScript', async () => {
    const odd = [
      '__proto__',
      'constructor',
      'toString',
      '12',
      'Tee "grün", 茶',
      "<script>alert('x')</script>",
      '../..',
    ];
    const clicks = odd.flatMap((id, index) => [
      [`s${index}`, id, AT + index * 100],
      [`s${index}`, odd[(index + 1) % odd.length], AT + index * 100 + 1],
    ]);
    for (const options of [{}, { filesPerTable: 4 }]) {
      const { out, training } = await trained(logFile('clicks.csv', csv(clicks)), options);
      assert.deepEqual(training.badLines, {});
      const folder = openFolder(out);
      const models = page.openModels(folder.address, folder.load);
      for (const [index, id] of odd.entries()) {
        const list = await models.list('related', id);
        assert.ok(list?.ids.includes(odd[(index + 1) % odd.length]), id);
      }
      assert.equal(await models.list('related', 'valueOf'), undefined);
    }
  });

  it('leaves out sessions that no person had, and says how many', async () => {
    const robot = Array.from({ length: 600 }, (_, index) => ['robot', `item-${index}`, AT + index]);
    const { training, files } = await trained(logFile('clicks.tsv', tsv([...small, ...robot])));
    assert.equal(training.robots, 1);
    assert.equal(training.sessions, 4);
    assert.ok(!files['manifest.json'].includes('"item-5":{'));
  });

  it('does not take a clock that is years ahead for the present', async () => {
    const clicks = large(100, 1000);
    const wrong = [...clicks, ['later', 'product-1', AT + 10 * 365 * 86_400]];
    const { files } = await trained(logFile('clicks.tsv', tsv(wrong)));
    const { until, trending } = JSON.parse(files['manifest.json']);
    const newest = Math.max(...clicks.map(([, , time]) => time)) * 1000;
    assert.ok(until >= newest && until < newest + 3_600_001, new Date(until).toISOString());
    assert.ok(trending.ids.length === 50);
  });

  it('uses the newest of more clicks than it may', async () => {
    const clicks = large(200, 3000);
    const { training } = await trained(logFile('clicks.tsv', tsv(clicks)), { mostClicks: 2000 });
    assert.equal(training.clicks, clicks.length);
    assert.ok(training.since > AT * 1000);
    assert.ok(training.sessions < 1200, String(training.sessions));
  });
});

describe('records', () => {
  const record = (name, session, at, fields) =>
    JSON.stringify({
      v: 1,
      id: `${name}-${at}`,
      name,
      at,
      visitor: 'v',
      session,
      page: { url: 'https://shop.example/', title: '' },
      ...fields,
    });
  const teapot = {
    id: 'T',
    name: 'Blue teapot',
    brand: 'Ach',
    category: 'Kitchen > Teapots',
    price: 20,
    currency: 'EUR',
  };
  const green = {
    id: 'G',
    name: 'Green teapot',
    brand: 'Ach',
    category: 'Kitchen > Teapots',
    price: 22,
    currency: 'EUR',
  };
  const rug = { id: 'R', name: 'Rug', brand: 'Bo', category: 'Living', price: 200, currency: 'EUR' };
  const item = ({ id, name }) => ({ item_id: id, item_name: name, quantity: 1 });
  const ms = AT * 1000;
  const lines = [
    record('view_item', 'a', ms, { product: { ...teapot, price: 25 } }),
    record('view_item', 'a', ms + 1000, { product: rug }),
    record('add_to_cart', 'a', ms + 2000, { items: [item(rug)] }),
    record('view_item', 'b', ms + 3000, { product: teapot }),
    record('view_item_list', 'b', ms + 3500, { items: [{ item_id: 'NEVER-CLICKED' }] }),
    record('purchase', 'b', ms + 4000, {
      items: [item(teapot), item({ id: 'F', name: 'Filter' })],
      params: { transaction_id: '1' },
    }),
    record('view_item', 'c', ms + 5000, { product: green }),
    record('prompt_view', 'c', ms + 6000, { params: { promotion_name: 'x' } }),
  ];

  it('tell of sessions, orders, products, categories and likeness', async () => {
    const { files, training } = await trained(logFile('records.ndjson', lines.join('\n')));
    assert.deepEqual(training.badLines, {});
    assert.equal(training.orders, 1);
    assert.deepEqual(Object.keys(files), ['manifest.json']);
    const { tables } = JSON.parse(files['manifest.json']);
    assert.deepEqual(tables.bought.lists.T.ids, ['F']);
    assert.deepEqual(tables.bought.lists.F.ids, ['T']);
    assert.ok(tables.related.lists.T.ids.includes('R'));
    assert.equal(tables.similar.lists.G.ids[0], 'T', 'nobody went on from it, but it is like another');
    assert.equal(tables.related.lists.G, undefined);
    assert.deepEqual(new Set(tables.category.lists.Kitchen.ids), new Set(['T', 'G']));
    assert.deepEqual(tables.category.lists['Kitchen > Teapots'].ids.length, 2);
    const { T, F } = tables.products.lists;
    assert.deepEqual({ id: 'T', ...T }, teapot, 'as it was last');
    assert.deepEqual(F, { name: 'Filter' });
  });

  it('carry nothing of the shoppers into the files', async () => {
    const { files } = await trained(logFile('records.ndjson', lines.join('\n')));
    assert.ok(!/visitor|"v":1|shop\.example/.test(JSON.stringify(files)));
  });

  it('that are none are counted', async () => {
    const more = ['{"v":2}', '{"v":1', 'null', '[]', '{"v":1,"name":"view_item","session":"a","at":"now"}'];
    const file = logFile('records.ndjson', [...lines, ...more].join('\n'));
    const { training } = await trained(file);
    assert.deepEqual(training.badLines, {
      'no record': { count: 4, first: [9, 11, 12, 13].map((line) => `${file}:${line}`) },
      'no JSON': { count: 1, first: [`${file}:10`] },
    });
  });
});

describe('the greatest of many', () => {
  it('are found without sorting', async () => {
    const { nthGreatest } = await loadSource('src/trainer/nth-greatest.ts');
    const numbers = fc.array(fc.oneof(fc.double({ noNaN: true }), fc.nat(5)), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(numbers, fc.nat(), (values, n) => {
        const place = n % values.length;
        const sorted = values.toSorted((a, b) => b - a);
        assert.equal(nthGreatest(Float64Array.from(values), place + 1) + 0, sorted[place] + 0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the files', () => {
  it('are one for a small shop, and many small ones for a large one', async () => {
    const one = await trained(logFile('clicks.tsv', tsv(small)));
    assert.deepEqual(Object.keys(one.files), ['manifest.json']);
    const many = await trained(logFile('clicks.tsv', tsv(large())));
    assert.equal(many.training.files, Object.keys(many.files).length);
    const { tables } = JSON.parse(many.files['manifest.json']);
    const { path, buckets } = tables.related;
    assert.match(path, /^[0-9a-f]{12}\/related$/);
    const shards = Object.entries(many.files).filter(([name]) => name.startsWith(path));
    assert.equal(shards.length, buckets);
    for (const [name, content] of shards) assert.ok(content.length < 20_000, `${name}: ${content.length}`);
    assert.equal(
      many.training.bytes,
      Object.values(many.files).reduce((sum, content) => sum + Buffer.byteLength(content), 0),
    );
  });

  it('rank alike whether they are one or many', async () => {
    const file = logFile('clicks.tsv', tsv(large(60, 400)));
    const rankings = [];
    for (const options of [{ listLength: 3 }, { listLength: 3, filesPerTable: 16 }]) {
      const { out, files } = await trained(file, options);
      rankings.push([]);
      assert.equal(Object.keys(files).length > 1, options.filesPerTable !== undefined);
      const folder = openFolder(out);
      const models = page.openModels(folder.address, folder.load);
      for (let product = 0; product < 60; product++) {
        const session = [`product-${(product + 1) % 60}`, `product-${product}`];
        rankings.at(-1).push(await page.loadRanking(models, 'related', session));
      }
    }
    assert.ok(rankings[0].some((ranking) => ranking.length > 3));
    assert.deepEqual(rankings[0], rankings[1]);
  });

  it('replace those before at once: pages that are open find theirs, older versions go, and nothing else does', async () => {
    const out = newFolder();
    writeFileSync(join(out, 'README.txt'), 'mine');
    mkdirSync(join(out, 'pictures'));
    const versions = [];
    for (const days of [0, 1, 2]) {
      const clicks = [...large(), ['extra', 'product-1', AT + days], ['extra', `product-${days + 50}`, AT + days + 1]];
      await train({ files: [logFile('clicks.tsv', tsv(clicks))], out });
      const { path } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).tables.related;
      versions.push(path.split('/')[0]);
    }
    assert.equal(new Set(versions).size, 3);
    assert.deepEqual(
      readdirSync(out).sort(),
      ['README.txt', 'manifest.json', 'pictures', versions[1], versions[2]].sort(),
    );
    await train({ files: [logFile('clicks.tsv', tsv(small))], out });
    assert.deepEqual(readdirSync(out).sort(), ['README.txt', 'manifest.json', 'pictures', versions[2]].sort());
  });

  it('stay as they were when training fails', async () => {
    const { out, files } = await trained(logFile('clicks.tsv', tsv(small)));
    await assert.rejects(train({ files: [logFile('clicks.tsv', 'session,item,time\n')], out }));
    assert.deepEqual(contents(out), files);
  });
});

describe('the command', () => {
  it('learns, and says in a few lines what it did, without a bar where nobody looks', async () => {
    const out = newFolder();
    const { code, stdout, stderr } = await command(['train', logFile('clicks.tsv', tsv(small)), '--out', out]);
    assert.equal(code, 0, stderr);
    assert.equal(stderr, '');
    assert.match(stdout, /^11 clicks, 4 sessions of at least two, 5 products, 0 orders/);
    assert.match(stdout, /1 file, \d+ kB in .*, [\d.]+ s \(processor: [\d.]+ s\), \d+ MB of memory\n$/);
    assert.ok(existsSync(join(out, 'manifest.json')));
  });

  it('reads the standard input', async () => {
    const out = newFolder();
    const { code, stdout } = await command(['train', '-', '--out', out], { input: gzipSync(tsv(small)) });
    assert.equal(code, 0);
    assert.match(stdout, /^11 clicks/);
  });

  it('says which lines it left out, and fails with --strict', async () => {
    const file = logFile('clicks.tsv', `${tsv(small)}oops\n`);
    const kind = await command(['train', file, '--out', newFolder()]);
    assert.equal(kind.code, 0);
    assert.match(kind.stderr, /^1 line left out: fewer than three fields \(.*clicks\.tsv:13\)\n$/);
    assert.equal((await command(['train', file, '--out', newFolder(), '--strict'])).code, 1);
  });

  it('says what was wrong with how it was called', async () => {
    const wrong = [
      [[], /No command/],
      [['learn'], /No command “learn”/],
      [['train'], /No log/],
      [['train', 'x', '--tables', 'related,guesses'], /No table “guesses”/],
      [['train', 'x', '--length', '-1'], /--length/],
      [['train', 'x', '--length', 'many'], /whole number/],
      [['train', 'x', '--frobnicate'], /frobnicate/],
    ];
    for (const [args, message] of wrong) {
      const { code, stderr } = await command(args);
      assert.equal(code, 2, args.join(' '));
      assert.match(stderr, message);
    }
    const missing = await command(['train', 'not-there.tsv']);
    assert.equal(missing.code, 1);
    assert.match(missing.stderr, /^cuekit train: .*not-there\.tsv/);
    assert.ok(!missing.stderr.includes('    at '), 'no stack');
    assert.equal((await command(['--help'])).code, 0);
  });

  it('draws its bar only on a terminal', async () => {
    const { createProgressBar } = await loadSource('src/trainer/progress-bar.ts');
    const draw = (isTTY) => {
      const written = [];
      let now = 0;
      const bar = createProgressBar({ isTTY, columns: 40, write: (text) => written.push(text) }, () => now);
      for (; now <= 1000; now += 10) bar.show('Reading', now / 1000, `${now} clicks and more than a line has room for`);
      bar.clear();
      return written;
    };
    assert.deepEqual(draw(undefined), []);
    const drawn = draw(true);
    assert.ok(drawn.length > 5 && drawn.length < 15, 'not at each step');
    for (const text of drawn) assert.ok(text.replace('\r\u001b[K', '').length < 40 && !text.includes('\n'));
    assert.match(drawn.at(-2), /100 %/);
    assert.equal(drawn.at(-1), '\r\u001b[K');
  });
});

describe('real clicks', { skip: !existsSync(data) && `${data} is not there` }, () => {
  it('are learnt well enough that the page says what comes next', async () => {
    const before = process.cpuUsage();
    const { out, training } = await trained(join(data, 'train.tsv.gz'));
    const { user, system } = process.cpuUsage(before);
    assert.equal(training.clicks, 113_601);
    assert.deepEqual(training.badLines, {});
    // A busy machine takes longer by the clock, not by the processor's.
    assert.ok(user + system < 4e6, `${(user + system) / 1000} ms`);
    const folder = openFolder(out);
    let models;
    const pages = [];
    const { hr20, mrr20 } = await evaluate(readSessions(join(data, 'valid.tsv.gz')), async (items, place) => {
      if (place === 1) models = page.openModels(folder.address, folder.load);
      const before = folder.bytes();
      const ranking = await page.loadRanking(models, 'related', items);
      pages.push(folder.bytes() - before);
      return ranking.map(({ id }) => id);
    });
    assert.ok(hr20 > 0.72, `HR@20 ${hr20}`);
    assert.ok(mrr20 > 0.37, `MRR@20 ${mrr20}`);
    assert.ok(Math.max(...pages) < 12_000, `${Math.max(...pages)} B`);
  });
});
