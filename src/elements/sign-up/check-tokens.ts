import { warnOnce } from '../../browser/report.js';

/**
 * Tells a developer of fields that password managers will not know
 * (https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill): an account without a saved password is
 * one that the shopper cannot get into.
 */
export function checkTokens(form: HTMLFormElement): void {
  const tokensOf = (selector: string): string[] | undefined =>
    form.querySelector(selector)?.getAttribute('autocomplete')?.toLowerCase().split(/\s+/);
  if (form.querySelector('[type=password]') && !tokensOf('[type=password]')?.includes('new-password'))
    warnOnce(
      '<cue-sign-up>: the password field needs autocomplete="new-password", or password managers offer the old one',
    );
  const address = tokensOf('[type=email]');
  if (form.querySelector('[type=email]') && !address?.includes('username') && !address?.includes('email'))
    warnOnce(
      '<cue-sign-up>: the e-mail field needs autocomplete="username" or "email", or it is not saved with the password',
    );
}
