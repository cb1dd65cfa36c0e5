import type { CslDate } from './cslItem';

type Parts = readonly (number | null)[];

/** `2025-04-21`, as exact as known; a range has both ends with a slash between them. */
export function day(date: CslDate | undefined): string {
  const ends = endsOf(date);
  if (ends.length === 0) return written(date);
  return ends
    .map(([first, ...rest]) => [era(first), ...rest.map(two)].filter((part) => part !== '').join('-'))
    .join('/');
}

/** The year alone; the years of a range with `between` between them. */
export function year(date: CslDate | undefined, between: string): string {
  const ends = endsOf(date);
  if (ends.length === 0) return written(date);
  const [from, to] = ends.map(([first]) => era(first));
  return to === undefined || to === from ? from! : `${from}${between}${to}`;
}

/** Whether there is anything to print. */
export function isDated(date: CslDate | undefined): date is CslDate {
  return date !== undefined && (endsOf(date).length > 0 || written(date) !== '');
}

/** Whether the day is known (of a range, of its beginning). */
export function hasDay(date: CslDate | undefined): boolean {
  return typeof endsOf(date)[0]?.[2] === 'number';
}

function endsOf(date: CslDate | undefined): readonly Parts[] {
  const ends = date?.['date-parts'] ?? rawEnds(date?.raw) ?? [];
  return ends.map(known).filter(([first]) => typeof first === 'number' && first !== 0);
}

/** Year, month and day as far as they can be of a calendar. */
function known(end: readonly (string | number)[]): Parts {
  const [ofEra = null, ofYear = null, ofMonth = null] = end.map(number);
  if (ofYear === null || ofYear < 1 || ofYear > 12) return [ofEra];
  return ofMonth === null || ofMonth < 1 || ofMonth > 31 ? [ofEra, ofYear] : [ofEra, ofYear, ofMonth];
}

function rawEnds(raw: string | undefined): readonly (readonly string[])[] | null {
  const found = raw === undefined ? null : /^\s*(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?/u.exec(raw);
  return found === null ? null : [found.slice(1).filter((part) => part !== undefined)];
}

function written(date: CslDate | undefined): string {
  return date?.literal ?? date?.raw ?? '';
}

function number(part: string | number): number | null {
  const value = Number.parseInt(String(part), 10);
  return Number.isNaN(value) ? null : value;
}

function era(value: number | null | undefined): string {
  if (value === null || value === undefined) return '';
  return value < 0 ? `${-value}BC` : String(value);
}

function two(part: number | null | undefined): string {
  return part === null || part === undefined ? '' : String(part).padStart(2, '0');
}
