import { $wishlist, removeWish } from '../../src/store/wishlist.js';

/** Everything a test puts into the page goes in here; emptied, with the wishlist, after each test. */
export const stage: HTMLElement = document.createElement('div');
stage.id = 'stage';

const registry = (): Map<string, Set<string>> | undefined =>
  (globalThis as { [key: symbol]: { instances: Map<string, Set<string>> } })[Symbol.for('cuekit')]?.instances;

/** Each message is said once per page; a test is to hear it again. */
function forgetMessages(): void {
  registry()?.get('warned')?.clear();
  registry()?.get('reported')?.clear();
}

beforeEach(() => {
  forgetMessages();
  document.body.append(stage);
});

afterEach(async () => {
  stage.replaceChildren();
  stage.removeAttribute('style');
  stage.removeAttribute('dir');
  stage.removeAttribute('lang');
  document.documentElement.removeAttribute('style');
  for (const { product } of $wishlist.get()) removeWish(product.id);
  await rendered();
  stage.remove();
});

/** Waits until all elements of ours have rendered. */
export async function rendered(root: ParentNode = stage): Promise<void> {
  const elements = [...root.querySelectorAll<HTMLElement & { updateComplete?: Promise<boolean> }>('*')];
  for (const { updateComplete } of elements) await updateComplete;
}

/** Puts markup into the page; gives its first element of ours when all of them have rendered. */
export async function mount<E extends HTMLElement>(markup: string): Promise<E> {
  stage.innerHTML = markup;
  await rendered();
  return stage.querySelector<E>(
    'cue-wishlist-button, cue-wishlist, cue-share-button, cue-video, cue-product, cue-related',
  )!;
}

/** What is in the element's shadow tree; it must be there. */
export function inside<E extends HTMLElement = HTMLElement>(element: Element, selector: string): E {
  const found = element.shadowRoot!.querySelector<E>(selector);
  if (!found) throw new Error(`<${element.localName}> has no ${selector}`);
  return found;
}

/** Waits until the condition holds, at most five seconds. */
export async function until(what: string, condition: () => boolean): Promise<void> {
  const end = performance.now() + 5000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`in vain waited until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Lets all that is due now happen: microtasks, and the tasks that are waiting. */
export async function nextTask(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await rendered();
}

/** Collects events of these types, until the test is over. */
export function hear<E extends Event = Event>(target: EventTarget, ...types: string[]): E[] {
  const heard: E[] = [];
  const listener = (event: Event): void => void heard.push(event as E);
  for (const type of types) target.addEventListener(type, listener);
  endings.push(() => types.forEach((type) => target.removeEventListener(type, listener)));
  return heard;
}

/** Listens until the test is over. */
export function on<E extends Event = Event>(target: EventTarget, type: string, listener: (event: E) => void): void {
  target.addEventListener(type, listener as EventListener);
  endings.push(() => target.removeEventListener(type, listener as EventListener));
}

/** Collects what is said in the console as a warning, until the test is over. */
export function warnings(): string[] {
  const said: string[] = [];
  const warn = console.warn;
  console.warn = (...parts: unknown[]) => void said.push(parts.map(String).join(' '));
  endings.push(() => {
    console.warn = warn;
  });
  return said;
}

const endings: (() => void)[] = [];

afterEach(() => {
  for (const end of endings.splice(0)) end();
});

/** A promise, and what settles it. */
export function deferred<T = void>(): { promise: Promise<T>; resolve(value: T): void; reject(error: Error): void } {
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
