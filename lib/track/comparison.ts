import type { Day, FollowedKey } from '../model';
import { countOf, EVERYTHING, within, type Count, type CountedArticle } from './counted';

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** What stands in the articles of one period and not of the other, or in both. */
export interface ComparedRow {
  readonly of: FollowedKey;
  readonly earlier: Count;
  readonly later: Count;
  /** `new`: only in the later one · `vanished`: only in the earlier one. */
  readonly is: 'new' | 'vanished' | 'both';
}

export interface Comparison {
  readonly earlier: Period;
  readonly later: Period;
  /** Articles of each: the denominators. */
  readonly ofEarlier: number;
  readonly ofLater: number;
  /** The difference in articles decides the order, the greatest first. */
  readonly rows: readonly ComparedRow[];
}

const NONE: Count = { articles: 0, places: 0 };

/** Two periods beside each other. What is new is new in these articles, not in the world. */
export function compare(articles: readonly CountedArticle[], earlier: Period, later: Period): Comparison {
  const [first, second] = [earlier, later].map((period) => within(articles, { ...EVERYTHING, ...period }));
  const [before, after] = [countsIn(first!), countsIn(second!)];
  const rows = [...new Set([...before.keys(), ...after.keys()])].map((of): ComparedRow => {
    const [was, is] = [before.get(of) ?? NONE, after.get(of) ?? NONE];
    return { of, earlier: was, later: is, is: was === NONE ? 'new' : is === NONE ? 'vanished' : 'both' };
  });
  const difference = (row: ComparedRow) => Math.abs(row.later.articles - row.earlier.articles);
  rows.sort((a, b) => difference(b) - difference(a) || (a.of < b.of ? -1 : 1));
  return { earlier, later, ofEarlier: first!.length, ofLater: second!.length, rows };
}

/** Everything dated, cut in the middle of its time; null where there are not two days. */
export function halves(articles: readonly CountedArticle[]): readonly [Period, Period] | null {
  const days = articles.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const middle = new Date((Date.parse(first) + Date.parse(last)) / 2).toISOString().slice(0, 10) as Day;
  const next = new Date(Date.parse(middle) + DAY).toISOString().slice(0, 10) as Day;
  return [
    { from: first, to: middle },
    { from: next, to: last },
  ];
}

const DAY = 86_400_000;

export function countsIn(articles: readonly CountedArticle[]): Map<FollowedKey, Count> {
  const counts = new Map<FollowedKey, Count>();
  for (const { found } of articles) {
    for (const sighting of found) {
      const { articles: before, places } = counts.get(sighting.of) ?? NONE;
      counts.set(sighting.of, { articles: before + 1, places: places + countOf(sighting) });
    }
  }
  return counts;
}
