import type { CslNumber } from './cslItem';

/** Page numbers as the source has them: ranges with a hyphen, their end written out (`123-5` → `123-125`). */
export function pages(value: CslNumber | undefined): string {
  return numbered(value)
    .replaceAll('–', '-')
    .replaceAll(/\bpp?\. */gu, '')
    .replaceAll(/([a-zA-Z]*)(\d+)-(\d+)(?!\d)/gu, expanded);
}

/** A number in its field, its parts not further apart than they need be. */
export function numbered(value: CslNumber | undefined): string {
  return String(value ?? '')
    .trim()
    .replaceAll(/\s*-\s*/gu, '-')
    .replaceAll(/(^|[^\s&]*)\s*&\s*/gu, (_, before: string) => (isWord(before) ? `${before}&` : `${before} & `));
}

/** `A&B` is a name, `3 & 4` are two numbers. */
function isWord(text: string): boolean {
  return /^[a-z](?:.*[a-z])?$/iu.test(text);
}

/** Whether a label such as “第…卷” fits: digits, Roman numerals, ranges of them. */
export function isNumeric(value: CslNumber | undefined): boolean {
  return /^[a-z]*\d+[a-z]*(?:\s*(?:[-–,&/]|, )\s*[a-z]*\d+[a-z]*)*$/iu.test(String(value ?? '').trim());
}

/** `2` → `2nd`; what has its ending already keeps it. */
export function ordinal(value: CslNumber): string {
  const number = Number(value);
  if (Number.isNaN(number)) return String(value);
  const tens = number % 100;
  if (tens > 10 && tens < 14) return `${value}th`;
  return `${value}${['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'}`;
}

function expanded(range: string, letters: string, from: string, to: string): string {
  if (to.length >= from.length) return range;
  const end = from.slice(0, from.length - to.length) + to;
  return Number(from) < Number(end) ? `${letters}${from}-${end}` : range;
}
