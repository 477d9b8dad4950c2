import { atom } from 'nanostores';
import type { ReadableAtom, WritableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import { lazyStore } from './lazy-store.js';

/** What was decided to be shown, for the element whose surface it is. */
export interface ChosenPrompt {
  campaign: string;
  variant: string;
  /** Id of what is shown: the campaign's name, unless it says otherwise. */
  surface: string;
  /** The moment that it answers. */
  moment: string;
  /** `chosen`: to be prepared, and then told to be ready. `open`: to be shown, now and until it is told to be closed. */
  state: 'chosen' | 'open';
  /** Since when, in milliseconds since 1970. */
  at: number;
}

/** What an element tells of a prompt. */
export type PromptMessage =
  /** It could be shown this instant. Whether it may, {@link $prompt} says as soon as this has been told. */
  | { type: 'ready'; campaign: string }
  /** It is gone, for whatever reason. */
  | { type: 'closed'; campaign: string }
  /** The shopper's answer, to a campaign or to what campaigns ask for: `newsletter`, `account`. */
  | { type: 'answer'; answer: 'not-now' | 'no-thanks' | 'given'; campaign?: string; asks?: string };

type Listener = (message: PromptMessage) => void;

const prompt = (): WritableAtom<ChosenPrompt | undefined> =>
  pageSingleton('$prompt', () => atom<ChosenPrompt | undefined>());

const listeners = () => pageSingleton('prompt-listeners', () => new Set<Listener>());

/** What stands open on this page, whoever has opened it: a button of the shop may show a prompt too. Kept by the elements. */
export const openPrompts = (): Set<Element> => pageSingleton('open-prompts', () => new Set<Element>());

/** The one prompt of this page; `undefined` when nothing is to be shown. */
export const $prompt: ReadableAtom<ChosenPrompt | undefined> = lazyStore(prompt);

/** For who runs the campaigns. */
export function setPrompt(next: ChosenPrompt | undefined): void {
  if (JSON.stringify(next) !== JSON.stringify(prompt().get())) prompt().set(next);
}

/** Tells who runs the campaigns, who takes note at once; nobody when none are run. */
export function tellPrompt(message: PromptMessage): void {
  for (const listener of [...listeners()]) listener(message);
}

/** Hears what elements tell. @returns ends it */
export function onPromptMessage(listener: Listener): () => void {
  listeners().add(listener);
  return () => listeners().delete(listener);
}
