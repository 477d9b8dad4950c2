import { expect } from 'chai';
import { FactEvent } from '../../src/events/fact-event.js';
import type { FactEventName } from '../../src/events/vocabulary.js';
import { factNames } from '../../src/events/vocabulary.js';

describe('a fact as a DOM event', () => {
  it('bubbles, crosses shadow roots and cannot be cancelled', () => {
    const fact = new FactEvent('cue-login', { method: 'password' });
    expect(fact).to.include({ type: 'cue-login', bubbles: true, composed: true, cancelable: false });
    expect(fact.detail).to.deep.equal({ method: 'password' });
    expect(fact).to.be.instanceOf(CustomEvent);
    fact.preventDefault();
    expect(fact.defaultPrevented).to.equal(false);
  });

  it('has an id of its own and the time', () => {
    const before = Date.now();
    const [a, b] = [1, 2].map(() => new FactEvent('cue-login', { method: 'x' }));
    expect(a!.id).to.match(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(a!.id).to.not.equal(b!.id);
    expect(a!.at).to.be.within(before, Date.now());
  });

  it('is heard outside of a shadow root', () => {
    const host = document.createElement('div');
    const inner = host.attachShadow({ mode: 'closed' }).appendChild(document.createElement('i'));
    document.body.append(host);
    let heard = 0;
    const hear = () => heard++;
    document.addEventListener('cue-login', hear);
    inner.dispatchEvent(new FactEvent('cue-login', { method: 'x' }));
    document.removeEventListener('cue-login', hear);
    host.remove();
    expect(heard).to.equal(1);
  });
});

describe('the vocabulary', () => {
  it('has a DOM event for every name, which is a name in GA4’s style', () => {
    for (const name of factNames) {
      expect(name)
        .to.match(/^[a-z]+(_[a-z]+)*$/)
        .and.to.have.length.at.most(40);
      const type = `cue-${name.replaceAll('_', '-')}` as FactEventName;
      expect(new FactEvent(type, {} as never).type).to.equal(type);
    }
    expect(new Set(factNames).size).to.equal(factNames.length);
  });

  it('has every name that the design gives', () => {
    expect(factNames).to.include.members(
      `add_to_cart add_to_wishlist share sign_up view_item select_item view_item_list begin_checkout purchase video_start
      video_progress video_complete newsletter_sign_up remove_from_wishlist review prompt_view prompt_dismiss prompt_accept
      incentive_grant incentive_copy incentive_redeem experiment_view`.split(/\s+/),
    );
  });
});
