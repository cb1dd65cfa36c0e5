import type { CslItem } from './cslItem';

/** Type codes of annex A, by CSL type; the types of which the two standards think differently are below. */
const CODES: Readonly<Record<string, string>> = {
  'article-journal': 'J',
  'article-magazine': 'J',
  'article-newspaper': 'N',
  book: 'M',
  chapter: 'M',
  classic: 'M',
  collection: 'A',
  dataset: 'DS',
  'entry-dictionary': 'M',
  'entry-encyclopedia': 'M',
  map: 'CM',
  'paper-conference': 'C',
  patent: 'P',
  periodical: 'J',
  personal_communication: 'A',
  post: 'EB',
  'post-weblog': 'EB',
  report: 'R',
  software: 'CP',
  standard: 'S',
  thesis: 'D',
  webpage: 'EB',
};

/** Laws and official documents are archives in 2015, as far as they have no other type. */
const ARCHIVES_OF_2015 = new Set(['bill', 'hearing', 'legal_case', 'legislation', 'regulation', 'treaty']);

/** `[N/OL]`: type and carrier. */
export function typeCode2025(item: CslItem): string {
  return bracketed(CODES[item.type] ?? code2025(item), item);
}

export function typeCode2015(item: CslItem): string {
  return bracketed(CODES[item.type] ?? code2015(item.type), item);
}

/** Whether the item is found on the network. */
export function isOnline({ URL, DOI }: CslItem): boolean {
  return has(URL) || has(DOI);
}

function code2025(item: CslItem): string {
  if (item.type === 'article') return 'PP';
  if (item.type === 'manuscript' || has(item.archive)) return 'A';
  return isOnline(item) ? 'EB' : 'Z';
}

function code2015(type: string): string {
  if (type === 'article') return 'EB';
  return ARCHIVES_OF_2015.has(type) ? 'A' : 'Z';
}

function bracketed(code: string, item: CslItem): string {
  const carrier = item.medium ?? (isOnline(item) ? 'OL' : '');
  return `[${code}${carrier === '' ? '' : `/${carrier}`}]`;
}

function has(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
