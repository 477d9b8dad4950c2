import { atom, computed } from 'nanostores';
import type { ReadableAtom, WritableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import { attempt, warnOnce } from '../browser/report.js';
import { createCollection } from './collection.js';
import { device as pageDevice, ERASED, PREFIX } from './device.js';
import type { Device } from './device.js';
import { isInstant } from './is-instant.js';
import { lazyStore } from './lazy-store.js';

/**
 * What consent is asked for, in the words of Google's Consent Mode without their `_storage`
 * (https://developers.google.com/tag-platform/security/guides/consent). What a shopper asks for by pressing a button,
 * a wish for instance, is kept without it: storing what was requested needs no consent (Directive 2002/58/EC, Article 5(3)).
 */
export type Purpose = 'personalization' | 'analytics' | 'ads';
export type ConsentState = 'granted' | 'denied' | 'pending';
export type Consent = Readonly<Record<Purpose, ConsentState>>;

const purposes: readonly string[] = ['personalization', 'analytics', 'ads'] satisfies Purpose[];
const states: readonly unknown[] = ['granted', 'denied', 'pending'] satisfies ConsentState[];

interface Choice {
  state: 'granted' | 'denied';
  changedAt: number;
}

function readChoice(data: unknown): Choice | undefined {
  const { state, changedAt } = (data ?? {}) as Record<string, unknown>;
  return (state === 'granted' || state === 'denied') && isInstant(changedAt) ? { state, changedAt } : undefined;
}

/** The later choice wins; of two at the same instant the refusal. */
function mergeChoices(a: Choice, b: Choice): Choice {
  if (a.changedAt !== b.changedAt) return a.changedAt > b.changedAt ? a : b;
  return a.state === 'denied' ? a : b;
}

/** @param globalPrivacyControl whether the browser objects to sale and sharing (https://w3c.github.io/gpc/) */
export function createConsent(device: Device = pageDevice(), globalPrivacyControl = false) {
  const pending: Consent = { personalization: 'pending', analytics: 'pending', ads: 'pending' };
  const $default: WritableAtom<Consent> = atom(pending);
  let kept = false;
  const isKept = (): boolean => device.storage.keys(PREFIX)?.length !== 0;
  // Listens before all collections. Where everything was erased, nothing may be written anew before the next page, whatever the
  // shop's default is; a page in the back/forward cache was not told of it, but finds nothing where there was something.
  device.onChange((key, value) => {
    if (key === ERASED && value) setDefault(pending);
    if (key !== undefined) return;
    if (kept && !isKept()) device.tell(ERASED, '1');
    kept = false;
  });
  addEventListener('pagehide', () => {
    kept = isKept();
  });
  const choices = createCollection<Choice>(
    { name: 'consent', version: 1, read: readChoice, merge: mergeChoices },
    device,
  );

  function setDefault(choice: Partial<Consent>): void {
    attempt('a listener of the store “consent” failed', () => $default.set({ ...$default.get(), ...choice }));
  }

  const $consent = computed([choices.$items, $default], (chosen, fallback): Consent => {
    const state = (purpose: Purpose): ConsentState =>
      chosen.get(purpose)?.state ?? (purpose === 'ads' && globalPrivacyControl ? 'denied' : fallback[purpose]);
    return { personalization: state('personalization'), analytics: state('analytics'), ads: state('ads') };
  });

  /** All that is kept for the purpose, also by collections that nobody has opened on this page. */
  function erase(purpose: string): void {
    for (const prefix of [`${PREFIX}${purpose}:`, `${PREFIX}bad:${purpose}:`])
      for (const key of device.storage.keys(prefix) ?? []) device.storage.remove(key);
  }

  $consent.subscribe((now, before?: Consent) => {
    for (const purpose of purposes as Purpose[]) {
      const withdrawn = before?.[purpose] === 'granted' && now[purpose] !== 'granted';
      if (withdrawn || now[purpose] === 'denied') erase(purpose);
    }
  });

  return {
    $consent,
    $allowed: (purpose: Purpose): ReadableAtom<boolean> =>
      computed($consent, (consent) => consent[purpose] === 'granted'),
    setDefault,
    choose(choice: Partial<Consent>, now: number): void {
      choices.together(() => {
        for (const [purpose, state] of Object.entries(choice)) {
          if (state === 'pending') choices.forget(purpose);
          else
            choices.update(purpose, (known) => ({
              state,
              changedAt: Math.max(now, (known?.changedAt ?? -Infinity) + 1),
            }));
        }
      });
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
  pageSingleton(`$allowed:${purpose}`, () => consent().$allowed(purpose));

/**
 * Stores the shopper's own choice, for all purposes or some; `pending` takes a choice back. Refusing, or taking back
 * what was granted, erases what was kept for the purpose. What is no choice changes nothing, with a warning.
 * @param now milliseconds since 1970
 */
export function setConsent(choice: ConsentState | Partial<Consent>, now = Date.now()): void {
  consent().choose(eachPurpose(choice), now);
}

/** What holds until the shopper chooses: the shop's legal position, not a choice, hence not stored. */
export function setConsentDefault(choice: ConsentState | Partial<Consent>): void {
  consent().setDefault(eachPurpose(choice));
}

/** Consent comes from a shop's dialog or from a page's JSON: what is not understood is said by its name and grants nothing. */
function eachPurpose(choice: unknown): Partial<Consent> {
  if (states.includes(choice)) return Object.fromEntries(purposes.map((purpose) => [purpose, choice]));
  if (typeof choice !== 'object' || choice === null) {
    warnOnce(`consent: “${String(choice)}” is none of ${states.join(', ')}, nor an object by purpose`);
    return {};
  }
  const entries = Object.entries(choice);
  for (const [purpose, state] of entries)
    if (!understood([purpose, state]))
      warnOnce(
        `consent: “${purpose}: ${String(state)}” is not understood; purposes are ${purposes.join(', ')}, states ${states.join(', ')}`,
      );
  return Object.fromEntries(entries.filter(understood));
}

function understood([purpose, state]: [string, unknown]): boolean {
  return purposes.includes(purpose) && states.includes(state);
}
