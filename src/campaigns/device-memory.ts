import { $answers, $showings, rememberAnswer, rememberShowing } from '../store/campaign-memory.js';
import { $subscriptions } from '../store/subscriptions.js';
import { answerKey } from './manners.js';
import type { Memory } from './memory.js';

/** Under which name the store has it when the last prompt went; no campaign's name is kept without a prefix. */
const CLOSED = 'closed';

/** What the device remembers, as the engine takes it. Who has subscribed on this device has given what is asked for. */
export function readDeviceMemory(): Memory {
  const { [CLOSED]: closed, ...shown } = Object.fromEntries([...$showings.get()].map(([key, { at }]) => [key, at]));
  const answers = Object.fromEntries([...$answers.get()].map(([key, { at }]) => [key, at.at(-1)!]));
  const given = answerKey('given', 'newsletter');
  const subscribed = [...$subscriptions.get().values()].map(({ subscribedAt }) => subscribedAt);
  if (subscribed.length) answers[given] = Math.max(answers[given] ?? -Infinity, ...subscribed);
  return { shown, answers, ...(closed && { closedAt: closed.at(-1)! }) };
}

/** Keeps what has come about at this instant, and only that: what was erased meanwhile is not to come back. */
export function keepMemory(before: Memory, after: Memory, at: number): void {
  const isNew = (key: string) => after.shown[key]?.at(-1) === at && before.shown[key]?.at(-1) !== at;
  const shown = after.shown === before.shown ? [] : Object.keys(after.shown).filter(isNew);
  if (after.closedAt === at && before.closedAt !== at) shown.push(CLOSED);
  if (shown.length) rememberShowing(shown, at);
  if (after.answers === before.answers) return;
  for (const [key, answeredAt] of Object.entries(after.answers))
    if (answeredAt === at && before.answers[key] !== at) rememberAnswer(key, at);
}

/** Tells that the device remembers something else now. @returns ends it */
export function watchDeviceMemory(listener: () => void): () => void {
  const stops = [$answers.listen(listener), $showings.listen(listener), $subscriptions.listen(listener)];
  return () => {
    for (const stop of stops) stop();
  };
}
