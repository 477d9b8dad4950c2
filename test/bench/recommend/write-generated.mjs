import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

/** Numbers from 0 to 1 that are the same each time (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A click log of a month: one product in forty clicks, a few of them much more popular than the rest; sessions of 2 to 12 clicks
 * stay near where they began and go back now and then; the clicks of 1,000 sessions come interleaved, as in a real log.
 */
export async function writeGenerated(file, clicks) {
  const next = random(20_260_630);
  const items = Math.max(1000, Math.round(clicks / 40));
  const stream = createWriteStream(file);
  stream.write('SessionId\tItemId\tTime\n');
  const open = [];
  let names = 0;
  const begin = () => ({
    name: `s-${(names += 1).toString(36)}`,
    left: 2 + Math.floor(next() ** 2 * 11),
    at: Math.floor(next() ** 3 * items),
    before: 0,
  });
  for (let index = 0; index < 1000; index++) open.push(begin());
  let text = '';
  for (let click = 0; click < clicks; click++) {
    const index = Math.floor(next() * open.length);
    const session = open[index];
    const step = next();
    const to = step < 0.3 ? session.before : (session.at + Math.floor((next() - 0.5) * 60) + items) % items;
    session.before = session.at;
    session.at = to;
    text += `${session.name}\titem-${to}\t${1_590_000_000 + Math.floor((click / clicks) * 2_592_000)}\n`;
    session.left -= 1;
    if (session.left === 0) open[index] = begin();
    if (text.length > 1e6) {
      if (!stream.write(text)) await once(stream, 'drain');
      text = '';
    }
  }
  stream.end(text);
  await once(stream, 'finish');
}
