import { SESSION_TIMEOUT_MS, touchSession } from '../store/session.js';
import { $visitor } from '../store/visitor.js';
import type { Memory } from './memory.js';
import type { PageSignal } from './signal.js';
import { isPrerendering } from './watch-situation.js';

/** Longest side of a telephone's shorter side, in CSS pixels. */
const PHONE_PX = 600;

/** What an address says before the name of the campaign of which the shop wants to see a variant. */
const PREVIEW = 'cue-variant.';

/** Search engines by their hosts, with whatever country's domain; also Google's app. */
const engines =
  /(^|\.)(google|bing|yahoo|yandex|baidu|duckduckgo|ecosia|qwant|startpage|naver|seznam|sogou)\.[a-z.]{2,6}$|^search\.brave\.com$|googlequicksearchbox$/;

/**
 * What a page view begins with.
 *
 * @param landing whether it is the view with which the document was opened
 * @param now milliseconds since 1970
 */
export function pageSignal({ shown }: Memory, landing: boolean, now: number): PageSignal {
  const session = isPrerendering() ? { id: '', startedAt: now } : touchSession(now);
  return {
    type: 'page',
    visitor: $visitor.get()?.id ?? '',
    session: session.id,
    sessionAt: visitAt(shown.all ?? [], Math.min(session.startedAt, now)),
    phone: isPhone(),
    fromSearch: landing && isFromSearch(document.referrer),
    utcOffsetMinutes: -new Date(now).getTimezoneOffset(),
    previews: readPreviews(location.search),
  };
}

/**
 * Since when the visit has lasted. Without consent each page has a session of its own; a prompt that was shown less than
 * a session's pause before was shown in this visit all the same.
 */
function visitAt(showings: readonly number[], startedAt: number): number {
  return showings.reduceRight((since, at) => (at < since && since - at <= SESSION_TIMEOUT_MS ? at : since), startedAt);
}

function isPhone(): boolean {
  const { userAgentData } = navigator as { userAgentData?: { mobile?: boolean } };
  return (
    userAgentData?.mobile ??
    (matchMedia('(pointer: coarse)').matches && Math.min(screen.width, screen.height) <= PHONE_PX)
  );
}

/** @param referrer as browsers tell it: an address, or only where it is from */
export function isFromSearch(referrer: string): boolean {
  return URL.canParse(referrer) && engines.test(new URL(referrer).hostname);
}

/** `?cue-variant.leaving=bold`, or the variant's place in the list, from 0. */
export function readPreviews(search: string): Record<string, string> {
  const asked = [...new URLSearchParams(search)].filter(([name]) => name.startsWith(PREVIEW));
  return Object.fromEntries(asked.map(([name, variant]) => [name.slice(PREVIEW.length), variant]));
}
