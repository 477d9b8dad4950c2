import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';

/**
 * The sessions of a click log (SessionId, ItemId, Time; TSV with a line of names, gzip or not), in the order in which they ended,
 * each in the order of its times; of the same instant, in the file's.
 */
export function readSessions(file) {
  const content = readFileSync(file);
  const text = (content[0] === 0x1f && content[1] === 0x8b ? gunzipSync(content) : content).toString();
  const clicks = new Map();
  for (const line of text.trim().split('\n').slice(1)) {
    const [session, item, time] = line.trimEnd().split('\t');
    if (!clicks.has(session)) clicks.set(session, []);
    clicks.get(session).push({ item, time: Number(time) });
  }
  const sessions = [...clicks].map(([id, list]) => {
    list.sort((a, b) => a.time - b.time);
    return { id, items: list.map(({ item }) => item), times: list.map(({ time }) => time), end: list.at(-1).time };
  });
  return sessions.sort((a, b) => a.end - b.end);
}

/** The same as a file. */
export function writeSessions(sessions) {
  const lines = sessions.flatMap(({ id, items, times }) => items.map((item, at) => `${id}\t${item}\t${times[at]}`));
  return gzipSync(`SessionId\tItemId\tTime\n${lines.join('\n')}\n`);
}

const DAY_S = 86_400;

/** A day of the log to be predicted from all days before it: `ago` 0 is the last. Items that nobody knew then are left out, as they are in the validation split. */
export function fold(sessions, ago) {
  const day = Math.floor(sessions.at(-1).end / DAY_S) - ago;
  const train = sessions.filter(({ end }) => Math.floor(end / DAY_S) < day);
  const known = new Set(train.flatMap(({ items }) => items));
  const test = sessions
    .filter(({ times, end }) => Math.floor(end / DAY_S) === day && Math.floor(times[0] / DAY_S) === day)
    .map((session) => {
      const items = session.items.filter((item) => known.has(item));
      // Where one is left out between two views of another, these are no step.
      return { ...session, items: items.filter((item, at) => item !== items[at - 1]) };
    })
    .filter(({ items }) => items.length > 1);
  return { train, test };
}
