/**
 * What rows do inside the page: runs there before anything else. `load(variant)` is called by bench.mjs; rows call the
 * others, each in an `evaluate` of its own, so that the code of the one before is compiled and gone.
 */
let variant;

globalThis.load = async (bundle) => {
  variant = await import(`/${bundle}.js`);
};

globalThis.elements = () => [...document.querySelectorAll(variant.tag)];

/** Puts the markup of so many elements into the page and has the browser lay it out, unless nothing is to be seen. */
globalThis.insert = (count, { hidden = false } = {}) => {
  document.documentElement.hidden = hidden;
  document.body.innerHTML = Array.from({ length: count }, (_, i) => variant.markup(i)).join('\n');
  return document.body.offsetHeight;
};

/** Milliseconds from the definition until the last element has rendered. */
globalThis.defineAndWait = async () => {
  const last = globalThis.elements().at(-1);
  const startedAt = performance.now();
  variant.define();
  await last.updateComplete;
  return performance.now() - startedAt;
};

/** Each button has its name; the last one can be pressed. */
globalThis.checkUsable = async () => {
  for (const [i, { shadowRoot }] of globalThis.elements().entries()) {
    const label = shadowRoot.querySelector('button')?.getAttribute('aria-label');
    if (label !== `Add Product ${i} to wishlist`) throw new Error(`Button ${i} is named “${label}”.`);
  }
  const last = globalThis.elements().at(-1);
  const button = last.shadowRoot.querySelector('button');
  const before = button.getAttribute('aria-pressed');
  let clicked = false;
  last.addEventListener('click', () => (clicked = true));
  button.click();
  await last.updateComplete;
  if (!clicked || (before && button.getAttribute('aria-pressed') === before))
    throw new Error('A click changed nothing.');
};
