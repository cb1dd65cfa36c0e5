import type { Day, PartialDate, Span } from '../model';

const DATE =
  /(?<!\d)((?:19|20)\d{2})\s*(?:年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日|[-/.\s]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)|(\d{2})(\d{2})(?!\d))/g;
/** A time of day with the zone in which it counts: T16:30:00Z, 08:18+08:00. */
const ZONED = /^[T\s]*(\d{1,2}):(\d{2})(?::\d{2})?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})/;
/** Minutes by which the clocks of China are ahead of UTC. */
const CHINA = 8 * 60;

/** The first full date of a text that the calendar has, as `daysIn` reads it, or null. */
export function firstDay(text: string): Day | null {
  for (const { day } of daysIn(text)) return day;
  return null;
}

/**
 * The full dates of a text that the calendar has (2026年6月25日, 2026-06-25, 2026 06/25, 20260625;
 * full-width digits too), with where they begin and end in UTF-16 units of its NFKC form. A time with
 * a zone after it is taken to the day in China.
 */
export function* daysIn(text: string): Generator<Span & { readonly day: Day }> {
  const plain = text.normalize('NFKC');
  for (const found of plain.matchAll(DATE)) {
    const month = Number(found[2] ?? found[4] ?? found[6]);
    const day = Number(found[3] ?? found[5] ?? found[7]);
    const end = found.index + found[0].length;
    const zoned = ZONED.exec(plain.slice(end));
    const date = dayOf(Number(found[1]), month, day);
    if (date !== null) yield { start: found.index, end, day: zoned === null ? date : dayInChina(date, zoned) };
  }
}

function dayInChina(day: Day, [, hours, minutes, zone]: RegExpExecArray): Day {
  const sign = zone!.startsWith('-') ? -1 : 1;
  const digits = zone!.replace(/\D/g, '');
  const ahead = sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)));
  const shift = Number(hours) * 60 + Number(minutes) - ahead + CHINA;
  return new Date(Date.parse(day) + shift * 60_000).toISOString().slice(0, 10) as Day;
}

/** Null when the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10) as Day;
}

/** The day of a moment where the reader is. */
export function localDay(moment: Date): Day {
  return dayOf(moment.getFullYear(), moment.getMonth() + 1, moment.getDate())!;
}

/** Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null for anything else and for days that the calendar does not have. */
export function partialDate(written: string): PartialDate | null {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(written);
  if (found === null) return null;
  return dayOf(Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1)) === null
    ? null
    : (written as PartialDate);
}

/** Below, above or 0, as far as both are exact: `2022-05` and `2022-05-13` are the same. */
export function compareDates(a: PartialDate, b: PartialDate): number {
  const length = Math.min(a.length, b.length);
  const [left, right] = [a.slice(0, length), b.slice(0, length)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Whether `day` is more exact than `bound` and lies in it: the 13th of May in 2022. */
export function isPartOf(day: PartialDate, bound: PartialDate): boolean {
  return day.length > bound.length && day.startsWith(bound);
}

/** Reads a full date written as `YYYY-MM-DD`; null for anything else and for days that the calendar does not have. */
export function fullDate(written: string): Day | null {
  const day = partialDate(written.trim());
  return day?.length === 10 ? (day as Day) : null;
}
