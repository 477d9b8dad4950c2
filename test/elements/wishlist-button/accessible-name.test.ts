import { expect } from 'chai';
import * as fc from 'fast-check';
import { fill } from '../../../src/elements/internal/fill.js';
import { accessibleName } from '../../../src/elements/wishlist-button/accessible-name.js';
import { messages } from '../../../src/elements/wishlist-button/wishlist-button.messages.js';

const [label, count, name] = ['Save', '1,284', 'Teapot'];
const none = { label: undefined, count: undefined, name: undefined };

const nameOf = (shown: Parameters<typeof accessibleName>[1]): string =>
  accessibleName({ say: (key, values = {}) => fill(messages[key as keyof typeof messages], values) }, shown);

describe('accessibleName', () => {
  it('says what pressing does, and to which product, as far as it is known', () => {
    expect(nameOf(none)).to.equal('Add to wishlist');
    expect(nameOf({ ...none, name })).to.equal('Add Teapot to wishlist');
    expect(nameOf({ ...none, name, count })).to.equal('Add Teapot to wishlist, wishes: 1,284');
    expect(nameOf({ ...none, label })).to.equal('Save');
    expect(nameOf({ ...none, label, name })).to.equal('Save: Teapot');
    expect(nameOf({ label, count, name })).to.equal('Save 1,284: Teapot');
  });

  it('begins with the visible label, whatever it is', () => {
    const text = fc.string().filter((one) => one === one.trim() && one.length > 0);
    fc.assert(
      fc.property(text, fc.option(text, { nil: undefined }), (visible, product) =>
        nameOf({ label: visible, count: undefined, name: product }).startsWith(visible),
      ),
    );
  });
});
