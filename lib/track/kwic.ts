import type { Day } from '../model';
import type { CountedArticle, Place } from './counted';

export const KWIC_ORDERS = ['date', 'left', 'right'] as const;
/** By date, by what stands before (from the keyword outwards), or by what stands after. */
export type KwicOrder = (typeof KWIC_ORDERS)[number];

/** A keyword in its context. */
export interface KwicLine extends Place {
  readonly article: Pick<CountedArticle, 'id' | 'is' | 'title' | 'url' | 'source'>;
  readonly date: Day | null;
  readonly left: string;
  readonly keyword: string;
  readonly right: string;
}

/** UTF-16 units to each side. */
const WIDTH = 40;

export function kwicLine(article: CountedArticle, place: Place, paragraph: string): KwicLine {
  const { id, is, title, url, source, date } = article;
  const { start, end } = place;
  return {
    ...place,
    article: { id, is, title, url, source },
    date,
    left: paragraph.slice(Math.max(0, start - WIDTH), start).toWellFormed(),
    keyword: paragraph.slice(start, end),
    right: paragraph.slice(end, end + WIDTH).toWellFormed(),
  };
}

const COLLATOR = new Intl.Collator('zh-CN', { numeric: true });

/** The newest first; those without a date last. Equal ones stay in the order of the text. */
export function inKwicOrder<L extends KwicLine>(lines: readonly L[], order: KwicOrder): L[] {
  switch (order) {
    case 'date':
      return lines.toSorted(byDate);
    case 'left':
      return withKey(lines, ({ left }) => backwards(left));
    case 'right':
      return withKey(lines, ({ right }) => right);
  }
}

function withKey<L extends KwicLine>(lines: readonly L[], keyOf: (line: L) => string): L[] {
  return lines
    .map((line) => ({ line, key: keyOf(line) }))
    .sort((a, b) => COLLATOR.compare(a.key, b.key) || byDate(a.line, b.line))
    .map(({ line }) => line);
}

function byDate(a: KwicLine, b: KwicLine): number {
  const [one, other] = [a.date ?? '', b.date ?? ''];
  if (one !== other) return one < other ? 1 : -1;
  if (a.article.id !== b.article.id) return a.article.id < b.article.id ? -1 : 1;
  return a.paragraph - b.paragraph || a.start - b.start;
}

/** From the keyword outwards. */
function backwards(text: string): string {
  return Array.from(text).toReversed().join('');
}
