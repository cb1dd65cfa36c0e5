import { ALONE, type Apart } from './apart';
import { cite, citeInText } from './cite';
import { is2025, type AuthorDateStyle, type CitationStyle } from './citationStyle';
import type { CslItem } from './cslItem';
import { isDated, year } from './dates';
import { authorToSortBy, GIVEN_IN_TEXT } from './responsible';

/** A list of references: in the order in which it is printed, and how the text cites each. */
export interface CitedList {
  readonly order: readonly string[];
  readonly bibliography: readonly string[];
  /** By id of the item. */
  readonly intext: Readonly<Record<string, string>>;
}

/** Names by pinyin, before Latin ones; marks between them do not count, blanks and bars do. */
const collator = new Intl.Collator('zh-CN', { sensitivity: 'base', ignorePunctuation: true, numeric: true });

/** Numbered in the order given; by author and year with letters where both are the same; notes in the order given. */
export function citeList(items: readonly CslItem[], style: CitationStyle): CitedList {
  if (style === '2025-author-date' || style === '2015-author-date') return byAuthor(items, style);
  return {
    order: items.map(({ id }) => id),
    bibliography: items.map((item) => cite(item, style)),
    intext: Object.fromEntries(items.map(({ id }, index) => [id, `[${index + 1}]`])),
  };
}

function byAuthor(items: readonly CslItem[], style: AuthorDateStyle): CitedList {
  const sorted = sortedByAuthor(items, style);
  const apart = new Map<CslItem, Apart>();
  for (const alike of groups(sorted, (item) => citeInText(item, style))) tellApart(alike, style, 0, apart);
  return {
    order: sorted.map(({ id }) => id),
    bibliography: sorted.map((item) => cite(item, style, apart.get(item))),
    intext: Object.fromEntries(items.map((item) => [item.id, citeInText(item, style, apart.get(item))])),
  };
}

/** The least of the given name that helps; who is still alike then gets letters after the year, in order of the list. */
function tellApart(alike: readonly CslItem[], style: AuthorDateStyle, level: number, apart: Map<CslItem, Apart>): void {
  const given = GIVEN_IN_TEXT[level]!;
  if (alike.length === 1) {
    apart.set(alike[0]!, { ...ALONE, given });
    return;
  }
  for (let next = level + 1; next < GIVEN_IN_TEXT.length; next += 1) {
    const parts = groups(alike, (item) => citeInText(item, style, { ...ALONE, given: GIVEN_IN_TEXT[next]! }));
    if (parts.length === 1) continue;
    for (const part of parts) tellApart(part, style, next, apart);
    return;
  }
  alike.forEach((item, index) => apart.set(item, { given, letter: letters(index) }));
}

function sortedByAuthor(items: readonly CslItem[], style: AuthorDateStyle): readonly CslItem[] {
  const keys = new Map(items.map((item) => [item, { name: nameKey(item, style), year: yearKey(item, style) }]));
  return items.toSorted((a, b) => {
    const [one, other] = [keys.get(a)!, keys.get(b)!];
    return collator.compare(one.name, other.name) || compareYears(one.year, other.year);
  });
}

/** Bars for blanks: a short name stands before a longer one that begins with it. */
function nameKey(item: CslItem, style: AuthorDateStyle): string {
  return `${authorToSortBy(item, style).replaceAll(' ', '|')}|`.toLowerCase();
}

/** Null: undated, after all others. The standard of 2025 has no year of a visit for what is in a journal. */
function yearKey({ type, issued, accessed }: CslItem, style: AuthorDateStyle): string | null {
  if (isDated(issued)) return year(issued, ' ');
  if (is2025(style) && (type === 'article-journal' || type === 'article-magazine')) return null;
  return isDated(accessed) ? year(accessed, ' ') : null;
}

function compareYears(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return collator.compare(a, b);
}

function letters(index: number): string {
  const last = String.fromCodePoint(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

function groups(items: readonly CslItem[], key: (item: CslItem) => string): readonly (readonly CslItem[])[] {
  const found = new Map<string, CslItem[]>();
  for (const item of items) found.set(key(item), [...(found.get(key(item)) ?? []), item]);
  return [...found.values()];
}
