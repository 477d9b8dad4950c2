import type axe from 'axe-core';
import { expect } from 'chai';
import { emulateMedia } from '../commands.js';
import { stage } from './mount.js';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** axe-core is no module: it is loaded as the page's own script. */
async function loadAxe(): Promise<typeof axe> {
  if (!window.axe) {
    await new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = '/node_modules/axe-core/axe.min.js';
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }
  return window.axe!;
}

/** WCAG 2.2, levels A and AA, without a violation in all of the page's own part. */
export async function expectAccessible(state: string, root: Element = stage): Promise<void> {
  const { run } = await loadAxe();
  const { violations } = await run(root, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
  });
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n  ${failureSummary}`),
  );
  expect(faults, state).to.deep.equal([]);
}

/** The same on a light page, a dark one, and (where the engine can be told so) with forced colours. */
export async function expectAccessibleInAllColours(state: string): Promise<void> {
  const { style } = document.documentElement;
  style.background = 'Canvas';
  style.color = 'CanvasText';
  for (const scheme of ['light', 'dark']) {
    style.colorScheme = scheme;
    await expectAccessible(`${state}, ${scheme}`);
  }
  style.colorScheme = 'light';
  if (await emulateMedia({ forcedColors: 'active' })) {
    await expectAccessible(`${state}, forced colours`);
    await emulateMedia({ forcedColors: 'none' });
  }
}
