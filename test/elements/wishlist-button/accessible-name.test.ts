import { expect } from 'chai';
import * as fc from 'fast-check';
import { accessibleName } from '../../../src/elements/wishlist-button/accessible-name.js';

const [label, count, name] = ['Save', '1,284', 'Teapot'];
const none = { label: undefined, count: undefined, name: undefined };

describe('accessibleName', () => {
  it('says what pressing does, and to which product, as far as it is known', () => {
    expect(accessibleName(none)).to.equal('Add to wishlist');
    expect(accessibleName({ ...none, name })).to.equal('Add Teapot to wishlist');
    expect(accessibleName({ ...none, name, count })).to.equal('Add Teapot to wishlist, wishes: 1,284');
    expect(accessibleName({ ...none, label })).to.equal('Save');
    expect(accessibleName({ ...none, label, name })).to.equal('Save: Teapot');
    expect(accessibleName({ label, count, name })).to.equal('Save 1,284: Teapot');
  });

  it('begins with the visible label, whatever it is', () => {
    const text = fc.string().filter((one) => one === one.trim() && one.length > 0);
    fc.assert(
      fc.property(text, fc.option(text, { nil: undefined }), (visible, product) =>
        accessibleName({ label: visible, count: undefined, name: product }).startsWith(visible),
      ),
    );
  });
});
