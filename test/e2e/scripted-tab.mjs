import { lookInPage } from './look-in-page.mjs';
import { until } from './patience.mjs';

/** Patterns do not travel to a browser. */
const plain = (what) =>
  JSON.parse(
    JSON.stringify(what, (_, value) =>
      value instanceof RegExp ? { source: value.source, flags: value.flags } : value,
    ),
  );

/**
 * The tab of `playwrightTab`, in a browser that Playwright cannot drive: what is to be pressed is looked for in the page, and pressed at its
 * place by the browser's own input.
 *
 * @param hands what an engine does by itself: `goto`, `back`, `reload`, `prepare`, `evaluate`, `move`, `clickAt`, `press`, `close`;
 *   `inAnotherTab(stay)` where tabs notice that they are left
 */
export function scriptedTab(hands) {
  const look = (what, verb) => hands.evaluate(lookInPage, { what: plain(what), verb });
  const inWords = (what) => JSON.stringify(plain(what));
  return {
    ...hands,
    count: (what) => look(what, 'count'),
    // While a page goes and the next one comes there is nobody to ask.
    see: (what) => until(`there is ${inWords(what)}`, () => look(what, 'count').catch(() => 0)),
    gone: (what) => until(`there is no more ${inWords(what)}`, async () => (await look(what, 'count')) === 0),
    focus: (what) => until(`${inWords(what)} takes the focus`, () => look(what, 'focus')),
    async click(what) {
      const { x, y } = await until(`${inWords(what)} can be pressed`, () => look(what, 'point'));
      await hands.clickAt(x, y);
    },
  };
}
