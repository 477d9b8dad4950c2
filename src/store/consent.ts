import { atom, computed } from 'nanostores';
import type { ReadableAtom, WritableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import { createCollection } from './collection.js';
import type { Device } from './device.js';
import { lazyStore } from './lazy-store.js';

/**
 * What consent is asked for, in the words of Google's Consent Mode without their `_storage`
 * (https://developers.google.com/tag-platform/security/guides/consent). What a shopper asks for by pressing a button,
 * a wish for instance, is kept without it: storing what was requested needs no consent (Directive 2002/58/EC, Article 5(3)).
 */
export type Purpose = 'personalization' | 'analytics' | 'ads';
export type ConsentState = 'granted' | 'denied' | 'pending';
export type Consent = Readonly<Record<Purpose, ConsentState>>;

export const purposes: readonly Purpose[] = ['personalization', 'analytics', 'ads'];

interface Choice {
  state: 'granted' | 'denied';
  changedAt: number;
}

function readChoice(data: unknown): Choice | undefined {
  const { state, changedAt } = (data ?? {}) as Record<string, unknown>;
  if ((state !== 'granted' && state !== 'denied') || !Number.isFinite(changedAt)) return undefined;
  return { state, changedAt: changedAt as number };
}

/** The later choice wins; of two at the same instant the refusal. */
function mergeChoices(a: Choice, b: Choice): Choice {
  if (a.changedAt !== b.changedAt) return a.changedAt > b.changedAt ? a : b;
  return a.state === 'denied' ? a : b;
}

/** @param globalPrivacyControl whether the browser objects to sale and sharing (https://w3c.github.io/gpc/) */
export function createConsent(device?: Device, globalPrivacyControl = false) {
  const choices = createCollection<Choice>(
    { name: 'consent', version: 1, read: readChoice, merge: mergeChoices },
    device,
  );
  const $default: WritableAtom<Consent> = atom({ personalization: 'pending', analytics: 'pending', ads: 'pending' });

  const $consent = computed([choices.$items, $default], (chosen, fallback): Consent => {
    const state = (purpose: Purpose): ConsentState =>
      chosen.get(purpose)?.state ?? (purpose === 'ads' && globalPrivacyControl ? 'denied' : fallback[purpose]);
    return { personalization: state('personalization'), analytics: state('analytics'), ads: state('ads') };
  });

  return {
    $consent,
    setDefault(states: Partial<Consent>): void {
      $default.set({ ...$default.get(), ...states });
    },
    choose(states: Partial<Consent>, now: number): void {
      for (const purpose of purposes) {
        const state = states[purpose];
        if (state === 'pending') choices.forget(purpose);
        else if (state)
          choices.put(purpose, { state, changedAt: Math.max(now, (choices.get(purpose)?.changedAt ?? 0) + 1) });
      }
    },
  };
}

const consent = () =>
  pageSingleton('consent', () =>
    createConsent(undefined, (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true),
  );

/** What the shopper allows: a choice of their own first, then the browser's objection, then the shop's default. */
export const $consent: ReadableAtom<Consent> = lazyStore(() => consent().$consent);

/** Whether this purpose is granted. */
export const $allowed = (purpose: Purpose): ReadableAtom<boolean> =>
  pageSingleton(`$allowed:${purpose}`, () => computed(consent().$consent, (states) => states[purpose] === 'granted'));

/** Stores the shopper's own choice, for all purposes or some; `pending` takes a choice back. @param now milliseconds since 1970 */
export function setConsent(choice: ConsentState | Partial<Consent>, now = Date.now()): void {
  consent().choose(eachPurpose(choice), now);
}

/** What holds until the shopper chooses: the shop's legal position, not a choice, hence not stored. */
export function setConsentDefault(choice: ConsentState | Partial<Consent>): void {
  consent().setDefault(eachPurpose(choice));
}

function eachPurpose(choice: ConsentState | Partial<Consent>): Partial<Consent> {
  return typeof choice === 'string' ? { personalization: choice, analytics: choice, ads: choice } : choice;
}
