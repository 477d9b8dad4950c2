import { warnOnce } from '../../browser/report.js';

/** Registers an element, unless the page has its tag already: another copy of the kit, or somebody else's element. */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  const known = customElements.get(tag);
  if (!known) customElements.define(tag, element);
  else if (known !== element && !('cuekit' in known))
    warnOnce(`<${tag}> is already defined by this page; it stays as it is`);
}
