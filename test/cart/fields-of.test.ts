import { expect } from 'chai';
import { fieldsOf } from '../../src/cart/fields-of.js';

describe('the fields of an addition', () => {
  const form = document.createElement('form');
  form.innerHTML =
    '<input name="a" value="1"><button name="add" value="7">Buy</button><button name="other">No</button>';

  it('are those of its form, with the pressed button’s own', () => {
    expect([...fieldsOf({ form, submitter: form.querySelector('button') })]).to.deep.equal([
      ['a', '1'],
      ['add', '7'],
    ]);
    expect([...fieldsOf({ form })]).to.deep.equal([['a', '1']]);
  });

  it('are those of its form alone, when the button has left it', () => {
    const submitter = document.createElement('button');
    expect([...fieldsOf({ form, submitter })]).to.deep.equal([['a', '1']]);
  });

  it('are none without a form', () => {
    expect([...fieldsOf({})]).to.deep.equal([]);
  });
});
