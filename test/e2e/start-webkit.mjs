import { startWebKitDriver } from '../webkit-driver.mjs';
import { scriptedTab } from './scripted-tab.mjs';

/** Keys that write nothing, as WebDriver numbers them (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
const keys = { Enter: '\uE007', Escape: '\uE00C', Space: ' ' };

/** After so long a browser that has not come does not come; a second one does. */
const START_MS = 30_000;

/** WebKitGTK, by its WebDriver. Each tab has a driver and a browser of its own, and with it storage of its own. */
export function startWebKit(found, { width, height }) {
  async function call(port, method, path, body, signal) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      signal,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  }

  async function startSession(again = true) {
    const { port, stop } = await startWebKitDriver(found);
    const wanted = {
      browserName: 'MiniBrowser',
      timeouts: { script: 120_000, pageLoad: 120_000 },
      'webkitgtk:browserOptions': { binary: found.browser, args: ['--automation'] },
    };
    try {
      const signal = AbortSignal.timeout(START_MS);
      const { sessionId } = await call(port, 'POST', '/session', { capabilities: { alwaysMatch: wanted } }, signal);
      return { ask: (method, path, body) => call(port, method, `/session/${sessionId}${path}`, body), stop };
    } catch (error) {
      await stop();
      if (!again) throw error;
      return startSession(false);
    }
  }

  async function open() {
    const { ask, stop } = await startSession();
    const point = (...actions) =>
      ask('POST', '/actions', {
        actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
      });
    const to = (x, y) => ({ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) });
    let at = { x: 0, y: 0 };
    async function evaluate(run, given = null) {
      const script = `const [given, done] = arguments;
        Promise.resolve().then(() => (${run})(given))
          .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await ask('POST', '/execute/async', { script, args: [given] });
      if (error) throw new Error(error);
      return value;
    }
    /** Nothing can run before a page does: as soon as it is there. */
    const prepared = [];
    async function arrive(path, body = {}) {
      await ask('POST', path, body);
      for (const run of prepared) await evaluate(run);
    }
    await ask('POST', '/window/rect', { width, height });
    return scriptedTab({
      goto: (url) => arrive('/url', { url }),
      back: () => arrive('/back'),
      reload: () => arrive('/refresh'),
      prepare: (run) => void prepared.push(run),
      evaluate,
      async move(x, y, steps = 1) {
        const from = at;
        at = { x, y };
        const part = (from, to, step) => from + ((to - from) * step) / steps;
        await point(...Array.from({ length: steps }, (_, i) => to(part(from.x, x, i + 1), part(from.y, y, i + 1))));
      },
      async clickAt(x, y) {
        at = { x, y };
        await point(to(x, y), { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 });
      },
      press: (key) =>
        ask('POST', '/actions', {
          actions: [
            {
              type: 'key',
              id: 'keyboard',
              actions: ['keyDown', 'keyUp'].map((type) => ({ type, value: keys[key] ?? key })),
            },
          ],
        }),
      close: stop,
    });
  }
  return { open, stop() {} };
}
