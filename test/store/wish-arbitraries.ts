import fc from 'fast-check';
import type { Wish } from '../../src/store/wishlist.js';

/** Few ids and few instants, so that everything collides. */
export const ids = fc.constantFrom('a', 'b', '__proto__', 'c/ü:😀');

export const wishes: fc.Arbitrary<Wish> = fc.record({
  product: fc
    .record(
      { id: ids, name: fc.constantFrom('Teapot', 'Kettle'), price: fc.constantFrom(1, 2.5) },
      { requiredKeys: ['id'] },
    )
    // As the reader gives them: always in the same order, and ordinary objects.
    .map(({ id, name, price }) => ({ id, ...(name && { name }), ...(price && { price }) })),
  wished: fc.boolean(),
  changedAt: fc.integer({ min: Date.now() - 3, max: Date.now() }),
});
