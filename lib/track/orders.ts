import type { Day, FollowedKey } from '../model';
import type { CountedArticle } from './counted';

/** In which order an article lists officials. */
export interface OfficialList {
  readonly article: Pick<CountedArticle, 'id' | 'is' | 'title' | 'url' | 'source'>;
  readonly date: Day | null;
  readonly of: readonly FollowedKey[];
}

/** Two who stand in the same lists, and who of them stands first in how many. */
export interface Pair {
  readonly one: FollowedKey;
  readonly other: FollowedKey;
  readonly oneFirst: number;
  readonly otherFirst: number;
}

export interface Orders {
  /** By date, those without one last; only lists with at least two of those asked for, or with the one. */
  readonly lists: readonly OfficialList[];
  readonly pairs: readonly Pair[];
}

/** The lists in which some officials stand, as the articles have them: the order is the articles', not ours. */
export function ordersOf(articles: readonly CountedArticle[], of: readonly FollowedKey[]): Orders {
  const wanted = new Set(of);
  const least = Math.min(2, wanted.size);
  const lists = articles.flatMap(({ lists: own, id, is, title, url, source, date }) =>
    own
      .filter((list) => new Set(list.filter((each) => wanted.has(each))).size >= least && least > 0)
      .map((list) => ({ article: { id, is, title, url, source }, date, of: list })),
  );
  lists.sort((a, b) => byKey(a.date, b.date) || (a.article.id < b.article.id ? -1 : 1));
  return { lists, pairs: pairsOf(of).map(([one, other]) => pairIn(lists, one, other)) };
}

function pairsOf(of: readonly FollowedKey[]): [FollowedKey, FollowedKey][] {
  return of.flatMap((one, index) => of.slice(index + 1).map((other): [FollowedKey, FollowedKey] => [one, other]));
}

function pairIn(lists: readonly OfficialList[], one: FollowedKey, other: FollowedKey): Pair {
  let [oneFirst, otherFirst] = [0, 0];
  for (const { of } of lists) {
    const [first, second] = [of.indexOf(one), of.indexOf(other)];
    if (first < 0 || second < 0) continue;
    if (first < second) oneFirst++;
    else otherFirst++;
  }
  return { one, other, oneFirst, otherFirst };
}

function byKey(a: Day | null, b: Day | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
