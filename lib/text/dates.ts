import type { Day } from '../model';

const DATE =
  /(?<!\d)((?:19|20)\d{2})\s*(?:年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日|[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)|(\d{2})(\d{2})(?!\d))/;

/** The first full date of a text (2026年6月25日, 2026-06-25, 2026/6/25, 20260625), or null. */
export function firstDay(text: string): Day | null {
  const found = DATE.exec(text);
  if (found === null) return null;
  const month = found[2] ?? found[4] ?? found[6];
  const day = found[3] ?? found[5] ?? found[7];
  return dayOf(Number(found[1]), Number(month), Number(day));
}

/** Null when the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10) as Day;
}
