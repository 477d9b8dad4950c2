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

/** WCAG 2.2, levels A and AA. */
const allRules: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  rules: { 'target-size': { enabled: true } },
};

/** What colours have a say in. */
const colourRules: axe.RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/** WCAG 2.2, levels A and AA, without a violation in all of the page's own part. */
export function expectAccessible(state: string, root: Element = stage): Promise<void> {
  return expectNoViolation(state, root, allRules);
}

async function expectNoViolation(state: string, root: Element, rules: axe.RunOptions): Promise<void> {
  const { run } = await loadAxe();
  const { violations } = await run(root, { ...rules, resultTypes: ['violations'] });
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n  ${failureSummary}`),
  );
  expect(faults, state).to.deep.equal([]);
}

/** The same; and its colours on a dark page too, and (where the engine can be told so) forced ones. */
export async function expectAccessibleInAllColours(state: string): Promise<void> {
  const { style } = document.documentElement;
  style.background = 'Canvas';
  style.color = 'CanvasText';
  style.colorScheme = 'dark';
  await expectNoViolation(`${state}, dark`, stage, colourRules);
  style.colorScheme = 'light';
  await expectAccessible(`${state}, light`);
  if (await emulateMedia({ forcedColors: 'active' })) {
    await expectNoViolation(`${state}, forced colours`, stage, colourRules);
    await emulateMedia({ forcedColors: 'none' });
  }
}
