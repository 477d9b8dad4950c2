import { expect } from 'chai';
import fc from 'fast-check';
import { isFormResult } from '../../../src/elements/internal/form-result.js';
import type { FormResult } from '../../../src/elements/internal/form-result.js';
import { readAnswer } from '../../../src/elements/internal/read-answer.js';
import { xssPayloads } from '../xss-payloads.js';

const json = (status: number, data: unknown): FormResult => readAnswer({ status, text: JSON.stringify(data) });
const page = (status: number, text: string, redirected = false): FormResult => readAnswer({ status, text, redirected });

describe('what the answer to a form means', () => {
  const cases: [what: string, result: FormResult, expected: FormResult][] = [
    ['nothing', readAnswer({ status: 204 }), { state: 'done' }],
    ['a word', readAnswer({ status: 200, text: 'OK' }), { state: 'done' }],
    ['an object that says nothing', json(200, { id: 7 }), { state: 'done' }],
    ['ok', json(200, { ok: true }), { state: 'done' }],
    ['a list', json(200, []), { state: 'done' }],
    ['thanks', json(201, { success: true, message: 'Thank you!' }), { state: 'done', message: 'Thank you!' }],
    ['no errors', json(200, { success: true, errors: [], error: null }), { state: 'done' }],
    ['a word for programs', json(200, { status: 'success', message: 'OK' }), { state: 'done' }],
    ['a description of something', json(200, { data: { description: 'A nice list' } }), { state: 'done' }],
    ['subscribed (Mailchimp’s API)', json(200, { status: 'subscribed' }), { state: 'done' }],
    ['pending (Mailchimp’s API)', json(200, { status: 'pending' }), { state: 'confirm' }],
    ['double opt-in', json(200, { result: 'double_opt_in_sent' }), { state: 'confirm' }],
    ['confirmation by a flag', json(200, { confirmationRequired: true }), { state: 'confirm' }],
    ['confirmed is done', json(200, { status: 'confirmed', confirmed: true }), { state: 'done' }],
    ['already, by a flag', json(200, { already_subscribed: true }), { state: 'already' }],
    ['already, by a code', json(200, { status: 'already_subscribed' }), { state: 'already' }],
    [
      'already, in words (Mailchimp’s forms)',
      json(200, { result: 'error', msg: 'You are <a href="x">already subscribed</a> to list Tea.' }),
      { state: 'already', message: 'You are already subscribed to list Tea.' },
    ],
    [
      'a duplicate (Brevo)',
      json(400, { code: 'duplicate_parameter', message: 'Contact already exist' }),
      { state: 'already', message: 'Contact already exist' },
    ],
    [
      'a member that exists (Mailchimp)',
      json(400, { title: 'Member Exists' }),
      { state: 'already', message: 'Member Exists' },
    ],
    ['conflict', readAnswer({ status: 409 }), { state: 'already' }],
    [
      'refused in a 200',
      json(200, { ok: false, error: 'No such list' }),
      { state: 'refused', message: 'No such list' },
    ],
    ['failed in a 200', json(200, { status: 'error' }), { state: 'refused' }],
    [
      'Laravel, Rails',
      json(422, { message: 'The given data was invalid.', errors: { email: ['The e-mail must be valid.'] } }),
      {
        state: 'refused',
        message: 'The given data was invalid.',
        fields: { email: 'The e-mail must be valid.' },
      },
    ],
    [
      'JSON:API (Klaviyo)',
      json(400, {
        errors: [
          {
            code: 'invalid',
            title: 'Invalid input.',
            detail: 'No valid address',
            source: { pointer: '/data/attributes/email' },
          },
        ],
      }),
      { state: 'refused', message: 'No valid address', fields: { email: 'No valid address' } },
    ],
    [
      'errors as sentences',
      json(422, { errors: ['Please write an address.'] }),
      { state: 'refused', message: 'Please write an address.' },
    ],
    [
      'RFC 9457',
      json(403, { title: 'Forbidden list', detail: 'Closed for now' }),
      { state: 'refused', message: 'Closed for now' },
    ],
    ['a code only', json(422, { error: 'invalid_email' }), { state: 'refused' }],
    ['a bad request', readAnswer({ status: 400 }), { state: 'refused' }],
    ['no such address', readAnswer({ status: 404, text: '<h1>Not found</h1>' }), { state: 'failed' }],
    ['forbidden, without a word', readAnswer({ status: 403 }), { state: 'failed' }],
    ['a server’s trouble, in its words', json(503, { message: 'Deadlock found when trying' }), { state: 'failed' }],
    ['too often', readAnswer({ status: 429, retryAfterMs: 5000 }), { state: 'rate-limited', retryAfterMs: 5000 }],
    ['too often, at Shopify', readAnswer({ status: 430 }), { state: 'rate-limited' }],
    ['what may not be read', readAnswer({ status: 0, type: 'opaque' }), { state: 'done' }],
    ['a page', page(200, '<!doctype html><p>Thank you'), { state: 'done' }],
    ['another page', page(200, '<input aria-invalid="true">', true), { state: 'done' }],
    [
      'the form again, with a field marked',
      page(200, '<p class=x role="alert">No &amp; no</p><input name=email aria-invalid=true>'),
      { state: 'refused', message: 'No & no' },
    ],
    [
      'a page with a complaint',
      page(422, '<p class="trouble" role="alert">There is an <b>account</b> already.</p>'),
      { state: 'refused', message: 'There is an account already.' },
    ],
  ];
  for (const [what, result, expected] of cases) it(what, () => expect(result).to.deep.equal(expected));

  it('is as the endpoint means it where the answer does not say', () => {
    const hints = { accepted: 'confirm' } as const;
    expect(readAnswer({ status: 202 }, hints)).to.deep.equal({ state: 'confirm' });
    expect(readAnswer({ status: 0, type: 'opaque' }, hints)).to.deep.equal({ state: 'confirm' });
    expect(readAnswer({ status: 422 }, hints)).to.deep.equal({ state: 'refused' });
  });

  it('cuts a sermon short', () => {
    const { message } = json(422, { message: 'Word '.repeat(5000) });
    expect(message!.length).to.be.at.most(300);
  });

  it('takes no tag for a text', () => {
    for (const payload of xssPayloads.filter((text) => text.startsWith('<')))
      expect(json(422, { message: `A ${payload} b` }).message, payload).not.to.contain('<s');
  });

  it('is a result, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 599 }),
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.constantFrom('null', '0', '"x"', '[null]', '{"errors":[null,[]],"error":7}'),
        ),
        fc.boolean(),
        (status, text, redirected) => isFormResult(readAnswer({ status, text, redirected })),
      ),
    );
  });
});
