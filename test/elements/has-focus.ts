/** Whether an element has the focus of its tree. Not `:focus`, which WebKit takes from all of a page behind another window. */
export const hasFocus = (element: Element): boolean =>
  (element.getRootNode() as Document | ShadowRoot).activeElement === element;
