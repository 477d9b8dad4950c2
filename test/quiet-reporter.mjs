/** A reporter for `node --test`: failures in full, everything else as one line with the numbers. */
import { relative } from 'node:path';

const indent = (text) => String(text).replace(/^/gm, '    ');

export default async function* report(source) {
  const numbers = { pass: 0, fail: 0, cancelled: 0, skipped: 0, todo: 0 };
  for await (const { type, data } of source) {
    if (type === 'test:fail' && data.details?.error?.failureType !== 'subtestsFailed') {
      const { error } = data.details;
      const cause = error?.cause ?? error;
      yield `  ✗ ${data.file ? relative(process.cwd(), data.file) : ''}\n    ${data.name}\n`;
      yield `${indent(cause?.stack ?? cause?.message ?? cause)}\n`;
    }
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    if (type === 'test:diagnostic') {
      const [, name, number] = /^(\w+) (\d+)$/.exec(data.message) ?? [];
      if (name in numbers && data.nesting === 0) numbers[name] = Number(number);
    }
  }
  const { pass, fail, cancelled, skipped, todo } = numbers;
  yield `${pass} passed, ${fail + cancelled} failed, ${skipped + todo} skipped\n`;
}
