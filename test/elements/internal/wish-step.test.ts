import { expect } from 'chai';
import { wishStep } from '../../../src/elements/internal/wish-step.js';
import type { FactEvent } from '../../../src/events/fact-event.js';
import type { RequestEvent } from '../../../src/events/request-event.js';
import { $wishlist, addWish } from '../../../src/store/wishlist.js';
import { hear, on, stage } from '../mount.js';

const cup = { id: 'step', name: 'Cup' };
const isWished = (): boolean => $wishlist.get().some(({ product }) => product.id === 'step');
const hearFacts = (): FactEvent[] => hear<FactEvent>(document, 'cue-add-to-wishlist', 'cue-remove-from-wishlist');

describe('wishStep', () => {
  it('is taken at once when nobody objects', () => {
    const facts = hearFacts();
    expect(wishStep(stage, cup, true, 'click')).to.equal(true);
    expect(isWished()).to.equal(true);
    expect(wishStep(stage, cup, false, 'remove')).to.equal(true);
    expect(isWished()).to.equal(false);
    expect(facts.map(({ type, detail }) => [type, detail.cause?.action])).to.deep.equal([
      ['cue-add-to-wishlist', 'click'],
      ['cue-remove-from-wishlist', 'remove'],
    ]);
  });

  it('is not taken when the shop vetoes it', () => {
    addWish(cup);
    const facts = hearFacts();
    on(stage, 'cue-request-remove-from-wishlist', (event) => event.preventDefault());
    expect(wishStep(stage, cup, false, 'remove')).to.equal(false);
    expect(isWished()).to.equal(true);
    expect(facts).to.have.length(0);
  });

  it('is taken when the shop has taken it', async () => {
    const facts = hearFacts();
    on<RequestEvent>(stage, 'cue-request-add-to-wishlist', (event) => event.respondWith(Promise.resolve('anything')));
    const taken = wishStep(stage, cup, true, 'click');
    expect([isWished(), facts.length]).to.deep.equal([false, 0]);
    expect(await taken).to.equal(true);
    expect([isWished(), facts.length]).to.deep.equal([true, 1]);
  });

  it('is not taken when the shop failed, for the reason that it gives', async () => {
    const facts = hearFacts();
    const reason = new Error('sold out');
    on<RequestEvent>(stage, 'cue-request-add-to-wishlist', (event) => event.respondWith(Promise.reject(reason)));
    const error = await Promise.resolve(wishStep(stage, cup, true, 'click')).catch((thrown: unknown) => thrown);
    expect(error).to.equal(reason);
    expect([isWished(), facts.length]).to.deep.equal([false, 0]);
  });
});
