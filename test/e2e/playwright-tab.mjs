/** What `what` means to Playwright. */
function locate(page, { within, css, role, name, text, nth }) {
  const place = within ? locate(page, within) : page;
  const found = role ? place.getByRole(role, { name, exact: true }) : place.locator(css, { hasText: text });
  return nth === undefined ? found : found.nth(nth);
}

/**
 * A tab as somebody uses it, in the same words for every engine. What is looked for is `{ css, role, name, text, nth, within }`, with `name`
 * a whole text or a pattern, `text` a pattern, and `within` another such thing. There has to be one of it, unless `nth` says which.
 * `prepare` runs something in each page before anything else, where the engine can.
 */
export function playwrightTab(page) {
  return {
    page,
    goto: (url) => page.goto(url),
    back: () => page.goBack(),
    reload: () => page.reload(),
    prepare: (run) => page.addInitScript(run),
    evaluate: (run, given) => page.evaluate(run, given),
    move: (x, y, steps = 1) => page.mouse.move(x, y, { steps }),
    press: (key) => page.keyboard.press(key),
    see: (what) => locate(page, what).waitFor(),
    gone: (what) => locate(page, what).waitFor({ state: 'hidden' }),
    count: (what) => locate(page, what).filter({ visible: true }).count(),
    focus: (what) => locate(page, what).focus(),
    click: (what) => locate(page, what).click(),
    close: () => page.context().close(),
  };
}
