import { expect } from 'chai';
import fc from 'fast-check';
import { raiseLiked } from '../../src/recommend/raise-liked.js';
import { listOf, makeModels } from './make-models.js';

describe('what was liked before', () => {
  const models = makeModels({ related: { x: listOf('c', 'b'), y: listOf('b'), z: listOf('a') } }, []);
  const ranking = [
    { id: 'a', score: 0.5, because: 's' },
    { id: 'b', score: 0.4 },
    { id: 'c', score: 0.38, because: 's' },
  ];

  it('raises what goes with it, by how well it does', async () => {
    expect(await raiseLiked(ranking, models, 'related', ['x'])).to.deep.equal([
      { id: 'c', score: 0.38 * 1.5, because: ['s', 'x'] },
      { id: 'a', score: 0.5, because: ['s'] },
      { id: 'b', score: 0.4 * 1.25, because: ['x'] },
    ]);
  });

  it('leaves everything where it was when there is nothing of it', async () => {
    expect((await raiseLiked(ranking, models, 'related', [])).map(({ id }) => id)).to.deep.equal(['a', 'b', 'c']);
    expect((await raiseLiked(ranking, models, 'bought', ['x'])).map(({ id }) => id)).to.deep.equal(['a', 'b', 'c']);
  });

  it('has a say for the two that count most only, so that no more is downloaded', async () => {
    const [first] = await raiseLiked(ranking, models, 'related', ['y', 'none', 'x']);
    expect(first).to.deep.equal({ id: 'b', score: 0.4 * 1.5, because: ['y'] });
  });

  it('stands for the visit where that says nothing', async () => {
    expect((await raiseLiked([], models, 'related', ['z', 'x'])).map(({ id }) => id)).to.deep.equal(['a', 'c', 'b']);
  });

  it('loses no product and invents none, and never lowers one', async () => {
    const any = fc.uniqueArray(
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), score: fc.double({ min: 0, max: 1, noNaN: true }) }),
      {
        selector: ({ id }) => id,
        minLength: 1,
      },
    );
    await fc.assert(
      fc.asyncProperty(any, fc.subarray(['x', 'y', 'z', 'q']), async (some, liked) => {
        const raised = await raiseLiked(some, models, 'related', liked);
        expect(raised.map(({ id }) => id)).to.have.members(some.map(({ id }) => id));
        for (const { id, score } of raised) expect(score).to.be.at.least(some.find((one) => one.id === id)!.score);
      }),
    );
  });
});
