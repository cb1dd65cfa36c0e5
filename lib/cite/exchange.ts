import type { CslDate, CslItem, CslName, CslNumber } from './cslItem';
import { day } from './dates';

/** What the writers of other programs' formats have in common. */

/** The date, of a range its beginning: `2025-04-21`, `2025-04`, `2025`; empty where nothing is known. */
export function begin(date: CslDate | undefined): string {
  const [first = ''] = day(date).split('/');
  return /^\d{1,4}(?:-\d{2}){0,2}$/u.test(first) ? first : '';
}

/** A value on one line. */
export function oneLine(value: CslNumber | undefined): string {
  return String(value ?? '')
    .replaceAll(/[\r\n\u2028\u2029]+/gu, ' ')
    .trim();
}

/** A web page has no field for 发文字号 in any of these formats: it goes into a note. */
export function notesOf(item: CslItem): readonly string[] {
  return [isPage(item) ? oneLine(item.number) : '', item.note ?? ''].filter((note) => note !== '');
}

/** What is nothing but a page of the web. */
export function isPage({ type, URL }: CslItem): boolean {
  return ['webpage', 'post', 'post-weblog'].includes(type) || (type === 'document' && (URL ?? '') !== '');
}

export function keywordsOf({ keyword }: CslItem): readonly string[] {
  return (keyword ?? '').split(/\s*[,;，；]\s*/u).filter((word) => word !== '');
}

/** The family with its particles, as `Family, Given` needs it. */
export function familyOf(name: CslName): string {
  return [name['dropping-particle'], name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
}
