import type { DataSet } from './dataSet';
import type { Sort } from './query';

export interface Orders {
  notes(sort: Sort): Uint32Array;
  articles(sort: Sort): Uint32Array;
}

const COLLATOR = new Intl.Collator('zh-CN', { numeric: true });

/** All numbers in an order, made when first asked for and kept until something changes. */
export function ordersOf(set: DataSet): Orders {
  let version = -1;
  const kept = new Map<string, Uint32Array>();
  const once = (name: string, make: () => Uint32Array): Uint32Array => {
    if (version !== set.version) kept.clear();
    version = set.version;
    const known = kept.get(name);
    if (known !== undefined) return known;
    const made = make();
    kept.set(name, made);
    return made;
  };
  const titleRanks = () =>
    once('ranks', () => {
      const byTitle = numbersOf(set.articles).sort((a, b) =>
        COLLATOR.compare(set.articles[a]!.row.title ?? '', set.articles[b]!.row.title ?? ''),
      );
      const ranks = new Uint32Array(set.articles.length);
      byTitle.forEach((number, rank) => (ranks[number] = rank));
      return ranks;
    });
  return {
    notes: (sort) =>
      once(`notes ${sort}`, () => {
        const ranks = sort === 'title' ? titleRanks() : null;
        return sorted(set.notes.length, set.notes, ({ row, article }) => {
          const { publishedAt } = set.articles[article]!.row;
          return [primary(sort, row.createdAt, row.updatedAt, publishedAt, ranks?.[article] ?? 0), row.createdAt];
        });
      }),
    articles: (sort) =>
      once(`articles ${sort}`, () => {
        const ranks = sort === 'title' ? titleRanks() : null;
        return sorted(set.articles.length, set.articles, ({ row }, number) => [
          primary(sort, row.savedAt, row.updatedAt, row.publishedAt, ranks?.[number] ?? 0),
          row.savedAt,
        ]);
      }),
  };
}

/** The greater, the earlier in the list. */
function primary(sort: Sort, made: number, changed: number, published: string | null, rank: number): number {
  switch (sort) {
    case 'relevance':
    case 'newest':
      return made;
    case 'oldest':
      return -made;
    case 'changed':
      return changed;
    case 'published':
      return published === null ? -1 : Number(published.replaceAll('-', ''));
    case 'title':
      return -rank;
  }
}

function sorted<Row>(
  length: number,
  rows: readonly (Row | undefined)[],
  keysOf: (row: Row, number: number) => readonly [number, number],
): Uint32Array {
  const first = new Float64Array(length);
  const second = new Float64Array(length);
  const numbers = numbersOf(rows);
  for (const number of numbers) [first[number], second[number]] = keysOf(rows[number]!, number) as [number, number];
  return numbers.sort((a, b) => first[b]! - first[a]! || second[b]! - second[a]! || a - b);
}

function numbersOf(rows: readonly unknown[]): Uint32Array {
  const numbers: number[] = [];
  rows.forEach((row, number) => row !== undefined && numbers.push(number));
  return Uint32Array.from(numbers);
}
