import { expect } from 'chai';
import type { CueRecord } from '../../src/events/record.js';
import { consoleSink } from '../../src/sinks/console.js';

describe('the console', () => {
  it('shows each record with its name', () => {
    const lines: unknown[][] = [];
    const { info } = console;
    console.info = (...parts: unknown[]) => lines.push(parts);
    const record = { name: 'login' } as CueRecord;
    try {
      consoleSink().take(record);
    } finally {
      console.info = info;
    }
    expect(lines).to.deep.equal([['[cuekit] login', record]]);
    expect(consoleSink().reach).to.equal('page');
  });
});
