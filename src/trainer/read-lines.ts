import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** A line that is longer is no line of a log: cut off, so that a file without line ends cannot fill the memory. */
const LONGEST = 1 << 20;

const CHUNK = 1 << 18;

/**
 * Calls back with each line of a file and its number, from 1, without its end; files of gzip are known by their first
 * bytes, not by their name. `-` is the standard input.
 *
 * @param onBytes told how many bytes of the file have been read
 */
export async function readLines(
  file: string,
  onLine: (line: string, number: number) => void,
  onBytes: (count: number) => void = () => {},
): Promise<void> {
  const source: Readable = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: CHUNK });
  const decoder = new TextDecoder();
  let rest = '';
  let number = 0;
  let skipping = false;

  function take(text: string): void {
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      const line = rest + text.slice(from, end);
      rest = '';
      from = end + 1;
      if (skipping) skipping = false;
      else tell(line);
    }
    if (skipping) return;
    rest += text.slice(from);
    if (rest.length > LONGEST) {
      tell(rest);
      rest = '';
      skipping = true;
    }
  }
  function tell(line: string): void {
    number += 1;
    // A byte order mark belongs to the file, not to its first field; TextDecoder takes it away where the file begins with it.
    onLine(line.endsWith('\r') ? line.slice(0, -1) : line, number);
  }

  const bytes = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await bytes.next();
  if (!first.done) {
    const zipped = first.value[0] === 0x1f && first.value[1] === 0x8b;
    const all = counted(first.value, bytes, onBytes);
    if (zipped) for await (const chunk of unzip(all)) take(decoder.decode(chunk, { stream: true }));
    else for await (const chunk of all) take(decoder.decode(chunk, { stream: true }));
  }
  take(decoder.decode());
  if (rest) tell(rest);
}

async function* counted(first: Buffer, more: AsyncIterator<Buffer>, onBytes: (count: number) => void) {
  onBytes(first.length);
  yield first;
  for (let next = await more.next(); !next.done; next = await more.next()) {
    onBytes(next.value.length);
    yield next.value;
  }
}

async function* unzip(zipped: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const feeding = (async () => {
    for await (const chunk of zipped) {
      if (!gunzip.write(chunk)) await new Promise((resolve) => gunzip.once('drain', resolve));
    }
    gunzip.end();
  })();
  feeding.catch((error: Error) => gunzip.destroy(error));
  for await (const chunk of gunzip) yield chunk as Buffer;
  await feeding;
}
