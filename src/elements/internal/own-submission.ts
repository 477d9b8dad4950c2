/**
 * Whether sending this form is something that the kit may do in the browser's place: to the shop itself, into this
 * window. Everything else (another window, a dialog, a search, a button with an address of its own) stays the browser's.
 *
 * @param elsewhere whether forms to other origins are wanted too, and those whose answer would open another window
 * @returns where it goes; `undefined` when it is not for us
 */
export function ownSubmission(
  form: HTMLFormElement,
  submitter: HTMLElement | null | undefined,
  elsewhere: boolean,
): string | undefined {
  // Attributes, since a field may be called `action` or `method`.
  const of = (name: string): string | null | undefined =>
    submitter?.getAttribute(`form${name}`) ?? form.getAttribute(name);
  const target = of('target')?.toLowerCase();
  const method = of('method')?.toLowerCase();
  const otherWindow = target && target !== '_self' && !elsewhere;
  if (submitter?.hasAttribute('formaction') || otherWindow || method !== 'post') return undefined;
  try {
    const url = new URL(form.getAttribute('action') ?? '', form.baseURI);
    if (!/^https?:$/.test(url.protocol)) return undefined;
    return elsewhere || url.origin === location.origin ? url.href : undefined;
  } catch {
    return undefined;
  }
}
