import type { FollowedKey } from '../model';
import { countOf, sightingOf, type Count, type CountedArticle } from './counted';
import { grouped } from './grouped';

/** One value of a property of articles, how many have it, and in how many of these each thing stands. */
export interface BreakdownRow {
  /** Empty: not known. */
  readonly name: string;
  readonly all: number;
  /** In the order of what is followed. */
  readonly counts: readonly Count[];
}

/** By source, by site or by place; the one with the most articles first. */
export function breakdownOf(
  articles: readonly CountedArticle[],
  followed: readonly FollowedKey[],
  by: 'source' | 'site' | 'place',
): readonly BreakdownRow[] {
  const groups = grouped(articles, (article) => article[by] ?? '');
  return [...groups]
    .map(([name, group]) => ({ name, all: group.length, counts: followed.map((of) => countIn(group, of)) }))
    .sort((a, b) => b.all - a.all || (a.name < b.name ? -1 : 1));
}

function countIn(articles: readonly CountedArticle[], of: FollowedKey): Count {
  let [inArticles, places] = [0, 0];
  for (const article of articles) {
    const sighting = sightingOf(article, of);
    if (sighting === null) continue;
    inArticles++;
    places += countOf(sighting);
  }
  return { articles: inArticles, places };
}
