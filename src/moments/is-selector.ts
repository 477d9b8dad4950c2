/** Whether a selector can be used. Where there is no page, a rule is only read, and nobody can tell. */
export function isSelector(selector: string): boolean {
  try {
    (globalThis as { document?: Document }).document?.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    return false;
  }
}

/** A moment's argument that is one. */
export function asSelector(selector: string): { selector: string } | undefined {
  return isSelector(selector) ? { selector } : undefined;
}
