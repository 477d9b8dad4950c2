/**
 * What a test can ask of the browser from outside the page, with the differences between the engines hidden. Whatever a file
 * changes (viewport, media) is put back after its last test, because some engines reuse the page.
 */
import { executeServerCommand, sendKeys as runnerKeys } from '@web/test-runner-commands';

export { resetMouse, sendMouse } from '@web/test-runner-commands';

/** Which engine runs this page, by what only that engine has. */
export const engine: 'chromium' | 'firefox' | 'webkit' =
  'mozInnerScreenX' in window ? 'firefox' : 'chrome' in window || 'userAgentData' in navigator ? 'chromium' : 'webkit';

type Answer<T> = { value: T };

const ask = async <T>(command: string, payload: unknown): Promise<T> =>
  ((await executeServerCommand(command, payload)) as Answer<T>).value;

let firstViewport: { width: number; height: number } | undefined;
let mediaTouched = false;

/**
 * Types a text, or presses one key or chord: `{ press: 'Space' }`, `{ press: 'Shift+Tab' }`. Key names are Playwright's, in all
 * engines.
 */
export async function sendKeys(keys: { type: string } | { press: string }): Promise<void> {
  if ('press' in keys) await ask('cue-press', keys);
  else await runnerKeys(keys);
}

/**
 * Sets the size of the viewport in CSS pixels. False when it could not become that size: WebKitGTK's window is no narrower than
 * about 450 px, so a test of a phone's width skips itself there or uses a container of that width.
 */
export async function setViewport(size: { width: number; height: number }): Promise<boolean> {
  firstViewport ??= { width: innerWidth, height: innerHeight };
  await ask('cue-viewport', size);
  return innerWidth === size.width && innerHeight === size.height;
}

export interface MediaFeatures {
  media?: 'screen' | 'print' | null;
  colorScheme?: 'light' | 'dark' | 'no-preference' | null;
  reducedMotion?: 'reduce' | 'no-preference' | null;
  forcedColors?: 'active' | 'none' | null;
}

/** Emulates media features. False where the engine cannot (Firefox, WebKitGTK): the test then skips itself. */
export async function emulateMedia(features: MediaFeatures): Promise<boolean> {
  mediaTouched = true;
  return ask<boolean>('cue-media', features);
}

/** The accessibility tree of an element as Playwright's YAML; undefined where the engine has no such thing (all but Chromium). */
export async function ariaSnapshot(selector: string): Promise<string | undefined> {
  return (await ask<string | null>('cue-aria-snapshot', { selector })) ?? undefined;
}

after(async () => {
  if (firstViewport) await ask('cue-viewport', firstViewport);
  if (mediaTouched) {
    await ask('cue-media', { media: null, colorScheme: null, reducedMotion: null, forcedColors: null });
  }
});
