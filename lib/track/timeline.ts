import type { Day, FollowedKey } from '../model';
import { binOf, binsBetween, type Bin, type BinSize } from './bins';
import { countOf, type Count, type CountedArticle } from './counted';

/** How often something stands in the articles of each bin. */
export interface Line {
  readonly of: FollowedKey;
  /** One for each bin. */
  readonly points: readonly Count[];
  /** In articles without a date: part of the total, in no bin. */
  readonly undated: Count;
  readonly total: Count;
  readonly first: Seen | null;
  readonly last: Seen | null;
}

/** The dated article in which something stood at the earliest, or at the latest. */
export interface Seen {
  readonly date: Day;
  readonly article: Pick<CountedArticle, 'id' | 'is' | 'title' | 'url' | 'source'>;
}

export interface Timeline {
  /** The size asked for, or a larger one where there would be too many. */
  readonly by: BinSize;
  /** With how many articles there are in each: the denominator. */
  readonly bins: readonly (Bin & { readonly all: number })[];
  readonly lines: readonly Line[];
  /** All articles that were counted, and those of them without a date. */
  readonly articles: number;
  readonly undated: number;
}

const NONE: Count = { articles: 0, places: 0 };

/** Several formulations or officials over the time that the articles cover. The order of the articles changes nothing. */
export function timelineOf(
  articles: readonly CountedArticle[],
  followed: readonly FollowedKey[],
  wanted: BinSize,
): Timeline {
  const dated = articles.filter((each): each is Dated => each.date !== null);
  const [earliest, latest] = ends(dated);
  const { by, bins } = earliest === null ? { by: wanted, bins: [] } : binsBetween(earliest, latest!, wanted);
  const numbers = new Map(bins.map(({ name }, number) => [name, number]));
  const numberOf = rememberedBin(by, numbers);
  const all = new Uint32Array(bins.length);
  for (const { date } of dated) all[numberOf(date)]!++;
  return {
    by,
    bins: bins.map((bin, number) => ({ ...bin, all: all[number]! })),
    lines: followed.map((of) => lineOf(articles, of, bins.length, numberOf)),
    articles: articles.length,
    undated: articles.length - dated.length,
  };
}

type Dated = CountedArticle & { readonly date: Day };

function lineOf(
  articles: readonly CountedArticle[],
  of: FollowedKey,
  length: number,
  numberOf: (day: Day) => number,
): Line {
  const points = Array.from({ length }, () => NONE);
  let [undated, total] = [NONE, NONE];
  let [first, last]: [Dated | null, Dated | null] = [null, null];
  for (const article of articles) {
    const sighting = article.found.find((each) => each.of === of);
    if (sighting === undefined) continue;
    const count = countOf(sighting);
    total = plus(total, count);
    if (article.date === null) {
      undated = plus(undated, count);
      continue;
    }
    const number = numberOf(article.date);
    points[number] = plus(points[number]!, count);
    if (first === null || isBefore(article as Dated, first)) first = article as Dated;
    if (last === null || isBefore(last, article as Dated)) last = article as Dated;
  }
  return { of, points, undated, total, first: seenIn(first), last: seenIn(last) };
}

/** Of one day the one with the lesser id, so that the order in which they come does not matter. */
function isBefore(one: Dated, other: Dated): boolean {
  return one.date === other.date ? one.id < other.id : one.date < other.date;
}

function seenIn(article: Dated | null): Seen | null {
  if (article === null) return null;
  const { id, is, title, url, source, date } = article;
  return { date, article: { id, is, title, url, source } };
}

function plus({ articles, places }: Count, more: number): Count {
  return { articles: articles + 1, places: places + more };
}

function ends(articles: readonly Dated[]): [Day | null, Day | null] {
  let [earliest, latest]: [Day | null, Day | null] = [null, null];
  for (const { date } of articles) {
    if (earliest === null || date < earliest) earliest = date;
    if (latest === null || date > latest) latest = date;
  }
  return [earliest, latest];
}

/** Days are few, articles many. */
function rememberedBin(by: BinSize, numbers: ReadonlyMap<string, number>): (day: Day) => number {
  const known = new Map<Day, number>();
  return (day) => {
    const before = known.get(day);
    if (before !== undefined) return before;
    const number = numbers.get(binOf(day, by).name)!;
    known.set(day, number);
    return number;
  };
}
