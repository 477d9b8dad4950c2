/**
 * Whether sending this form is something that the kit may do in the browser's place: to the shop itself, into this
 * window. Everything else (another window, a dialog, a search, a button with an address of its own) stays the browser's.
 *
 * @param cors whether forms to other origins are wanted too
 * @returns where it goes; `undefined` when it is not for us
 */
export function ownSubmission(
  form: HTMLFormElement,
  submitter: HTMLElement | null | undefined,
  cors: boolean,
): string | undefined {
  // Attributes, since a field may be called `action` or `method`.
  const of = (name: string): string | null | undefined =>
    submitter?.getAttribute(`form${name}`) ?? form.getAttribute(name);
  const target = of('target')?.toLowerCase();
  const method = of('method')?.toLowerCase();
  if (submitter?.hasAttribute('formaction') || (target && target !== '_self') || method !== 'post') return undefined;
  try {
    const url = new URL(form.getAttribute('action') ?? '', form.baseURI);
    if (!/^https?:$/.test(url.protocol)) return undefined;
    return cors || url.origin === location.origin ? url.href : undefined;
  } catch {
    return undefined;
  }
}
