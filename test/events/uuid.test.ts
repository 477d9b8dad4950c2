import { expect } from 'chai';
import { uuid } from '../../src/events/uuid.js';

const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

describe('a UUID', () => {
  it('is of version 4, and never the same', () => {
    const ids = Array.from({ length: 500 }, uuid);
    for (const id of ids) expect(id).to.match(UUID);
    expect(new Set(ids).size).to.equal(500);
  });

  it('is of version 4 also where crypto.randomUUID is missing', () => {
    Object.defineProperty(crypto, 'randomUUID', { configurable: true, value: undefined });
    try {
      const ids = Array.from({ length: 500 }, uuid);
      for (const id of ids) expect(id).to.match(UUID);
      expect(new Set(ids).size).to.equal(500);
    } finally {
      delete (crypto as { randomUUID?: unknown }).randomUUID;
    }
    expect(crypto.randomUUID).to.be.a('function');
  });
});
