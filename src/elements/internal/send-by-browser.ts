/**
 * Sends a form as the browser does, without asking anybody again: what the shop's answer needs is a page. Not the form's
 * own `submit`: a button may be called so.
 */
export function sendByBrowser(form: HTMLFormElement): void {
  for (const pot of form.querySelectorAll<HTMLInputElement>('[inert] > [data-cue=honeypot]')) pot.disabled = true;
  HTMLFormElement.prototype.submit.call(form);
}
