const days = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'];
const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** A part of the week: minutes since Sunday 00:00 by the shopper's clock; the end does not belong to it. */
export type Opening = readonly [start: number, end: number];

/**
 * Times of the week, written as opening hours are (https://schema.org/openingHours): `Mo-Fr 09:00-12:00, 13:00-17:00`,
 * `Tu, Th 16:00-20:00; Sa`. Without days every day, without hours the whole day; `22:00-06:00` goes on into the next day.
 * Undefined when any of it is not understood.
 */
export function readSchedule(data: unknown): Opening[] | undefined {
  const openings: Opening[] = [];
  if (typeof data !== 'string') return undefined;
  for (const group of data.toLowerCase().split(/;|(?<=:\d\d)[\s,]+(?=[a-z])/)) {
    const tokens = group.split(/[\s,]+/).filter(Boolean);
    if (!tokens.length) continue;
    const ranges = tokens.filter((token) => /^[a-z]/.test(token)).map(readDays);
    const hours = tokens.filter((token) => !/^[a-z]/.test(token)).map(readHours);
    for (const range of ranges.length ? ranges : [days.keys()]) {
      if (!range) return undefined;
      for (const day of range) {
        for (const times of hours.length ? hours : [[0, DAY_MINUTES] as const]) {
          if (!times) return undefined;
          openings.push([day * DAY_MINUTES + times[0], day * DAY_MINUTES + times[1]]);
        }
      }
    }
  }
  return openings.length ? openings : undefined;
}

/** `fr-mo` goes over the end of the week. */
function readDays(text: string): number[] | undefined {
  const [from, to, ...more] = text.split('-').map((name) => days.indexOf(name));
  if (from === undefined || from < 0 || to === -1 || more.length) return undefined;
  return [...Array((((to ?? from) - from + 7) % 7) + 1).keys()].map((i) => (from + i) % 7);
}

function readHours(text: string): Opening | undefined {
  const [, hour, minute, endHour, endMinute] = (/^(\d\d?):([0-5]\d)-(\d\d?):([0-5]\d)$/.exec(text) ?? []).map(Number);
  if (hour === undefined) return undefined;
  const [start, end] = [hour * 60 + minute!, endHour! * 60 + endMinute!];
  if (start >= DAY_MINUTES || end > DAY_MINUTES || start === end) return undefined;
  return [start, end > start ? end : end + DAY_MINUTES];
}

/** @param localAt the shopper's wall clock: milliseconds since 1970, as if it were UTC */
export function isOpen(openings: readonly Opening[], localAt: number): boolean {
  // 1 January 1970 was a Thursday.
  const minute = (((Math.floor(localAt / 60_000) + 4 * DAY_MINUTES) % WEEK_MINUTES) + WEEK_MINUTES) % WEEK_MINUTES;
  return openings.some(
    ([start, end]) =>
      (minute >= start && minute < end) || (minute + WEEK_MINUTES >= start && minute + WEEK_MINUTES < end),
  );
}
