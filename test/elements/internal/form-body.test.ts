import { expect } from 'chai';
import fc from 'fast-check';
import { formBody, toObject } from '../../../src/elements/internal/form-body.js';

const dataOf = (...fields: [string, string | File][]): FormData => {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value as string);
  return data;
};

const json = (...fields: [string, string][]): unknown => JSON.parse(JSON.stringify(toObject(fields)));

describe('the body of a form', () => {
  it('as a form, with line ends as the browser sends them', () => {
    const { body, type } = formBody(dataOf(['email', 'a+b@c.example'], ['note', 'one\ntwo']), 'form', false);
    expect(String(body)).to.equal('email=a%2Bb%40c.example&note=one%0D%0Atwo');
    expect(type).to.equal(undefined);
  });

  it('in parts, when the form says so', () => {
    const data = dataOf(['email', 'a@b.example']);
    expect(formBody(data, 'form', true).body).to.equal(data);
  });

  it('names a file that cannot be sent', () => {
    const { body } = formBody(dataOf(['picture', new File(['x'], 'me.png')]), 'form', false);
    expect(String(body)).to.equal('picture=me.png');
  });

  it('as JSON', () => {
    const { body, type } = formBody(dataOf(['email', 'a@b.example'], ['topic', 'sales']), 'json', false);
    expect(JSON.parse(body as string)).to.deep.equal({ email: 'a@b.example', topic: 'sales' });
    expect(type).to.equal('application/json');
  });

  it('as JSON, with names in brackets nested, and names that come twice as lists', () => {
    expect(json(['contact[email]', 'a@b.example'], ['contact[tags][]', 'x'], ['contact[tags][]', 'y'])).to.deep.equal({
      contact: { email: 'a@b.example', tags: ['x', 'y'] },
    });
    expect(json(['topic', 'a'], ['topic', 'b'], ['topic', 'c'])).to.deep.equal({ topic: ['a', 'b', 'c'] });
    expect(json(['only[]', 'a'])).to.deep.equal({ only: ['a'] });
  });

  it('takes a name with unmatched brackets for a name', () => {
    expect(json(['a[b', '1'], ['[c]', '2'])).to.deep.equal({ 'a[b': '1', '[c]': '2' });
  });

  it('reaches no prototype, whatever the names', () => {
    const name = fc
      .array(fc.constantFrom('__proto__', 'constructor', 'prototype', 'polluted', '', 'a'), {
        minLength: 1,
        maxLength: 5,
      })
      .map(([first, ...rest]) => first + rest.map((key) => `[${key}]`).join(''));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string()), { maxLength: 8 }), (fields) => {
        JSON.stringify(toObject(fields));
        return ({} as { polluted?: unknown }).polluted === undefined;
      }),
    );
  });

  it('loses no value of plain names', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,2}$/), fc.string()), { maxLength: 12 }), (fields) => {
        const object = toObject(fields) as Record<string, string | string[]>;
        const values = Object.keys(object).flatMap((key) => object[key]!);
        expect(values.sort()).to.deep.equal(fields.map(([, value]) => value).sort());
      }),
    );
  });
});
