/**
 * Whether a form can be sent from here with the same meaning: it goes to the shop itself and answers in this window, and the
 * pressed button leads nowhere else (“buy now”).
 */
export function isSendable(form: HTMLFormElement, submitter?: HTMLElement | null): boolean {
  if (submitter?.hasAttribute('formaction') || submitter?.getAttribute('name') === 'checkout') return false;
  // Attributes, since a field may be called `action`, `method` or `target`.
  const asked = (name: string) => submitter?.getAttribute(`form${name}`) ?? form.getAttribute(name) ?? '';
  if (!/^(_self)?$/i.test(asked('target')) || /^dialog$/i.test(asked('method'))) return false;
  const address = form.getAttribute('action') ?? '';
  return URL.canParse(address, form.baseURI) && new URL(address, form.baseURI).origin === location.origin;
}
