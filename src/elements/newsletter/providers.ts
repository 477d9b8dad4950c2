import type { FormFormat } from '../internal/form-body.js';
import type { AnswerHints } from '../internal/read-answer.js';

/** What a provider's public endpoint for forms wants, and what its answers mean. Without secrets: a page has none. */
export interface Provider {
  /** Where its forms go, where that is the same for all of its customers. */
  action?: string;
  /** What is added to the address. */
  query?: Readonly<Record<string, string>>;
  format: FormFormat;
  mode: 'same-origin' | 'cors' | 'no-cors';
  /** Name of the field for the address. */
  email: string;
  /** Name of the field for the list, where it is not in the address. */
  list?: string;
  /** Name of a field that takes the visitor's identifier, if there is a place for it. */
  visitor?: string;
  /** What else it wants. */
  fields?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  hints?: AnswerHints;
}

export const providers: Readonly<Record<string, Provider>> = {
  /**
   * The form of Brevo's “HTML” code, to `https://….sibforms.com/serve/…`. Its own script asks for JSON in this way and
   * reads `success`, `message` and `errors` (https://help.brevo.com/hc/en-us/articles/360019572619).
   */
  brevo: {
    query: { isAjax: '1' },
    format: 'form',
    mode: 'cors',
    email: 'EMAIL',
    fields: { email_address_check: '', locale: 'en' },
  },
  /**
   * `action="https://a.klaviyo.com/client/subscriptions?company_id=…"` with the public key, and the list's identifier as
   * `list` (https://developers.klaviyo.com/en/reference/create_client_subscription). Accepted is 202 without a word.
   */
  klaviyo: {
    format: 'json',
    mode: 'cors',
    email: 'data[attributes][profile][data][attributes][email]',
    list: 'data[relationships][list][data][id]',
    visitor: 'data[attributes][profile][data][attributes][properties][visitor]',
    fields: {
      'data[type]': 'subscription',
      'data[attributes][profile][data][type]': 'profile',
      'data[relationships][list][data][type]': 'list',
    },
    headers: { 'Content-Type': 'application/vnd.api+json', revision: '2026-07-15' },
  },
  /**
   * The form of Mailchimp's embed code, to `https://….list-manage.com/subscribe/post?u=…&id=…`
   * (https://mailchimp.com/help/host-your-own-signup-forms/). Only its JSONP variant can be read from another origin, by
   * a script of Mailchimp's with the address in a URL; so the answer is not read.
   */
  mailchimp: { format: 'form', mode: 'no-cors', email: 'EMAIL' },
  /**
   * What the Liquid tag `{% form 'customer' %}` makes (https://shopify.dev/docs/api/liquid/tags/form#form-customer,
   * https://shopify.dev/docs/storefronts/themes/customer-engagement/email-consent). Who is taken for a robot gets a page
   * with a challenge.
   */
  shopify: {
    action: '/contact',
    format: 'form',
    mode: 'same-origin',
    email: 'contact[email]',
    fields: { form_type: 'customer', utf8: '✓', 'contact[tags]': 'newsletter' },
    headers: { Accept: 'text/html' },
    hints: { doneAt: 'customer_posted=true', pageAt: '/challenge' },
  },
};

/** Turns the fields of any form into those that the provider wants. */
export function shapeFor(
  provider: Provider,
  data: FormData,
  { email, list, visitor }: { email: string | undefined; list: string; visitor: string | undefined },
): void {
  const address = email === undefined ? undefined : data.get(email);
  if (address !== undefined && address !== null && email !== provider.email) {
    data.delete(email!);
    data.set(provider.email, address as string);
  }
  const all = { ...provider.fields, ...(provider.list && { [provider.list]: list }) };
  for (const [name, value] of Object.entries(all)) if (!data.has(name)) data.set(name, value);
  if (visitor && provider.visitor) data.set(provider.visitor, visitor);
}
