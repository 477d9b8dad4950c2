import { expect } from 'chai';
import { providers, shapeFor } from '../../../src/elements/newsletter/providers.js';

const shape = (name: string, fields: Record<string, string>, visitor?: string): Record<string, unknown> => {
  const data = new FormData();
  for (const [key, value] of Object.entries(fields)) data.append(key, value);
  shapeFor(providers[name]!, data, { email: 'email', list: 'L1', visitor });
  return Object.fromEntries(data);
};

describe('what providers of newsletters want', () => {
  it('the address under their name, and what else they need', () => {
    expect(shape('brevo', { email: 'a@b.example' })).to.deep.equal({
      EMAIL: 'a@b.example',
      email_address_check: '',
      locale: 'en',
    });
    expect(shape('mailchimp', { email: 'a@b.example' })).to.deep.equal({ EMAIL: 'a@b.example' });
    expect(shape('shopify', { email: 'a@b.example' })).to.deep.equal({
      'contact[email]': 'a@b.example',
      form_type: 'customer',
      utf8: '✓',
      'contact[tags]': 'newsletter',
    });
    expect(shape('klaviyo', { email: 'a@b.example' })).to.deep.equal({
      'data[attributes][profile][data][attributes][email]': 'a@b.example',
      'data[type]': 'subscription',
      'data[attributes][profile][data][type]': 'profile',
      'data[relationships][list][data][type]': 'list',
      'data[relationships][list][data][id]': 'L1',
    });
  });

  it('what the shop’s own form says goes before', () => {
    expect(shape('brevo', { email: 'a@b.example', locale: 'fr', OPT_IN: '1' })).to.include({
      locale: 'fr',
      OPT_IN: '1',
    });
    expect(shape('shopify', { email: 'a@b.example', 'contact[tags]': 'tea' })).to.include({ 'contact[tags]': 'tea' });
  });

  it('the visitor, where there is a place for it', () => {
    const place = 'data[attributes][profile][data][attributes][properties][visitor]';
    expect(shape('klaviyo', { email: 'a@b.example' }, 'v1')).to.include({ [place]: 'v1' });
    expect(Object.values(shape('mailchimp', { email: 'a@b.example' }, 'v1'))).not.to.include('v1');
  });
});
